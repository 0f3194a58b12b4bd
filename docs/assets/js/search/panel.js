"use strict";
/*
 * The search panel: opens, loads the engine when it is first needed, shows what it finds. Nothing that is typed leaves
 * this page: no form, no address, no storage. The same scripts serve http and file://, in the page and without a worker:
 * one answer takes a few milliseconds (benchmarks/search.py), and browsers refuse workers on file://.
 */
const siteSearch = {};

(() => {
  const dialog = document.querySelector("[data-search]");
  const opener = document.querySelector("[data-search-open]");
  if (!dialog || !opener) return;
  const part = (name) => dialog.querySelector(`[data-search-${name}]`);
  const input = dialog.querySelector("input");
  const [count, kinds, list] = [part("count"), part("kinds"), part("results")];
  const root = new URL(`${dialog.dataset.base}/`, location.href);
  const FEW = 10;
  let [engine, loading, kind, shown, announce] = [undefined, undefined, "", FEW, 0];

  const script = (path) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(path, root);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  function load() {
    const paths = ["engine", "words", "index"].map((name) => `assets/search/${name}.js`);
    loading ??= Promise.all(paths.map(script)).then(() => {
      engine = new siteSearch.Engine(siteSearch.told, siteSearch.pages);
    });
    return loading;
  }

  function open(event) {
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    load().then(show, () => {
      count.textContent = dialog.dataset.failed;
    });
  }

  function close() {
    dialog.close();
    opener.focus({ preventScroll: true });
  }

  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }

  const say = (key, value) => siteSearch.told.texts[key].replace("{count}", value);

  function show() {
    if (!engine) return;
    const typed = input.value.trim();
    const { results, terms } = typed ? engine.search(typed) : { results: [], terms: new Set() };
    if (!results.some((one) => one.kind === kind)) kind = "";
    const chosen = results.filter((one) => !kind || one.kind === kind);
    list.replaceChildren(...chosen.slice(0, shown).map((one) => row(one, terms)));
    if (chosen.length > shown) list.append(moreButton());
    showKinds(results);
    clearTimeout(announce);
    const told = !typed ? "" : chosen.length === 1 ? say("one") : chosen.length ? say("other", chosen.length) : say("none");
    announce = setTimeout(() => (count.textContent = told), 300); // not after every letter: a screen reader reads it aloud
  }

  function row({ page, unit, more, kind }, terms) {
    const [name, place] = unit.kind === page.kind ? [page.title, unit.isTop ? "" : unit.heading] : [unit.heading, page.title];
    const link = make("a", "search__link");
    link.href = address(page, unit);
    link.append(make("span", "search__name", name), make("span", "search__kind", say(`kinds.${kind}`)));
    if (place && place !== say(`kinds.${kind}`)) link.append(make("span", "search__section", place));
    link.append(make("span", "search__text", ...siteSearch.snippet(unit.text, terms)));
    const others = more.filter((one) => !one.isTop).map((one) => {
      const other = make("a", "", one.heading);
      other.href = address(page, one);
      return make("li", "", other);
    });
    return make("li", "search__result", link, ...(others.length ? [make("ul", "search__others", ...others)] : []));
  }

  function address(page, unit) {
    const place = new URL(page.url, root);
    if (unit.anchor) place.hash = unit.anchor;
    return place.href;
  }

  function moreButton() {
    const button = make("button", "search__next", say("more"));
    button.type = "button";
    button.addEventListener("click", () => {
      const next = shown;
      shown += FEW;
      show();
      list.children[next]?.querySelector("a").focus();
    });
    return make("li", "", button);
  }

  function showKinds(results) {
    const counts = new Map([["", results.length]]);
    for (const one of results) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
    kinds.hidden = counts.size < 3;
    const order = ["", ...Object.keys(siteSearch.told.texts).filter((key) => key.startsWith("kinds.")).map((key) => key.slice(6))];
    const buttons = order.filter((name) => counts.has(name)).map((name) => {
      const button = make("button", "search__pick", `${name ? say(`kinds.${name}`) : say("all")} ${counts.get(name)}`);
      button.type = "button";
      button.setAttribute("aria-pressed", String(name === kind));
      button.addEventListener("click", () => {
        [kind, shown] = [name, FEW];
        show();
        kinds.querySelector("[aria-pressed=true]").focus();
      });
      return button;
    });
    kinds.replaceChildren(...buttons);
  }

  /* Arrows walk from the input through the results and back; Enter in the input opens the first one. */
  function move(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === input) links[0]?.click();
    else if (event.key === "ArrowDown" && (at >= 0 || event.target === input)) links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  }

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.setAttribute("aria-keyshortcuts", "/");
  opener.addEventListener("click", open);
  opener.addEventListener("keydown", (event) => event.key === " " && open(event));
  opener.addEventListener("pointerenter", () => load().catch(() => {})); // told when it opens
  part("close").addEventListener("click", close);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close(); // beside the panel
    else if (event.target.closest("a")) dialog.close();
  });
  input.addEventListener("input", () => {
    shown = FEW;
    show();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
})();
