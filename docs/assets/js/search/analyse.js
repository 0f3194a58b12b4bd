"use strict";
/*
 * Text in, words out: the one analyser for pages and for what is typed, so that the two cannot drift apart.
 * A word is a run of letters and digits, folded as the language says (nl.js, da.js). What a hyphen or a space holds
 * together is also one word: burn-out and burnout, 0900-8844 and 09008844, 116 006 and 116006.
 */
(() => {
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  const DIGITS = /^\d+$/;

  /* Every word of a text with the place where it stands: {word, from, to}. */
  siteSearch.words = (text, fold) => {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      found.push({ word: fold(match[0]), from: match.index, to: match.index + match[0].length });
    }
    return found;
  };

  /* The same and, for each run held together by hyphens or of numbers, the whole run as one word. */
  siteSearch.wordsAndRuns = (text, fold) => {
    const words = siteSearch.words(text, fold);
    const runs = [];
    let run = words[0];
    for (let at = 1; at < words.length; at += 1) {
      const [last, next] = [words[at - 1], words[at]];
      const between = text.slice(last.to, next.from);
      const numbers = DIGITS.test(last.word) && DIGITS.test(next.word);
      if (between === "-" || (numbers && (between === " " || between === " "))) {
        run = { word: run.word + next.word, from: run.from, to: next.to };
        runs.push(run);
      } else run = next;
    }
    return words.concat(runs);
  };

  /* How many letters apart two words are, a swap of neighbours counting as one; more than `most` gives most + 1. */
  siteSearch.distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [older, old] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      let best = row;
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1];
        let cost = same ? old[at - 1] : 1 + Math.min(old[at - 1], old[at], now[at - 1]);
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          cost = Math.min(cost, older[at - 2] + 1);
        }
        now.push(cost);
        best = Math.min(best, cost);
      }
      if (best > most) return most + 1;
      [older, old] = [old, now];
    }
    return old[other.length];
  };
})();
