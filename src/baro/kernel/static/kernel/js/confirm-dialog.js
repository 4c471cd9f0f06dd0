// [data-confirm="Câu hỏi"] on a button, a form or an htmx element: asks before acting.
// data-confirm-yes gives the word on the button that goes on.
(() => {
  const ask = (element, go) => {
    const sheet = document.getElementById("confirm");
    const yes = sheet.querySelector("[data-confirm-go]");
    sheet.querySelector("[data-confirm-text]").textContent = element.dataset.confirm;
    yes.textContent = element.dataset.confirmYes || "Đồng ý";
    sheet.returnValue = "";
    sheet.addEventListener("close", () => sheet.returnValue === "go" && go(), { once: true });
    sheet.showModal();
  };

  // A form that htmx sends on other occasions than its submission is submitted by the browser.
  const isHtmx = (element) =>
    element.matches("[hx-get], [hx-post], [hx-put], [hx-patch], [hx-delete]") &&
    /(^|[\s,])submit\b/.test(element.getAttribute("hx-trigger") || "submit");

  document.addEventListener("htmx:confirm", (event) => {
    const submitter = event.detail.triggeringEvent?.submitter;
    const element = [submitter, event.detail.elt].find((one) => one?.dataset?.confirm);
    if (!element) return;
    event.preventDefault();
    ask(element, () => event.detail.issueRequest(true));
  });

  const agreed = new WeakSet();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const element = [event.submitter, form].find((one) => one?.dataset?.confirm);
      if (!element || isHtmx(form) || isHtmx(element) || agreed.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(element, () => {
        agreed.add(form);
        form.requestSubmit(event.submitter);
      });
    },
    true,
  );
})();
