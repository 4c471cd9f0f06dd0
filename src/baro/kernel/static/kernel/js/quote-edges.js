// <form data-quote-edges> moves the two ends of a quote inside [data-quote-text]. Each end is a
// slider with data-edge: the arrows move it by a word, with Shift by a sentence, Enter sends, and
// buttons with data-step do the same. The words are shown in [data-edge-words] and marked in the
// text. [data-use-selection] offers words that were selected with the mouse.
(() => {
  const WORD = /\S+/g;
  const SENTENCE = /[^.;:!?\n]+[.;:!?]*/g;
  const pane = () => document.querySelector("[data-quote-text]");
  // The server counts characters, the browser counts halves of some of them.
  const toUnits = (text, count) => [...text.slice(0, count * 2)].slice(0, count).join("").length;
  const toCount = (text, units) => [...text.slice(0, units)].length;

  const stretches = (text, grammar) =>
    [...text.matchAll(grammar)]
      .map((found) => ({ start: found.index + found[0].search(/\S|$/), end: found.index + found[0].trimEnd().length }))
      .filter(({ start, end }) => start < end);

  const rangeOf = (start, end) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(pane(), NodeFilter.SHOW_TEXT);
    let here = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.data.length;
      if (!begun && start <= here + length) {
        range.setStart(node, start - here);
        begun = true;
      }
      if (end <= here + length) {
        range.setEnd(node, end - here);
        break;
      }
      here += length;
    }
    return range;
  };

  const marked = (start, end) => {
    const range = rangeOf(start, end);
    if (window.CSS?.highlights) CSS.highlights.set("quote", new Highlight(range));
    const scroller = pane().parentElement;
    const [inner, outer] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) scroller.scrollBy({ top: inner.top - outer.top - outer.height / 3 });
  };
  const unmarked = () => window.CSS?.highlights?.delete("quote");

  baro.bind("quote-edges", (form) => {
    const { start, end } = form.elements;
    const handles = [...form.querySelectorAll("[data-edge]")];
    const before = [start.value, end.value];

    const show = () => {
      const text = pane().textContent;
      const [from, to] = [toUnits(text, Number(start.value)), toUnits(text, Number(end.value))];
      const words = text.slice(from, to).trim();
      form.querySelector("[data-edge-words]").textContent = words;
      const [first, ...rest] = words.split(/\s+/);
      for (const handle of handles) {
        const isStart = handle.dataset.edge === "start";
        handle.setAttribute("aria-valuenow", form.elements[handle.dataset.edge].value);
        handle.setAttribute("aria-valuetext", isStart ? first : rest.at(-1) || first);
      }
      marked(from, to);
    };

    const move = (edge, step) => {
      const text = pane().textContent;
      const places = stretches(text, Math.abs(step) > 1 ? SENTENCE : WORD).map((one) => one[edge]);
      const limits = { start: toUnits(text, Number(start.value)), end: toUnits(text, Number(end.value)) };
      const here = limits[edge];
      const found = step > 0 ? places.find((place) => place > here) : places.findLast((place) => place < here);
      if (found === undefined || (edge === "start" ? found >= limits.end : found <= limits.start)) return;
      form.elements[edge].value = toCount(text, found);
      show();
    };

    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (button) move(button.parentElement.querySelector("[data-edge]").dataset.edge, Number(button.dataset.step));
    });
    form.addEventListener("keydown", (event) => {
      const edge = event.target.dataset?.edge;
      if (!edge) return;
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[event.key];
      if (step) move(edge, step * (event.shiftKey ? 2 : 1));
      else if (event.key === "Enter") form.requestSubmit();
      else return;
      event.preventDefault();
    });
    form.addEventListener("baro:revealed", show);
    form.addEventListener("baro:concealed", () => {
      [start.value, end.value] = before;
      unmarked();
    });
  });

  document.addEventListener("htmx:beforeSwap", unmarked);

  const selected = () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    return range && pane()?.contains(range.commonAncestorContainer) && range.toString().trim() ? range : null;
  };
  document.addEventListener("selectionchange", () => {
    const bar = document.querySelector("[data-use-selection]");
    if (bar) bar.hidden = !selected() || !document.querySelector("[data-keyed].is-current [data-quote-edges]");
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest("[data-use-selection]")) event.preventDefault(); // or the selection is gone
  });
  document.addEventListener("click", (event) => {
    const range = event.target.closest("[data-use-selection] button") && selected();
    const form = document.querySelector("[data-keyed].is-current [data-quote-edges]");
    if (!range || !form) return;
    const before = document.createRange();
    before.selectNodeContents(pane());
    before.setEnd(range.startContainer, range.startOffset);
    const [text, from] = [pane().textContent, before.toString().length];
    form.elements.start.value = toCount(text, from);
    form.elements.end.value = toCount(text, from + range.toString().length);
    form.requestSubmit();
  });
})();
