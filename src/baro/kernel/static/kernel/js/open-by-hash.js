// <details id="x" data-open-by-hash>: a link to #x opens it and brings its first field to hand.
(() => {
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.matches("details[data-open-by-hash]")) return;
    target.open = true;
    target.scrollIntoView({ block: "nearest" });
    target.querySelector("input:not([type=hidden]), textarea, select, button")?.focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  open();
})();
