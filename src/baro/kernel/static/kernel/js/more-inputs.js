// A group of inputs of one name always keeps one blank input at its end.
baro.bind("more-inputs", (group) => {
  group.addEventListener("input", () => {
    const inputs = group.querySelectorAll("input");
    const last = inputs[inputs.length - 1];
    if (!last.value) return;
    const blank = last.cloneNode();
    blank.value = "";
    blank.removeAttribute("id");
    group.append(blank);
  });
});
