// [data-pair="x"] on two sides (a clause and its draft): pointing at one lights the other, choosing
// one (click, Enter, focus from the keyboard) brings the other into view. Several keys: "x y".
// A side that a switch hides (data-pane-switch="#radio" around it) is shown when a link leads there.
// Put tabindex="0" on the side that is no link or field, so that the keyboard reaches it.
(() => {
  const keysOf = (element) => element.dataset.pair.split(/\s+/).filter(Boolean);
  const partners = (element) => {
    const keys = keysOf(element);
    return [...document.querySelectorAll("[data-pair]")].filter(
      (other) => other !== element && keysOf(other).some((key) => keys.includes(key)),
    );
  };
  const near = (target) => (target instanceof Element ? target.closest("[data-pair]") : null);
  const mark = (name, elements) => {
    for (const old of document.querySelectorAll(`.${name}`)) old.classList.remove(name);
    for (const one of elements) one.classList.add(name);
  };

  const show = (element) => {
    if (element && !element.offsetParent) document.querySelector(element.closest("[data-pane-switch]")?.dataset.paneSwitch)?.click();
  };

  const choose = (element, follow = false) => {
    const others = partners(element);
    if (follow) show(others[0]);
    mark("is-chosen", [element, ...others]);
    // Only the panes scroll, each inside itself; the page stays where it is.
    others[0]?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  };

  document.addEventListener("pointerover", (event) => {
    const element = near(event.target);
    mark("is-lit", element ? [element, ...partners(element)] : []);
  });
  document.addEventListener("click", (event) => {
    const element = near(event.target);
    if (element && !event.target.closest("summary, [data-open], [hx-post], [type=submit]")) {
      choose(element, event.target.closest('a[href^="#"], [role=link]') !== null);
    }
  });
  document.addEventListener("focusin", (event) => {
    const element = near(event.target);
    if (element && event.target.matches(":focus-visible")) choose(element);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches?.("[data-pair]:not(a, button)")) return;
    const field = partners(event.target)[0]?.querySelector("a[href], button, input, select, textarea, [tabindex]");
    (field || partners(event.target)[0])?.focus({ preventScroll: true });
  });
})();
