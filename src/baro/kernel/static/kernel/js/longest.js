// <input data-longest="500">: nothing typed or pasted is cut. Near the limit a line below says how
// much room is left, and past it how much is too much. Counted as the server counts.
baro.bind("longest", (box) => {
  const limit = Number(box.dataset.longest);
  const told = (count) => count.toLocaleString("vi-VN");
  const length = () => [...box.value.trim().replace(/\r?\n/g, "\r\n")].length;
  let line;
  const tell = () => {
    const count = length();
    if (!line && count < limit * 0.9) return;
    if (!line) {
      line = document.createElement("p");
      line.className = "field-room";
      line.setAttribute("aria-live", "polite");
      box.after(line);
    }
    line.hidden = count < limit * 0.9;
    line.classList.toggle("is-over", count > limit);
    line.textContent =
      count > limit
        ? `Dài ${told(count)} ký tự, quá mức ${told(limit)} ký tự: còn phải bớt ${told(count - limit)}.`
        : `${told(count)} trên ${told(limit)} ký tự.`;
  };
  box.addEventListener("input", tell);
  tell();
});
