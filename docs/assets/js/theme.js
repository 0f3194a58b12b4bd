// Light or dark: the reader's choice, else the system's. In the head and not deferred, so that no page flashes.
// Keeps one word ("light" or "dark") in this browser's localStorage, under a key of this site; nothing is ever sent.
(() => {
  "use strict";
  const KEY = "grenzen.theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is switched off: the choice then lasts for this page
    }
  };
  const store = (theme) => {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // as above
    }
  };
  const now = () => root.dataset.theme || (system.matches ? "dark" : "light");

  root.classList.replace("no-js", "js");
  if (["light", "dark"].includes(stored())) root.dataset.theme = stored();

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-button]");
    if (!button) return;
    const name = button.querySelector("[data-theme-name]");
    const show = () => (name.textContent = now() === "dark" ? button.dataset.light : button.dataset.dark);
    button.addEventListener("click", () => {
      root.dataset.theme = now() === "dark" ? "light" : "dark";
      store(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  });
})();
