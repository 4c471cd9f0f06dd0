// The message region: closing by hand, good news leaving by itself, and words for broken requests.
(() => {
  const STAY = 8000;

  document.addEventListener("click", (event) => {
    event.target.closest("[data-dismiss]")?.closest("[data-message]")?.remove();
  });

  // What one presses is never covered: the notices stand above any row of buttons in their way.
  const GAP = 12;
  const place = () => {
    const region = document.getElementById("messages");
    if (!region) return;
    region.style.removeProperty("inset-block-end");
    if (!region.childElementCount) return;
    const box = region.getBoundingClientRect();
    const inWay = [...document.querySelectorAll("[data-foot], .form-actions")]
      .map((row) => row.getBoundingClientRect())
      .filter((row) => row.height && row.left < box.right && row.right > box.left)
      .sort((one, other) => other.bottom - one.bottom);
    let foot = box.bottom;
    for (const row of inWay) {
      if (row.top < foot + GAP && row.bottom > foot - box.height - GAP) foot = row.top - GAP;
    }
    if (foot < box.bottom && foot - box.height > 0) region.style.insetBlockEnd = `${innerHeight - foot}px`;
  };
  let isAsked = false;
  const placeSoon = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      place();
    });
  };
  for (const name of ["scroll", "resize", "change", "load", "htmx:afterSettle"]) {
    addEventListener(name, placeSoon, { passive: true, capture: true });
  }

  baro.bind("message", (message) => {
    placeSoon();
    if (message.dataset.message !== "success" || !message.closest("#messages")) return;
    let timer = setTimeout(() => message.remove(), STAY);
    message.addEventListener("pointerenter", () => clearTimeout(timer));
    message.addEventListener("pointerleave", () => (timer = setTimeout(() => message.remove(), STAY)));
  });

  baro.say = (text, tone = "info") => {
    const template = document.getElementById(`message-${tone}`) || document.getElementById("message-info");
    const message = template.content.firstElementChild.cloneNode(true);
    message.querySelector(".message-text").textContent = text;
    const open = [...document.querySelectorAll("dialog[open] [data-messages]")].pop();
    (open || document.getElementById("messages")).append(message);
    baro.start(message);
    return message;
  };

  document.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status;
    if (status === 404) baro.say("Nội dung này không còn, hoặc ông/bà không được giao quyền xem.", "error");
    else if (status === 413) baro.say("Tệp quá lớn nên chưa gửi được.", "error");
    else if (status === 429) baro.say("Ông/bà gửi quá nhanh. Xin chờ một phút rồi thử lại.", "error");
    else if (status === 503) baro.say("Hệ thống đang khởi động lại, chưa chắc việc vừa gửi đã được ghi. Xin chờ ít phút, tải lại trang rồi xem trước khi gửi lại.", "error");
    else baro.say("Hệ thống gặp sự cố, yêu cầu chưa được thực hiện. Xin thử lại sau ít phút.", "error");
  });
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, () =>
      baro.say("Mất kết nối với máy chủ. Những gì đã nhập vẫn còn; xin thử lại khi có mạng.", "error"),
    );
  }
})();
