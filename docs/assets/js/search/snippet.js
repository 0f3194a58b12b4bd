"use strict";
/* The piece of a text that shows why it was found: about two lines, the words that matched in <mark>. */
(() => {
  const LENGTH = 170;

  siteSearch.snippet = (text, terms) => {
    const words = siteSearch.wordsAndRuns(text, siteSearch.language.fold).filter(({ word }) => terms.has(word));
    const best = closest(words);
    const from = text.length <= LENGTH || best < LENGTH * 0.6 ? 0 : text.indexOf(" ", best - 50) + 1;
    const cut = text.length - from <= LENGTH ? text.length : text.lastIndexOf(" ", from + LENGTH);
    const pieces = [from ? "… " : ""];
    let at = from;
    for (const word of words.sort((one, other) => one.from - other.from || other.to - one.to)) {
      if (word.from < at || word.to > cut) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(word.from, word.to);
      pieces.push(text.slice(at, word.from), mark);
      at = word.to;
    }
    return [...pieces, text.slice(at, cut), cut < text.length ? " …" : ""];
  };

  /* Where the most different words stand close together. */
  function closest(words) {
    let [best, most] = [0, 0];
    for (const first of words) {
      const near = words.filter((one) => one.from >= first.from && one.to <= first.from + LENGTH - 50);
      const different = new Set(near.map((one) => one.word)).size;
      if (different > most) [best, most] = [first.from, different];
    }
    return best;
  }
})();
