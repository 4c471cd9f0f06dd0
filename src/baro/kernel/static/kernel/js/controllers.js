// Behaviours are bound by data- attributes: baro.bind("auto-submit", start) runs start(element)
// once for each [data-auto-submit], also for what htmx brings in later.
window.baro = (() => {
  const known = [];

  const start = (controller, root) => {
    const selector = `[data-${controller.name}]`;
    const found = root.matches?.(selector) ? [root] : [];
    for (const element of [...found, ...root.querySelectorAll(selector)]) {
      if (controller.started.has(element)) continue;
      controller.started.add(element);
      controller.start(element);
    }
  };

  document.addEventListener("htmx:load", (event) => {
    for (const controller of known) start(controller, event.detail.elt);
  });

  return {
    start(root) {
      for (const controller of known) start(controller, root);
    },
    bind(name, begin) {
      const controller = { name, start: begin, started: new WeakSet() };
      known.push(controller);
      start(controller, document);
    },
  };
})();
