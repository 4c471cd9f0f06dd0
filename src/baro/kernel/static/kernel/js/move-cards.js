// [data-move-cards]: a card with data-moves='{"column": {"post": address} or {"open": address}}' can be
// dragged to those columns alone. Dropped, it posts the empty form [data-move-form] or opens the address.
baro.bind("move-cards", (board) => {
  let moves = null;
  const column = (event) => event.target.closest("[data-card-column]");
  const allowed = (one) => one && moves?.[one.dataset.cardColumn];
  const clear = () => {
    for (const one of board.querySelectorAll(".may-drop, .is-over")) one.classList.remove("may-drop", "is-over");
  };

  board.addEventListener("dragstart", (event) => {
    const card = event.target.closest("[data-moves]");
    if (!card) return;
    moves = JSON.parse(card.dataset.moves);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.textContent.trim());
    for (const one of board.querySelectorAll("[data-card-column]")) one.classList.toggle("may-drop", Boolean(allowed(one)));
  });
  board.addEventListener("dragover", (event) => {
    const here = column(event);
    for (const one of board.querySelectorAll(".is-over")) if (one !== here) one.classList.remove("is-over");
    if (!allowed(here)) return;
    event.preventDefault();
    here.classList.add("is-over");
  });
  board.addEventListener("drop", (event) => {
    const move = allowed(column(event));
    if (!move) return;
    event.preventDefault();
    if (move.open) return location.assign(move.open);
    const form = document.querySelector("[data-move-form]");
    form.action = move.post;
    form.requestSubmit();
  });
  board.addEventListener("dragend", () => {
    moves = null;
    clear();
  });
});
