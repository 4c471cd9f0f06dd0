// [data-lost-file="id"]: that a file must be chosen again; gone where the control still holds it.
baro.bind("lost-file", (notice) => {
  const input = document.getElementById(notice.dataset.lostFile);
  if (input?.files.length) notice.remove();
  else input?.addEventListener("change", () => notice.remove(), { once: true });
});

// [data-drop] around an <input type=file>: takes files dropped on it, shows name and size, and how
// far the upload is. Without this script the plain file field remains.
baro.bind("drop", (zone) => {
  const input = zone.querySelector("input[type=file]");
  const names = zone.querySelector("[data-drop-names]");
  const bar = zone.querySelector("progress");
  const limit = Number(zone.dataset.dropLimit || 0);
  const size = (bytes) =>
    bytes < 1048576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1048576).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`;

  const show = () => {
    names.textContent = "";
    for (const file of input.files) {
      const line = document.createElement("li");
      line.textContent = `${file.name} (${size(file.size)})`;
      if (limit && file.size > limit) {
        line.textContent += `: lớn hơn mức ${size(limit)} cho phép`;
        line.className = "drop-wrong";
      }
      names.append(line);
    }
    zone.classList.toggle("has-files", input.files.length > 0);
  };

  input.addEventListener("change", show);
  if (input.files.length) show(); // kept from before a refusal
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  const form = input.form;
  form?.addEventListener("submit", () => {
    if (input.files.length && bar) {
      bar.hidden = false;
      bar.removeAttribute("value");
    }
  });
  form?.addEventListener("htmx:xhr:progress", (event) => {
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.max = event.detail.total;
    bar.value = event.detail.loaded;
  });
  form?.addEventListener("htmx:afterRequest", () => bar && (bar.hidden = true));
});
