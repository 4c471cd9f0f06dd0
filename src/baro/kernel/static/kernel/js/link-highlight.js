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

  // Only a pane scrolls, inside itself: the page stays where it is, or the one who tabs through a
  // form loses sight of it. The page follows a link alone.
  const bring = (element, follow) => {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    let pane = element.parentElement;
    while (pane && !(pane.scrollHeight > pane.clientHeight && /auto|scroll/.test(getComputedStyle(pane).overflowY))) pane = pane.parentElement;
    if (pane && pane !== document.body && pane !== document.documentElement) {
      const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
      pane.scrollBy({ top: inner.top - outer.top - (outer.height - inner.height) / 2, behavior });
    } else if (follow) element.scrollIntoView({ block: "center", behavior });
  };

  const choose = (element, follow = false) => {
    const others = partners(element);
    mark("is-chosen", [element, ...others]);
    if (!others.length) return;
    if (follow) show(others[0]);
    bring(others[0], follow);
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
    event.preventDefault(); // or the key goes on to the field and sends its form
    choose(event.target, true);
    const field = partners(event.target)[0]?.querySelector("a[href], button, input, select, textarea, [tabindex]");
    (field || partners(event.target)[0])?.focus();
  });
})();
