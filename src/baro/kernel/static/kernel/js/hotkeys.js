// Any element with data-hotkey="ctrl+k" or "n" is focused (fields) or clicked (the rest).
// "?" opens the sheet that lists the keys. What the sheet tells with data-sequence="g n" leads, when
// pressed one after the other, to its data-href.
(() => {
  const isTyping = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const nameOf = (event) => `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${event.key.toLowerCase()}`;

  let begun = ""; // the first key of a sequence, for a moment
  let ending;

  const sequence = (keys) => document.querySelector(`[data-sequence="${CSS.escape(keys)}"]`);
  const begins = (key) => document.querySelector(`[data-sequence^="${CSS.escape(key)} "]`);

  const begin = (key) => {
    begun = key;
    clearTimeout(ending);
    ending = setTimeout(() => (begun = ""), 1500);
  };

  // True when the key belongs to a sequence, so that it means nothing else.
  const belongs = (name) => {
    const whole = begun && sequence(`${begun} ${name}`);
    begun = "";
    if (whole) location.assign(whole.dataset.href);
    else if (begins(name)) begin(name);
    else return false;
    return true;
  };

  document.addEventListener("keydown", (event) => {
    // A key that is held down acts once: the page that it leads to must not feel it too.
    if (event.altKey || event.isComposing || event.repeat) return;
    const name = nameOf(event);
    if (isTyping(event.target) && !name.startsWith("ctrl+")) return;
    if (name === "?") {
      const sheet = document.querySelector("[data-hotkey-sheet]");
      if (sheet && !document.querySelector("dialog[open]")) sheet.showModal();
      return;
    }
    if (!document.querySelector("dialog[open]") && !name.startsWith("ctrl+") && belongs(name)) {
      event.preventDefault();
      return event.stopImmediatePropagation();
    }
    const element = document.querySelector(`[data-hotkey~="${CSS.escape(name)}"]`);
    if (!element || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    // A control may send what is being typed into; Ctrl Enter there sends that form, not this one.
    if (name === "ctrl+enter" && isTyping(event.target) && event.target.form) return event.target.form.requestSubmit();
    if (element.matches("input, textarea, select")) {
      element.focus();
      element.select?.();
    } else element.click();
  });
})();
