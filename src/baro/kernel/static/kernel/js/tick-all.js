// [data-tick-all="selector"] ticks every box that matches; when all are ticked, it unticks them.
// [data-tick-count="name"] tells how many boxes of that name are ticked.
(() => {
  const tell = () => {
    for (const place of document.querySelectorAll("[data-tick-count]")) {
      const ticked = document.querySelectorAll(`input[type=checkbox][name="${place.dataset.tickCount}"]:checked`);
      if (place.textContent !== String(ticked.length)) place.textContent = ticked.length;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tick-all]");
    if (!button) return;
    const boxes = [...document.querySelectorAll(button.dataset.tickAll)];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
    tell();
  });
  document.addEventListener("change", tell);
  document.addEventListener("htmx:afterSettle", tell);
  addEventListener("pageshow", tell);
})();
