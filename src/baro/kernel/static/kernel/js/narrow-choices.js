// [data-narrow-choices]: what is typed into its [data-narrow-words] leaves only the labels that have
// all the words, with or without accents; ticked ones stay.
baro.bind("narrow-choices", (group) => {
  const plain = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  const labels = [...group.querySelectorAll("label")].map((label) => [label, plain(label.textContent)]);
  const words = group.querySelector("[data-narrow-words]");
  words.addEventListener("input", () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    for (const [label, text] of labels) {
      label.hidden = !label.querySelector("input").checked && !wanted.every((word) => text.includes(word));
    }
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
});
