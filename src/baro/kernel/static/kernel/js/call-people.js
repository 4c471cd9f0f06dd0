// <form data-calls="address">: typing @ and a name in its text field shows who can be called, fetched
// into [data-calls-list]; arrows choose, Enter or Tab takes the name, Escape leaves it.
baro.bind("calls", (form) => {
  const field = form.querySelector("textarea");
  const list = form.querySelector("[data-calls-list]");
  if (!field || !list) return;
  const CALL = /(?:^|[^\p{L}\d@.])@([\p{L} ]{0,40})$/u;
  let waiting;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const asked = () => CALL.exec(field.value.slice(0, field.selectionStart))?.[1];

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const close = () => {
    clearTimeout(waiting);
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  };

  const take = (option) => {
    const end = field.selectionStart;
    const start = end - asked().length;
    field.setRangeText(`${option.dataset.name} `, start, end, "end");
    const key = document.createElement("input");
    Object.assign(key, { type: "hidden", name: "meant", value: option.dataset.keyOf });
    form.append(key);
    close();
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  field.setAttribute("aria-autocomplete", "list");

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const words = asked();
    // Two words and a blank that led to nobody are a sentence, no name.
    if (words === undefined || (/\s$/.test(words) && !options().length && words.trim())) return close();
    waiting = setTimeout(async () => {
      await htmx.ajax("GET", form.dataset.calls, { target: list, swap: "innerHTML", values: { q: words.trim() } });
      if (asked() === undefined) close();
      else choose(options()[0]);
    }, 150);
  });

  // The list opens under the field, where a phone has its fixed bar: CSS says how far from it.
  list.addEventListener("htmx:afterSettle", () => list.scrollIntoView({ block: "nearest" }));

  field.addEventListener("keydown", (event) => {
    const all = options();
    if (!all.length || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && chosen()) take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    take(option);
  });

  field.addEventListener("blur", () => setTimeout(close, 150));
});
