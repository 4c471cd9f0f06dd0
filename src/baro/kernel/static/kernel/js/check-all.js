// <input type=checkbox data-check-all="name">: ticks every box of that name in its form; Shift-click
// ticks a range. [data-bulk-bar] is shown while any is ticked, [data-bulk-count] says how many.
// [data-bulk-all="1234"] is shown while all on the page are ticked: the box in it takes them all.
baro.bind("check-all", (master) => {
  const name = master.dataset.checkAll;
  const scope = master.closest("form") || document;
  const boxes = () => [...scope.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
  let last = null;

  const tell = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    const whole = ticked > 0 && ticked === boxes().length;
    let told = ticked;
    master.checked = whole;
    master.indeterminate = ticked > 0 && !whole;
    for (const bar of scope.querySelectorAll("[data-bulk-bar]")) bar.hidden = ticked === 0;
    for (const every of scope.querySelectorAll("[data-bulk-all]")) {
      const box = every.querySelector("input");
      every.hidden = !whole;
      if (!whole) box.checked = false;
      else if (box.checked) told = Number(every.dataset.bulkAll).toLocaleString("vi-VN");
    }
    for (const count of scope.querySelectorAll("[data-bulk-count]")) count.textContent = told;
  };
  master.addEventListener("change", () => {
    for (const box of boxes()) box.checked = master.checked;
    tell();
  });
  scope.addEventListener("change", (event) => {
    if (event.target.closest("[data-bulk-all]")) tell();
  });
  scope.addEventListener("click", (event) => {
    const box = event.target;
    if (!boxes().includes(box)) return;
    const all = boxes();
    if (event.shiftKey && last) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      for (const one of all.slice(from, to + 1)) one.checked = box.checked;
    }
    last = box;
    tell();
  });
  addEventListener("pageshow", tell);
  tell();
});
