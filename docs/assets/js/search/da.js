"use strict";
/*
 * What searching must know about Danish: letters, words that say nothing, and how words change.
 * The stem is Snowball's "danish" (https://snowballstem.org/algorithms/danish/stemmer.html), written out by hand;
 * tests/browser/test_search_stems.py holds it against Snowball's own output, and the root against tests/search/forms-da.txt.
 * nl.js is the same for Dutch.
 */
(() => {
  const isVowel = (letter) => letter !== undefined && /[aeiouyæ]/.test(letter);
  const MAIN = /(erendes|hedens|erende|endes|ernes|erets|erens|heder|heden|erede|ethed|ende|erne|eret|enes|eres|erer|eren|heds|ered|hed|ene|ere|ens|ers|ets|en|er|es|et|e)$/;

  /* Snowball's R1: where a suffix must begin to be one. */
  function region(word) {
    let at = 0;
    while (at < word.length && !isVowel(word[at])) at += 1;
    while (at < word.length && isVowel(word[at])) at += 1;
    return Math.max(at + 1, 3);
  }

  function stem(text) {
    let word = text;
    const r1 = region(word);
    const ending = (pattern) => word.slice(r1).match(pattern)?.[0];
    const cut = (letters) => {
      word = word.slice(0, word.length - letters);
    };
    const cutPair = () => {
      if (ending(/(gd|dt|gt|kt)$/)) cut(1);
    };

    const main = ending(MAIN);
    if (main) cut(main.length);
    else if (ending(/s$/) && /[abcdfghjklmnoprtvyz]s$/.test(word)) cut(1);
    cutPair();
    if (word.endsWith("igst")) cut(2);
    const other = ending(/(elig|lig|els|ig|lost)$/);
    if (other === "lost") cut(1);
    else if (other) {
      cut(other.length);
      cutPair();
    }
    if (ending(/[^aeiouyæ]$/) && word.at(-1) === word.at(-2)) cut(1);
    return word;
  }

  /* What stands before a verb or, in a sentence, behind it. */
  const PARTICLES =
    "af|an|be|bort|del|efter|for|frem|gen|ind|med|mis|ned|om|op|over|pa|plan|sam|til|ud|under|ved";

  /* Vowels of the past or the plural > of the present or the singular, then the roots in which they change. */
  const present = siteSearch.present(
    PARTICLES,
    `e>i skr-v bl-v gr-b st-g skr-d dr-v sm-d o>y br-d sk-d sn-d fl-d bet-d fortr-d forb-d tilb-d
    u>y br-d b-d sk-d f-g a>i f-nd dr-k spr-ng tv-ng s-d g-v sl-p st-k h-ng forsv-nd st-ng sv-ng br-s
    u>i f-nd v-nd dr-k spr-ng tv-ng sl-p st-k forsv-nd st-ng h-ng u>a hj-lp o>a s-lg t-g st- b-rn u>o sp-rg f-lg
    ang>yng s- ung>yng s- oj>yv l- fl- slog>sla - slar>sla - star>sta - gar>ga - stod>sta - lagd>læg - lag>læg -
    sagd>sig - sagt>sig - brag>bring - gjord>gor - gjor>gor - modr>mor - brodr>bror - fadr>far - dot>dat -
    yng>ung - langer>lang - sikker>sik - grof>grov - egn>egen - ege>egen - trusl>tru - logn>lyv -`,
  );

  /* What the stem leaves apart: truer, truede and truet; trussel and trusler; mand and mænd; skrev and skriver. */
  function root(text) {
    const word = present(text)
      .replace(/(?<=.{3})(?<!bill|star)(ernes|endes|erne|ende|edes|ede|ene|er|et|en|te|es|e|t|s)$/, "")
      .replace(/(?<=...[^aeiouyæ])(?<!star)t$/, "")
      .replace(/(?<!^|sv)æ(?!g|ld)/g, "a")
      .replace(/([^aeiouy])\1?e(?=l$)/, "$1")
      .replace(/(?<=..[^aeiouydj])r$/, "")
      .replace(/(?<=.{6})a$/, "")
      .replace(/([^aeiouy])\1$/, "$1");
    return present(word);
  }

  siteSearch.language = {
    fold: (text) =>
      text
        .toLowerCase()
        .replace(/ä/g, "æ")
        .replace(/[øö]/g, "o")
        .normalize("NFD")
        .replace(/[\p{M}'’]/gu, "")
        .replace(/aa/g, "a"),
    /* kraenkelse and moede: in what is typed only. On the pages temaer and kameraet end in -er and -et. */
    respell: (word) => word.replace(/ae/g, "æ").replace(/oe/g, "o"),
    stem,
    root,
    particle: new RegExp(`^(${PARTICLES})$`),
    links: ["", "s", "e", "n", "er"],
    stop: new Set(
      `ad af alle alt andet at blev blevet blive bliver da de dem den denne der deres det dette dig din disse dit du
      efter eller en end er et fa far fik for fordi fra ga gar gor gore ham han hans har havde have helt hende
      hendes her hos hun hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor hvornar i igen ikke ind ingen
      intet ja jeg jer jeres jo kan kom kommer kun kunne lidt lige ma man mange maske med meget men mens mig min
      mine mit mod mon nar ned nej nogen noget nogle nok nu og ogsa om op os over pa sa sadan se selv sig sin
      sige siger sine sit skal skulle som synes til tit tror ud uden under var ved vi vil ville vores være været`.split(/\s+/),
    ),
  };
})();
