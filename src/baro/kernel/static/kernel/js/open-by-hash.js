// A <details> named in the address opens and takes the keyboard to its first control.
baro.bind("open-by-hash", (details) => {
  const open = () => {
    if (location.hash !== `#${details.id}`) return;
    details.open = true;
    details.querySelector("textarea, select, input:not([type=hidden]), button")?.focus();
  };
  open();
  window.addEventListener("hashchange", open);
});
