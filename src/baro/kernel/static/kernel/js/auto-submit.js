// <form data-auto-submit>: sends itself when a choice changes; typed text after a short rest.
baro.bind("auto-submit", (form) => {
  let timer;
  const send = () => form.requestSubmit();
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[type=search], input[type=text]")) send();
  });
  form.addEventListener("input", (event) => {
    if (!event.target.matches("input[type=search], input[type=text]")) return;
    clearTimeout(timer);
    timer = setTimeout(send, 450);
  });
});
