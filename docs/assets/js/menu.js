// The menu is a native <details> and works without this. With it: Escape and a click beside it close it.
(() => {
  "use strict";
  const menu = document.querySelector("[data-menu]");
  if (!menu) return;
  const close = () => menu.removeAttribute("open");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) close();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
})();
