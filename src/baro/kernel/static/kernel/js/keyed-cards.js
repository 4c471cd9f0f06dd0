// [data-keyed] is one of many alike (a card). J, K and the arrows walk from one to the next; a key
// does what the control with that data-key="x" in the current one does. [data-walk-to="selector"]
// leads on to the next one that matches, round the end. No key is taken while somebody is typing,
// but for Escape.
(() => {
  const TEXT = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const STEPS = { j: 1, k: -1, arrowdown: 1, arrowup: -1 };
  const all = () => [...document.querySelectorAll("[data-keyed]")].filter((one) => one.offsetParent);
  let lately = null; // its id, so that a card put in its place by htmx is current too
  let begun = false; // nobody has been at any of them yet: the first step leads to the first

  const current = () => {
    const among = all();
    return among.find((one) => one.contains(document.activeElement)) || among.find((one) => one.id === lately) || among[0];
  };

  const mark = (one) => {
    for (const old of document.querySelectorAll("[data-keyed].is-current")) if (old !== one) old.classList.remove("is-current");
    one?.classList.add("is-current");
    lately = one?.id ?? null;
  };

  const go = (one) => {
    if (!one) return;
    begun = true;
    mark(one);
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "nearest" });
  };

  const placeIn = (among) => (begun ? among.indexOf(current()) : -1);

  const next = (among, step) => {
    const place = placeIn(among);
    return place === -1 ? among[0] : among[Math.min(Math.max(place + step, 0), among.length - 1)];
  };

  const control = (one, key) =>
    [...one.querySelectorAll(`[data-key~="${CSS.escape(key)}"]`)].find((found) => found.offsetParent || found.closest("[data-quote-edges]"));

  document.addEventListener("focusin", (event) => {
    const one = event.target.closest?.("[data-keyed]");
    // What a mouse presses must not move before it is let go: for a mouse the click marks.
    if (!one || !event.target.matches(":focus-visible")) return;
    begun = true;
    mark(one);
    // Brought in by htmx, it may stand outside what is seen.
    if (event.target === one) one.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:afterSettle", () => mark(current()));
  mark(current());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key === " " ? "space" : event.key.toLowerCase();
    const { target } = event;
    if (key !== "escape" && target.closest?.(TEXT)) return;
    const among = all();
    if (!among.length || (target !== document.body && !target.closest?.("[data-keyed], #main"))) return;
    if (STEPS[key] && !(key.startsWith("arrow") && target.matches("input, [role=slider]"))) {
      event.preventDefault();
      go(next(among, STEPS[key]));
      return;
    }
    const one = current();
    if (event.repeat) return;
    // A control that has the focus takes the space bar itself.
    if (key === "space" && target !== one && target !== document.body) return;
    const found = one && control(one, key);
    if (!found) return;
    event.preventDefault();
    if (!one.contains(document.activeElement)) go(one);
    if (found.matches("[role=slider], input[type=text]")) baro.reveal(found), found.focus();
    else found.click();
  });

  document.addEventListener("click", (event) => {
    const clicked = event.target.closest("[data-keyed]");
    if (clicked) {
      begun = true;
      mark(clicked);
    }
    const walker = event.target.closest("[data-walk-to]");
    if (!walker) return;
    const among = all();
    const here = placeIn(among);
    const later = [...among.slice(here + 1), ...among.slice(0, here + 1)];
    const found = later.find((one) => one.matches(walker.dataset.walkTo));
    if (found) go(found);
    else baro.say("Không còn chỗ nào như vậy.", "info");
  });
})();
