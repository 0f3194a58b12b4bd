"use strict";
/*
 * What searching must know about Dutch: letters, words that say nothing, and how words change.
 * Snowball's Dutch stemmers are larger and keep valt from vallen and schreef from schrijven, so the rules are our own;
 * tests/browser/test_search_stems.py holds them against tests/search/forms-nl.txt. da.js is the same for Danish.
 */
(() => {
  /* A plural's or a possessive's -s: not that of vals, huis and prijs. */
  const S = /(?<=..[bdfghkmp]|..[ns]t|[aeiouy].*(e[lnr]|aar)|..[^aeiou]([aeoy]|ie))s$/;

  /* The beginning that most forms of a word share, as it stands in compounds: brieven, brief, briefing. */
  const stem = (text) =>
    text
      .replace(/heden$/, "heid")
      .replace(/(?<=..[^aeiouyj])s$/, "")
      .replace(/(?<=..[^aeiouy])e(n|ne)?$/, "")
      .replace(/(?<=[aeiouy]+[^aeiouy]+[aeiouy]+[^aeiouy].*)(heid|lijk|baar|end|ing|ig)$/, "")
      .replace(/([^aeiouy\d])\1$/, "$1")
      .replace(/(aa|ee|oo|uu)(?=[^aeiouy]$)/, (vowel) => vowel[0]);

  /* What stands before a verb or, in a sentence, behind it. */
  const PARTICLES =
    "aan|achter|af|be|bij|binnen|buiten|door|her|in|langs|mee|mis|na|om|onder|ont|op|over|samen|tegen|terug|toe|uit|vast|ver|voor|weg";

  /* Vowels of the past > of the present, then the roots in which they change; `-` is where they stand. */
  const present = siteSearch.present(
    PARTICLES,
    `ee>ij schr-f bl-f kr-g gr-p w-s k-k zw-g bl-k sm-t str-d oo>ie b-d l-g sch-t k-s verl-s dr-g vl-g
    oo>ui sl-t sch-f b-g sn-f kr-p o>i v-n dr-ng spr-ng dw-ng z-ng dr-nk beg-n verb-n schr-k
    o>e tr-k tr-f sch-l v-ch verb-rg h-lp w-rp st-rf zw-m ie>e h-lp w-rp st-rf ie>oo l-p ie>aa l-t sl-p i>a h-ng
    oo>ee br-k st-l n-m bew-g spr-k aa>ee spr-k br-k opn-m a>ee spr-k br-k st-l l-s g-f verg-t
    verloor>verlies - viel>val - hiel>houd - riep>roep - brach>breng - dach>denk - zoch>zoek - koch>koop - zei>zeg -
    zag>zien - ziet>zien - slaat>slaan - sloeg>slaan - slaag>slaan - ontslag>ontslaan - klach>klaag - leug>lieg - steed>stad - dwen>dwijn - overleed>overlij - bod>bied -`,
  );

  /*
   * What the stem leaves apart: filmen, filmt, gefilmd and filmpje; aangevallen and aanval; schreef and schrijven.
   * A vowel is written as it sounds, so that bellen and beeld, mannen and manen stay strangers.
   */
  function root(text) {
    if (/^ge(?!vall).{2,}en$/.test(text)) {
      const bare = root(text.slice(2));
      if (present.strong.has(bare)) return bare;
    }
    const word = text
      .replace(/^(aan|af|bij|door|in|mee|na|om|op|over|tegen|terug|toe|uit|vast|voor|weg)ge(?=.{3,}(de?|te?|en)$)/, "$1")
      .replace(/^ge(?!bruik|beur|loof|meent)(?=.{3,}[dt]e?$)/, "")
      .replace(/(?<=.{3})((?<=m)p|(?<=ll|mm|nn|ng)et)?jes?$/, "")
      .replace(S, "")
      .replace(/(?<=[aeiouy].*)(?<!dw|[^aeiou]r)ing(en)?$/, "en")
      .replace(/(?<=.{4})(?<!st|cht|e|moed)e?er(en|e|t|d|de|den)?$/, "e");
    const bare = word.replace(/(?<=..)(?<=[^aeiouy]|[ao]i)en?$/, "");
    return present(
      (bare === word ? word : bare.replace(/(?<=(^|[^aeiou]))[aeou](?=[^aeiou]$)/, "$&$&"))
        .replace(/(?<=[^aeiou].*([^aeiou]|[ao]i))[dt]+$/, "")
        .replace(/(?<=[aeiouy].*[^aeiou])ee(?=[lnr]$)/, "e")
        .replace(/v$/, "f")
        .replace(/z$/, "s")
        .replace(/([^aeiou\d])\1$/, "$1"),
    );
  }

  siteSearch.language = {
    fold: (text) => text.toLowerCase().normalize("NFD").replace(/[\p{M}'’]/gu, "").replace(/ĳ/g, "ij"),
    respell: (word) => word,
    stem,
    root,
    particle: new RegExp(`^(${PARTICLES})$`),
    links: ["", "s", "e", "en", "n", "er"],
    stop: new Set(
      `aan al alle als ben bij bijna daar dan dat de deze die dit doe doen doet door dus een eens en er ergens even ga
      gaan gaat geen gewoon haar had hadden heb hebben hebt heeft hem hen het hier hij hoe hun iemand iets ik in
      is ja je jij jou jouw jullie kan kon kun kunnen kunt ma maar mag me mee meer men met mij mijn moet moeten
      mogen naar nee niet niks nog nou of om omdat onder ons onze ook op over steeds te tegen toch toen tot u
      uit uw van veel via vind voor waar waarom wanneer waren was wat we wel welke werd wie wij wil willen word
      worden wordt zal ze zich zij zijn zo zonder zou`.split(/\s+/),
    ),
  };
})();
