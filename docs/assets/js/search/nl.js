"use strict";
/*
 * What searching must know about Dutch: letters, words that say nothing, and how words change.
 * The stem is Snowball's "dutch_porter" (https://snowballstem.org/algorithms/dutch/stemmer.html), written out by hand;
 * tests/browser/test_search_stems.py holds it against Snowball's own output. da.js is the same for Danish.
 */
(() => {
  const VOWEL = /[aeiouy]/;
  const isVowel = (letter) => letter !== undefined && VOWEL.test(letter);

  /* Snowball's R1 and R2: where a suffix must begin to be one. */
  function regions(word) {
    const past = (from) => {
      let at = from;
      while (at < word.length && !isVowel(word[at])) at += 1;
      while (at < word.length && isVowel(word[at])) at += 1;
      return Math.min(at + 1, word.length);
    };
    const r1 = past(0);
    return [Math.max(r1, 3), past(r1)];
  }

  const undouble = (word) => (/(kk|dd|tt)$/.test(word) ? word.slice(0, -1) : word);

  function stem(text) {
    let word = text.replace(/^y/, "Y").replace(/([aeiouy])i(?=[aeiouy])/g, "$1I").replace(/([aeiouy])y/g, "$1Y");
    const [r1, r2] = regions(word);
    const before = (ending) => word[word.length - ending.length - 1];
    const ends = (ending, region) => word.endsWith(ending) && word.length - ending.length >= region;
    const cut = (ending) => {
      word = word.slice(0, word.length - ending.length);
    };
    const cutEn = (ending) => {
      if (!ends(ending, r1) || isVowel(before(ending)) || word.endsWith(`gem${ending}`)) return;
      cut(ending);
      word = undouble(word);
    };
    let cutE = false;
    const cutLastE = () => {
      cutE = ends("e", r1) && !isVowel(before("e"));
      if (!cutE) return;
      cut("e");
      word = undouble(word);
    };

    const first = ["heden", "ene", "en", "se", "s"].find((ending) => word.endsWith(ending));
    if (first === "heden" && ends(first, r1)) word = `${word.slice(0, -5)}heid`;
    else if (first === "ene" || first === "en") cutEn(first);
    else if (first && ends(first, r1) && !/[aeiouyj]/.test(before(first))) cut(first);
    cutLastE();
    if (ends("heid", r2) && before("heid") !== "c") {
      cut("heid");
      if (word.endsWith("en")) cutEn("en");
    }
    const last = ["lijk", "baar", "end", "ing", "bar", "ig"].find((ending) => word.endsWith(ending));
    if ((last === "end" || last === "ing") && ends(last, r2)) {
      cut(last);
      if (ends("ig", r2) && before("ig") !== "e") cut("ig");
      else word = undouble(word);
    } else if (last === "ig" && ends(last, r2) && before(last) !== "e") cut(last);
    else if (last === "lijk" && ends(last, r2)) {
      cut(last);
      cutLastE();
    } else if (last === "baar" && ends(last, r2)) cut(last);
    else if (last === "bar" && ends(last, r2) && cutE) cut(last);
    if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(word)) word = word.slice(0, -2) + word.slice(-1);
    return word.toLowerCase();
  }

  /* What the stem leaves apart: gefilmd, filmt and filmen; aangevallen and aanvallen; geeft and geven. */
  function root(text) {
    const word = text
      .replace(/^(aan|af|bij|door|in|mee|na|op|over|terug|toe|uit|vast|voor|weg)?ge(?=.{3,}(d|t|en)$)/, "$1")
      .replace(/(?<=[^aeiou].*[^aeiou])(de|te|den|ten|d|t)$/, "");
    return stem(word).replace(/v$/, "f").replace(/z$/, "s");
  }

  siteSearch.language = {
    fold: (text) => text.toLowerCase().normalize("NFD").replace(/[\p{M}'’]/gu, "").replace(/ĳ/g, "ij"),
    respell: (word) => word,
    stem,
    root,
    links: ["", "s", "e", "en", "n", "er"],
    stop: new Set(
      `aan al alle als ben bij bijna dan dat de deze die dit doe doen doet door dus een eens en er ergens even gaan
      gaat ga geen gewoon had hadden hebben hebt heeft heb hem hen het hier hij hoe hun iemand iets ik in is ja je
      jij jou jouw jullie kan kun kunnen kunt kon ma maar mag mee meer men met mij mijn moet moeten mogen naar nee
      niet niks nog nou of om omdat onder ons onze ook op over steeds te tegen tot toch u uit uw van veel via vind
      voor waar waarom wanneer wat we wel welke werd wie wij wil willen word worden wordt zal ze zich zijn zij zo
      zou zonder`.split(/\s+/),
    ),
  };
})();
