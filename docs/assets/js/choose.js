// One's own choice of cards: what is ticked stands on sheets for the printer and in the address (#cards=one,two), and
// nowhere else. The sheets are copies of the sides that the page holds; each side gets the largest type that fits.
(() => {
  "use strict";
  const root = document.querySelector("[data-choose]");
  if (!root) return;
  const part = (name) => root.querySelector(`[data-${name}]`);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const tell = (name, values) => root.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const SIZES = ["125", "115", "106", "98", "93", "89", "86", "83", "80"]; // tenths of a point; choose.css has the same
  const MARKS = { fronts: ["top", "bottom", "left", "right", "across", "down"], backs: [], fold: ["left", "right", "fold"] };
  const boxes = all("input[name=cards]");
  const filters = all("[data-filter]");
  const measure = part("measure");
  const sides = {};
  for (const side of all("[data-card]")) (sides[side.dataset.card] ??= []).push(side);
  const fitted = new Set();

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const single = () => root.querySelector("input[value=one]").checked;
  const title = (id) => sides[id][0].querySelector(".a6__title").textContent;
  const address = (ids) => (ids.length ? `#cards=${ids.join(",")}${single() ? "&sides=one" : ""}` : "");

  // ── type that fits ──

  const fits = (side, size) => {
    side.dataset.size = size;
    const text = side.firstElementChild;
    return text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth;
  };
  const fit = (id) => {
    if (fitted.has(id)) return;
    fitted.add(id);
    for (const side of sides[id]) {
      measure.replaceChildren(side);
      side.classList.toggle("a6--long", !SIZES.some((size) => fits(side, size)));
    }
    measure.replaceChildren();
  };
  const tooLong = (id) => sides[id].some((side) => side.classList.contains("a6--long"));

  // ── sheets ──

  const sheet = (kind, number, cards) => {
    const made = document.createElement("div");
    made.className = `sheet sheet--${kind}`;
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", tell(kind, { number }));
    made.append(...cards.map((card) => card.cloneNode(true)));
    for (const name of MARKS[kind]) made.appendChild(document.createElement("span")).className = `cut cut--${name}`;
    return made;
  };
  const sheets = (ids) => {
    const made = [];
    const step = single() ? 2 : 4;
    for (let first = 0, number = 1; first < ids.length; first += step, number += 1) {
      const here = ids.slice(first, first + step).map((id) => sides[id]);
      if (single()) made.push(sheet("fold", number, here.flat()));
      else for (const [at, kind] of ["fronts", "backs"].entries()) made.push(sheet(kind, number, here.map((both) => both[at])));
    }
    return made;
  };

  const show = (lost = false) => {
    const ids = chosen();
    ids.forEach(fit);
    const made = sheets(ids);
    part("sheets").replaceChildren(...made);
    const count = { count: ids.length, sheets: single() ? made.length : made.length / 2 };
    const said = tell(ids.length > 1 ? "other" : ids.length ? "one" : "none", count);
    part("count").textContent = lost ? `${root.dataset.unknown} ${said}` : said;
    const long = ids.filter(tooLong);
    part("warning").hidden = !long.length;
    part("warning").textContent = long.length ? tell("long", { cards: long.map(title).join(", ") }) : "";
    part("print").disabled = part("link").disabled = !ids.length;
    part("address").hidden = true;
    for (const link of document.querySelectorAll("a[hreflang]")) link.hash = address(ids);
  };

  // ── the address ──

  const write = () => {
    history.replaceState(null, "", address(chosen()) || location.pathname + location.search);
    show();
  };
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const ids = (asked.get("cards") ?? "").split(",").filter(Boolean);
    for (const box of boxes) box.checked = ids.includes(box.value);
    root.querySelector(`input[value=${asked.get("sides") === "one" ? "one" : "both"}]`).checked = true;
    show(ids.some((id) => !sides[id]));
  };

  // ── the list ──

  const row = (box) => box.closest("li");
  const filter = () => {
    for (const box of boxes) {
      const has = row(box).dataset;
      const fails = ({ value, dataset: { filter: name } }) => value && has[name] && !has[name].split(" ").includes(value);
      row(box).hidden = filters.some(fails);
    }
    const shown = boxes.filter((box) => !row(box).hidden).length;
    part("shown-now").textContent = tell("shown", { shown, all: boxes.length });
  };
  const tick = (some, checked) => {
    for (const box of some) box.checked = checked;
    write();
  };

  const link = async () => {
    const field = part("link-text");
    field.value = location.href;
    part("address").hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      part("count").textContent = root.dataset.copied;
    } catch {
      part("count").textContent = root.dataset.copyYourself; // browsers give no clipboard to plain http
    }
  };

  root.addEventListener("change", ({ target }) => (target.matches("[data-filter]") ? filter() : target.type !== "text" && write()));
  part("all").addEventListener("click", () => tick(boxes.filter((box) => !row(box).hidden), true));
  part("clear").addEventListener("click", () => tick(boxes, false));
  part("print").addEventListener("click", () => print());
  part("link").addEventListener("click", link);
  addEventListener("hashchange", read);

  filter();
  const letters = [400, 700].map((weight) => document.fonts.load(`${weight} 12pt "Atkinson Hyperlegible Next"`));
  Promise.allSettled(letters).then(read); // measured with the letters that are printed
})();
