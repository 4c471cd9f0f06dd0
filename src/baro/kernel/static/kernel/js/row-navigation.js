// [data-rows]: J and K walk through its rows (<tr> of the body, or [data-row]), Enter opens the
// first link of the row, X ticks its box. The row that is chosen is scrolled into view.
(() => {
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");
  const list = () => [...document.querySelectorAll("[data-rows]")].find((one) => one.offsetParent !== null);
  const rows = (one) => [...one.querySelectorAll("tbody > tr, [data-row]")];
  const chosen = () => document.querySelector("[data-rows] .is-current");

  const choose = (row) => {
    chosen()?.classList.remove("is-current");
    row.classList.add("is-current");
    const link = row.querySelector("a[href], button, [tabindex]") || row;
    link.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    const here = list();
    if (step && here) {
      const all = [...document.querySelectorAll("[data-rows]")].flatMap(rows);
      const next = all[Math.min(Math.max(all.indexOf(chosen()) + step, 0), all.length - 1)];
      if (next) choose(next);
      event.preventDefault();
    } else if (event.key === "x" && chosen()) {
      chosen().querySelector("input[type=checkbox]")?.click();
    }
  });
})();
