// Focus is not lost with the part that held it: when htmx puts another in its place, focus goes to
// what went wrong, else to the element with data-focus-after-swap, else to the first field of a form
// that was fetched, else to the new part itself.
(() => {
  const FIELDS = "input:not([type=hidden]), textarea, select";
  let lost = null;

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap, requestConfig } = event.detail;
    const asked = requestConfig?.elt;
    const held = target.contains(document.activeElement) || (asked && target.contains(asked));
    lost = shouldSwap && held && target.id ? { id: target.id, fetched: requestConfig?.verb === "get" } : null;
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (!lost) return;
    const { id, fetched } = lost;
    lost = null;
    const part = document.getElementById(id);
    const now = document.activeElement;
    // htmx itself finds what bore the same id: the part, where something in it may be meant.
    if (!part || (now && now !== part && now !== document.body && now.isConnected)) return;
    const next =
      part.querySelector(".errors, [aria-invalid=true]") ||
      (part.matches("[data-focus-after-swap]") ? part : part.querySelector("[data-focus-after-swap]")) ||
      (fetched && [...part.querySelectorAll(`form :is(${FIELDS})`)].find((field) => field.offsetParent)) ||
      part;
    if (!next.matches(`${FIELDS}, a[href], button, [tabindex]`)) next.tabIndex = -1;
    next.focus({ preventScroll: next !== part && !fetched && !next.matches(".errors, [aria-invalid=true]") });
    if (next !== part) next.scrollIntoView({ block: "nearest" });
  });
})();
