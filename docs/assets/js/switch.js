// The other language opens at the same place: what stands behind # in the address goes along (a chosen card, a contact,
// a step of the route). Where the other page lacks that place, it opens at its top. Without script it always does.
(() => {
  "use strict";
  for (const link of document.querySelectorAll("a[data-switch]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
})();
