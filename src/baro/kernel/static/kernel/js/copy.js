// [data-copy="chữ"] or [data-copy-from="#id"]: puts the text on the clipboard and says so.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
  const text = button.dataset.copy ?? source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text.trim());
    baro.say("Đã chép.", "success");
  } catch {
    baro.say("Trình duyệt không cho chép tự động. Xin chọn chữ rồi bấm Ctrl C.", "warning");
  }
});
