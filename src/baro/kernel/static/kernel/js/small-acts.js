// One-line behaviours: data-back, data-print, data-focus, data-in-sight, data-fill.
baro.bind("focus", (element) => element.focus());

// <td data-in-sight="(max-width: 62rem)">: a page of that kind opens there, unless one comes back.
baro.bind("in-sight", (element) => {
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "back_forward" || scrollY || !matchMedia(element.dataset.inSight).matches) return;
  element.scrollIntoView();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-back]") && history.length > 1) {
    event.preventDefault();
    history.back();
  }
  if (event.target.closest("[data-print]")) window.print();

  // <button data-fill='{"login": "..."}' data-fill-into="#form">: types into the fields of a form.
  const filler = event.target.closest("[data-fill]");
  if (!filler) return;
  const form = document.querySelector(filler.dataset.fillInto);
  for (const [name, value] of Object.entries(JSON.parse(filler.dataset.fill))) form.elements[name].value = value;
  for (const other of document.querySelectorAll("[data-fill]")) other.setAttribute("aria-pressed", other === filler);
  form.querySelector("[type=submit]").focus();
});
