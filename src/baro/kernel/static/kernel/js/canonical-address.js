// [data-canonical-address="?..."]: the address bar shows the one way in which this question is written,
// whatever form or link led here, so that what is copied and sent on is always the same.
baro.bind("canonical-address", (element) => {
  const written = element.dataset.canonicalAddress;
  if (!location.search) return;
  history.replaceState(history.state, "", `${written}${location.hash}`);
});
// [data-scroll-to="420"]: what is wide begins with that place in the middle.
baro.bind("scroll-to", (element) => {
  element.scrollLeft = Number(element.dataset.scrollTo) - element.clientWidth / 2;
});
