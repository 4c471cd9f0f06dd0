// Narrows a long list while one types; accents may be left out.
baro.bind("filter-list", (list) => {
  const input = list.querySelector("input[type=search]");
  const found = list.querySelector("[data-found]");
  const fold = (text) =>
    text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  const items = [...list.querySelectorAll("[data-item]")].map((item) => [item, fold(item.textContent)]);

  input.hidden = false;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [item, text] of items) {
      const fits = words.every((word) => text.includes(word));
      item.hidden = !fits;
      count += fits;
    }
    for (const section of list.querySelectorAll("fieldset")) {
      section.hidden = !section.querySelector("[data-item]:not([hidden])");
    }
    found.textContent = words.length ? `${count} đơn vị khớp.` : "";
  });
});
