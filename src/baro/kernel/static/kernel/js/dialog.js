// [data-open="#id"] opens a <dialog>, [data-close] closes the one it stands in,
// <dialog data-open-now> opens as soon as it arrives. A click beside the dialog closes it.
(() => {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) {
      event.preventDefault();
      document.querySelector(opener.dataset.open)?.showModal();
      return;
    }
    const closer = event.target.closest("[data-close]");
    if (closer) closer.closest("dialog")?.close();
    else if (event.target instanceof HTMLDialogElement && isBeside(event)) event.target.close();
  });

  const isBeside = ({ target, clientX, clientY, detail }) => {
    const box = target.getBoundingClientRect();
    return detail > 0 && (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom);
  };

  baro.bind("open-now", (dialog) => dialog.showModal());

  // What is refused inside a dialog is said inside it: the page behind is out of reach.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig } = event.detail;
    const own = requestConfig.elt.closest?.("dialog[open]")?.querySelector("[data-messages]");
    if (own && target.id === "messages") event.detail.target = own;
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful, requestConfig } = event.detail;
    if (successful && requestConfig.verb !== "get") elt.closest?.("dialog[open]")?.close();
  });
})();
