// The quick way out: an empty page in place of this one, so that "back" does not lead here again. Without script the
// link leads to the same empty page, but then "back" returns. No page elsewhere is asked for: that would leave a trace.
(() => {
  "use strict";
  for (const link of document.querySelectorAll("[data-exit]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace("about:blank");
    });
  }
})();
