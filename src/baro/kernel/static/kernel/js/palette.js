// [data-palette]: a field over a list of options (ARIA combobox). The field keeps the focus; arrows
// choose, Enter opens, Ctrl Enter opens in a new tab. An entry with data-press presses the control
// that it names. Without words it begins with the pages that this tab opened last.
baro.bind("palette", (dialog) => {
  const field = dialog.querySelector("[role=combobox]");
  const results = dialog.querySelector("[data-palette-results]");
  const said = dialog.querySelector("[data-palette-said]");
  const options = () => [...results.querySelectorAll("[role=option]")];
  const chosen = () => results.querySelector("[aria-selected=true]");
  const typed = () => field.value.replace(/\s+/g, " ").trim();
  const answered = () => results.querySelector("[data-words]")?.dataset.words;
  let hurried = null; // Enter was pressed before the answer came

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const follow = (option, { apart = false } = {}) => {
    if (option.dataset.press) {
      dialog.close();
      document.querySelector(option.dataset.press)?.click();
    } else if (apart) window.open(option.href, "_blank", "noopener");
    else {
      dialog.close();
      location.assign(option.href);
    }
  };

  const shown = () => {
    if (!typed()) showRecent();
    choose(options()[0]);
    const count = options().length;
    field.setAttribute("aria-expanded", String(count > 0));
    said.textContent = count ? `${count} kết quả` : "Không tìm thấy gì.";
    // An earlier answer may come in between: what was asked last is waited for.
    if (!hurried || answered() !== typed()) return;
    if (chosen()) follow(chosen(), hurried);
    hurried = null;
  };

  // The dialog itself is opened by dialog.js; each time it asks anew, from a clean field.
  new MutationObserver(() => {
    hurried = null;
    if (!dialog.open) return;
    field.value = "";
    field.focus();
    field.dispatchEvent(new Event("palette-ask"));
  }).observe(dialog, { attributeFilter: ["open"] });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === results) shown();
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const how = { apart: event.ctrlKey || event.metaKey };
      if (answered() !== typed()) hurried = how;
      else if (chosen()) follow(chosen(), how);
    }
  });

  results.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(option);
  });

  results.addEventListener("pointermove", (event) => {
    const option = event.target.closest("[role=option]");
    if (option && option !== chosen()) {
      chosen()?.setAttribute("aria-selected", "false");
      option.setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", option.id);
    }
  });

  remember();

  // Kept by this tab alone, for this user alone; the tab forgets when it is closed.
  function key() {
    return `baro-opened-${document.body.dataset.user}`;
  }

  function opened() {
    try {
      return JSON.parse(sessionStorage.getItem(key())) || [];
    } catch {
      return [];
    }
  }

  function remember() {
    const words = document.querySelector("main h1")?.textContent.trim();
    const number = document.title.split(" · ")[0];
    const here = location.pathname;
    if (!words || here === dialog.querySelector("form").getAttribute("action")) return;
    const label = /\d/.test(number) && !words.includes(number) ? `${number} ${words}` : words;
    const rest = opened().filter((page) => page.href !== here);
    try {
      sessionStorage.setItem(key(), JSON.stringify([{ href: here, label }, ...rest].slice(0, 8)));
    } catch {
      // private windows may refuse: then nothing is remembered
    }
  }

  function showRecent() {
    const pages = opened().filter((page) => page.href !== location.pathname).slice(0, 5);
    const list = results.querySelector("[role=listbox]");
    if (!pages.length || !list) return;
    const group = dialog.querySelector("[data-palette-recent]").content.cloneNode(true).firstElementChild;
    pages.forEach(({ href, label }, place) => {
      const entry = dialog.querySelector("[data-palette-entry]").content.cloneNode(true).firstElementChild;
      entry.href = href;
      entry.id = `palette-recent-${place}`;
      entry.querySelector(".palette-label").textContent = label;
      group.append(entry);
    });
    list.prepend(group);
  }
});
