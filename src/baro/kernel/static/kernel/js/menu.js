// <details data-menu>: closes on Escape and when focus or the pointer goes elsewhere.
baro.bind("menu", (menu) => {
  const summary = menu.querySelector("summary");
  const entries = () => [...menu.querySelectorAll(".menu-entry")];
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      summary.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    menu.open = true;
    const all = entries();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
  });
});
