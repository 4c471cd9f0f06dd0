// <form data-keep-draft="key">: what is typed stays on this machine, for this person, until sent.
// It comes back when the page is opened again; a form that the server sent back keeps its own text.
baro.bind("keep-draft", (form) => {
  const DAYS = 7 * 24 * 3600 * 1000;
  const key = `baro-draft:${document.body.dataset.user || ""}:${form.dataset.keepDraft}`;
  const fields = () =>
    [...form.elements].filter((one) => one.name && !["hidden", "password", "file", "submit", "button"].includes(one.type));
  const isBox = (one) => ["radio", "checkbox"].includes(one.type);
  // Each field by its own key: a box by its value, the second input of one name by its number.
  const slots = () => {
    const seen = {};
    return fields().map((one) => {
      if (isBox(one)) return [`${one.name}=${one.value}`, one];
      const number = (seen[one.name] = (seen[one.name] ?? -1) + 1);
      return [number ? `${one.name}#${number}` : one.name, one];
    });
  };
  const value = (one) => (isBox(one) ? one.checked : one.value);
  const values = () => Object.fromEntries(slots().map(([slot, one]) => [slot, value(one)]));

  const store = (action) => {
    try {
      return action(localStorage);
    } catch {
      return null; // private windows may refuse to keep anything
    }
  };
  const forget = () => store((shelf) => shelf.removeItem(key));
  const keep = () => {
    store((shelf) => shelf.setItem(key, JSON.stringify({ at: Date.now(), values: values() })));
  };
  const put = (kept) => {
    const done = new Set();
    // Asked anew each time: a row of like inputs grows as its last one is filled in.
    for (let next; (next = slots().find(([slot]) => slot in kept && !done.has(slot))); ) {
      const [slot, one] = next;
      done.add(slot);
      if (isBox(one)) one.checked = kept[slot];
      else if (one.value !== kept[slot]) {
        one.value = kept[slot];
        one.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  };

  const offer = (draft) => {
    const template = document.getElementById("draft-notice");
    const notice = template.content.firstElementChild.cloneNode(true);
    const at = new Date(draft.at);
    notice.querySelector("[data-draft-at]").textContent = at.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
    notice.querySelector("[data-draft-drop]").addEventListener("click", () => {
      form.reset();
      forget();
      notice.remove();
    });
    form.prepend(notice);
  };

  const read = () => store((shelf) => JSON.parse(shelf.getItem(key)));
  const draft = read();
  const sent = store(() => sessionStorage.getItem(key));
  store(() => sessionStorage.removeItem(key));
  const sentBack = form.querySelector(".errors, .is-invalid, [data-sent-back]");
  if (draft && ((sent && !sentBack) || Date.now() - draft.at > DAYS)) forget();
  else if (draft && !sentBack && slots().some(([slot, one]) => slot in draft.values && draft.values[slot] !== value(one))) {
    put(draft.values);
    offer(draft);
  }

  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep();
    store(() => sessionStorage.setItem(key, "sent"));
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt !== form && !form.contains(event.detail.elt)) return;
    if (event.detail.successful && event.detail.requestConfig.verb !== "get") forget();
    store(() => sessionStorage.removeItem(key));
  });
});
