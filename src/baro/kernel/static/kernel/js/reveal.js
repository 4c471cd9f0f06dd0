// [data-reveal="#x"] shows a hidden part and puts the focus into its first field; [data-conceal="#x"]
// or Escape inside hides it again and gives the focus back. Without this script a link leads on.
(() => {
  let opener = null;

  baro.reveal = (inside) => {
    const part = inside.closest("[hidden]");
    if (!part) return;
    part.hidden = false;
    part.dispatchEvent(new CustomEvent("baro:revealed", { bubbles: true }));
  };

  const show = (part, from) => {
    opener = from;
    baro.reveal(part);
    (part.querySelector("[role=slider]") || part.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
    part.scrollIntoView({ block: "nearest" });
  };

  const hide = (part) => {
    if (part.hidden) return;
    const back = opener?.isConnected && opener.offsetParent ? opener : part.closest("[data-keyed]");
    part.hidden = true;
    part.dispatchEvent(new CustomEvent("baro:concealed", { bubbles: true }));
    back?.focus();
  };

  document.addEventListener("click", (event) => {
    const from = event.target.closest("[data-reveal]");
    const part = from && document.querySelector(from.dataset.reveal);
    if (part) {
      event.preventDefault();
      part.hidden ? show(part, from) : hide(part);
    }
    const done = event.target.closest("[data-conceal]");
    if (done) hide(document.querySelector(done.dataset.conceal));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const part = event.target.closest?.(".quick, [data-quote-edges]");
    if (!part || part.hidden) return;
    event.preventDefault();
    hide(part);
  });
})();
