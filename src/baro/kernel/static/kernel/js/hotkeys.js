// Any element with data-hotkey="ctrl+k" or "n" is focused (fields) or clicked (the rest).
// "?" opens the sheet that lists the keys.
(() => {
  const isTyping = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const nameOf = (event) => `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${event.key.toLowerCase()}`;

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
