"use strict";
/*
 * Text in, words out: the one analyser for pages and for what is typed, so that the two cannot drift apart.
 * A word is a run of letters and digits, folded as the language says (nl.js, da.js). What a hyphen or a space holds
 * together is also one word: burn-out and burnout, 0900-8844 and 09008844, 116 006 and 116006.
 */
(() => {
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

  /* Calls `found(word, from, to)` for every word of a text; with `runs`, also for each run held together, as one word. */
  siteSearch.eachWord = (text, fold, runs, found) => {
    WORD.lastIndex = 0;
    let [run, start, end, wasNumber] = ["", 0, -2, false];
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
      const [word, from] = [fold(match[0]), match.index];
      const to = from + match[0].length;
      found(word, from, to);
      if (!runs) continue;
      const isNumber = word >= "0" && word < ":";
      const sign = from === end + 1 ? text[end] : "";
      if (sign === "-" || (sign && isNumber && wasNumber && (sign === " " || sign === "\u00a0"))) {
        run += word;
        found(run, start, to);
      } else [run, start] = [word, from];
      [end, wasNumber] = [to, isNumber];
    }
  };

  /* Every word of a text with the place where it stands: {word, from, to}. */
  siteSearch.words = (text, fold, runs = false) => {
    const found = [];
    siteSearch.eachWord(text, fold, runs, (word, from, to) => found.push({ word, from, to }));
    return found;
  };

  siteSearch.wordsAndRuns = (text, fold) => siteSearch.words(text, fold, true);

  /* A function that turns the root of a past form into that of the present, also behind a prefix; nl.js, da.js: how. */
  siteSearch.present = (prefixes, changes) => {
    const roots = new Map();
    let [past, now] = [];
    for (const part of changes.split(/\s+/)) {
      if (part.includes(">")) [past, now] = part.split(">");
      else roots.set(part.replace("-", past), part.replace("-", now));
    }
    const pattern = new RegExp(`^((?:${prefixes})*)(${[...roots.keys()].join("|")})$`);
    const present = (root) => root.replace(pattern, (_, prefix, found) => prefix + roots.get(found));
    return Object.assign(present, { strong: new Set(roots.values()) });
  };

  const LONGEST = 60;
  let [older, old, now] = [0, 0, 0].map(() => new Uint8Array(LONGEST + 1));

  /* How many letters apart two words are, a swap of neighbours counting as one; more than `most` gives most + 1. */
  siteSearch.distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > LONGEST) return most + 1;
    for (let at = 0; at <= other.length; at += 1) old[at] = at;
    for (let row = 1; row <= one.length; row += 1) {
      now[0] = row;
      let best = row;
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1];
        let cost = same ? old[at - 1] : 1 + Math.min(old[at - 1], old[at], now[at - 1]);
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          cost = Math.min(cost, older[at - 2] + 1);
        }
        now[at] = cost;
        best = Math.min(best, cost);
      }
      if (best > most) return most + 1;
      [older, old, now] = [old, now, older];
    }
    return old[other.length];
  };
})();
