// [data-more-inputs]: a row of like inputs; when the last one is filled in, a blank one follows.
baro.bind("more-inputs", (group) => {
  group.addEventListener("input", (event) => {
    const inputs = group.querySelectorAll("input");
    const last = inputs[inputs.length - 1];
    if (event.target !== last || !last.value.trim()) return;
    const next = last.cloneNode();
    next.value = "";
    next.removeAttribute("id");
    last.removeAttribute("placeholder");
    next.setAttribute("aria-label", last.getAttribute("aria-label").replace(/\d+$/, (n) => Number(n) + 1));
    last.after(next);
  });
});
