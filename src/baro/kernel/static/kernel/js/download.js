// <a data-download="Đang lập tệp Excel…" href>: a file that takes a while. The link says that it is
// being made until it is there; a refusal, and a browser without this script, follow the link itself.
(() => {
  const nameOf = (answer) => {
    const told = answer.headers.get("Content-Disposition") || "";
    const coded = /filename\*=utf-8''([^;]+)/i.exec(told);
    return coded ? decodeURIComponent(coded[1]) : /filename="?([^";]+)/.exec(told)?.[1] || "";
  };

  const hand = (content, name) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const fetchFile = async (link) => {
    const answer = await fetch(link.href);
    const name = nameOf(answer);
    if (!answer.ok || !name) return location.assign(link.href);
    hand(await answer.blob(), name);
    baro.say(`Đã tải xong tệp ${name}.`, "success");
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-download]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.hasAttribute("aria-busy")) return;
    const words = link.querySelector("span") || link;
    const before = words.textContent;
    words.textContent = link.dataset.download;
    link.setAttribute("aria-busy", "true");
    const told = baro.say(`${link.dataset.download} Danh sách dài thì chờ vài giây; xin giữ trang này mở.`);
    try {
      await fetchFile(link);
    } catch {
      baro.say("Mất kết nối với máy chủ nên chưa tải được tệp. Xin thử lại khi có mạng.", "error");
    } finally {
      told.remove();
      words.textContent = before;
      link.removeAttribute("aria-busy");
    }
  });
})();
