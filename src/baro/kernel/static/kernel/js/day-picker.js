// [data-day-picker]: a text box for dd/mm/yyyy with the browser's own calendar behind a button.
baro.bind("day-picker", (picker) => {
  const [text, native] = picker.querySelectorAll("input");
  const two = (number) => String(number).padStart(2, "0");
  picker.querySelector("button").addEventListener("click", () => {
    const parts = text.value.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
    if (parts) native.value = `${parts[3]}-${two(parts[2])}-${two(parts[1])}`;
    native.showPicker();
  });
  native.addEventListener("change", () => {
    text.value = native.value.split("-").reverse().join("/");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.dispatchEvent(new Event("change", { bubbles: true }));
  });
});
