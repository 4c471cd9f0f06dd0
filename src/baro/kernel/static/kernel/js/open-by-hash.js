// <details id="x" data-open-by-hash>: a link to #x opens it and brings its first field to hand.
// Where its fields are fetched when it opens, the first of them comes to hand when they are there.
(() => {
  const bring = (opened) => {
    opened.scrollIntoView({ block: "nearest" });
    opened.querySelector("input:not([type=hidden]), textarea, select, button")?.focus({ preventScroll: true });
  };
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.matches("details[data-open-by-hash]")) return;
    target.open = true;
    bring(target);
  };
  addEventListener("hashchange", open);
  // Not before htmx listens: it fetches the fields of what opens, and says when they are there.
  addEventListener("htmx:load", open, { once: true });
  addEventListener("htmx:load", (event) => {
    const opened = event.target.closest("details[data-open-by-hash]");
    if (!opened?.open) return;
    const stayed = opened.dataset.stayed;
    delete opened.dataset.stayed;
    // Nobody asked for what merely stayed open; a refusal comes to hand by itself (keep-focus).
    if (!stayed && !opened.querySelector(".errors, [aria-invalid=true]")) bring(opened);
  });
})();
