// <details id="x" data-stay-open>: is open again when htmx puts a new one in its place, unless what
// was sent came out of it. Its fields are fetched again, and what was typed comes back (keep-draft).
(() => {
  let open = [];

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap, requestConfig } = event.detail;
    const all = shouldSwap ? [...target.querySelectorAll("details[data-stay-open][open]")] : [];
    open = all.filter((one) => !one.contains(requestConfig?.elt)).map((one) => one.id);
  });

  document.addEventListener("htmx:afterSettle", () => {
    for (const id of open.splice(0)) {
      const again = document.getElementById(id);
      if (!again || again.open) continue;
      again.dataset.stayed = "yes";
      again.open = true;
    }
  });
})();
