// <form data-keep-draft="key">: what is typed stays on this machine, for this person, until sent.
// It comes back when the page is opened again; a form that the server sent back keeps its own text.
baro.bind("keep-draft", (form) => {
  const DAYS = 7 * 24 * 3600 * 1000;
  const key = `baro-draft:${document.body.dataset.user || ""}:${form.dataset.keepDraft}`;
  const fields = () =>
    [...form.elements].filter((one) => one.name && !["hidden", "password", "file", "submit", "button"].includes(one.type));
  const slot = (one) => (["radio", "checkbox"].includes(one.type) ? `${one.name}=${one.value}` : one.name);
  const value = (one) => (["radio", "checkbox"].includes(one.type) ? one.checked : one.value);
  const original = Object.fromEntries(fields().map((one) => [slot(one), value(one)]));

  const store = (action) => {
    try {
      return action(localStorage);
    } catch {
      return null; // private windows may refuse to keep anything
    }
  };
  const forget = () => store((shelf) => shelf.removeItem(key));
  const keep = () => {
    const values = Object.fromEntries(fields().map((one) => [slot(one), value(one)]));
    store((shelf) => shelf.setItem(key, JSON.stringify({ at: Date.now(), values })));
  };
  const put = (values) => {
    for (const one of fields()) {
      if (!(slot(one) in values)) continue;
      if (["radio", "checkbox"].includes(one.type)) one.checked = values[slot(one)];
      else one.value = values[slot(one)];
    }
  };

  const offer = (draft) => {
    const template = document.getElementById("draft-notice");
    const notice = template.content.firstElementChild.cloneNode(true);
    const at = new Date(draft.at);
    notice.querySelector("[data-draft-at]").textContent = at.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
    notice.querySelector("[data-draft-drop]").addEventListener("click", () => {
      put(original);
      forget();
      notice.remove();
    });
    form.prepend(notice);
  };

  const read = () => store((shelf) => JSON.parse(shelf.getItem(key)));
  const draft = read();
  const sent = store(() => sessionStorage.getItem(key));
  store(() => sessionStorage.removeItem(key));
  const sentBack = form.querySelector(".errors, .is-invalid");
  if (draft && ((sent && !sentBack) || Date.now() - draft.at > DAYS)) forget();
  else if (draft && !sentBack && fields().some((one) => slot(one) in draft.values && draft.values[slot(one)] !== value(one))) {
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
