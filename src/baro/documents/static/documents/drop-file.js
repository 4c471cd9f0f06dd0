// A file dropped anywhere on the zone is put into its input; the name is shown and announced.
baro.bind("drop-file", (zone) => {
  const input = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector("[data-chosen]");

  const show = () => {
    const file = input.files[0];
    chosen.hidden = !file;
    chosen.textContent = file
      ? `Đã chọn: ${file.name} (${(file.size / 2 ** 20).toLocaleString("vi", { maximumFractionDigits: 1 })} MB)`
      : "";
  };

  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, () => zone.classList.add("is-over"));
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("is-over"));
  show();
});
