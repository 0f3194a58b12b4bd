// What Material's bundle expects from an inline script of its own: the site's root and two functions that keep its
// settings apart per site. Upstream: partials/javascripts/base.html of mkdocs-material.
/* eslint-disable no-unused-vars */
var __md_scope = new URL("../../", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(scope.pathname + "." + key));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch {
    // storage is switched off or full
  }
};
