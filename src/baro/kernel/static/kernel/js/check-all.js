// <input type=checkbox data-check-all="name">: ticks every box of that name in its form; Shift-click
// ticks a range. [data-bulk-bar] is shown while any is ticked, [data-bulk-count] says how many.
baro.bind("check-all", (master) => {
  const name = master.dataset.checkAll;
  const scope = master.closest("form") || document;
  const boxes = () => [...scope.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
  let last = null;

  const tell = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    master.checked = ticked > 0 && ticked === boxes().length;
    master.indeterminate = ticked > 0 && !master.checked;
    for (const bar of scope.querySelectorAll("[data-bulk-bar]")) bar.hidden = ticked === 0;
    for (const count of scope.querySelectorAll("[data-bulk-count]")) count.textContent = ticked;
  };
  master.addEventListener("change", () => {
    for (const box of boxes()) box.checked = master.checked;
    tell();
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
  tell();
});
