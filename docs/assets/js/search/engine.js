"use strict";
/*
 * Finds and ranks: typed words in, pages with their best section out. Knows nothing of the screen.
 * The ranking is BM25's, over words weighted by where they stand and by how surely they are what was typed. Why not
 * MiniSearch, as first designed: benchmarks/search.py shows both on the same queries and the same analyser.
 */
(() => {
  const TITLE = 7;
  const KEYWORD = 2;
  const HEADING = 2.5;
  const FEW = 3; // when so few pages show a word, a page that has it as a keyword only comes behind them:
  const LESS = 0.5; // the keyword counts this much less
  const SHOWN = 1.25; // a page that shows the one word that was typed, against pages that have its forms or synonyms
  const SATURATION = 1; // BM25's k1
  const LENGTH = 0.4; // BM25's b
  const RARITY = 0.3; // how much more a rare word is worth
  const UNKNOWN = 1.8; // what a word is worth that no page has
  const HALF = 3.5; // the same when it is one of two
  const OTHERS = 0.15; // what the less sure meanings of a word add
  const WIDE = 0.8; // the whole page against its best section
  const COVER = 0.7;
  const CASE = 0.85; // guidance before a story when both answer as well
  const MOST = 200; // pages that are looked at closely
  const TAIL = 0.15; // after ten results, what is this much weaker than the first is left out
  const JOINED = 0.7; // words typed apart that begin a longer word
  const SURE = 0.4; // meanings that are marked: a synonym, not a guess beside something better
  const SURE_PHRASE = 0.5; // a compound that was cut, not the words of a longer synonym
  const LEAST_COVER = 0.4; // the share of what was typed that a page must answer
  const DANGER = 1.4; // how well an emergency page must answer a word that tells of danger
  const GUESSED = 0.45; // the same for a word that was guessed

  siteSearch.Engine = class {
    /* `words` is what words.js brings, `pages` what index.js brings; scripts/grenzen/outputs/search makes both. */
    constructor(words, pages, language = siteSearch.language) {
      this.language = language;
      this.vocabulary = new siteSearch.Vocabulary(language, words.synonyms);
      this.fold = remembered(language.fold); // pages repeat their words a hundred times
      this.units = []; // a heading and the text below it
      this.pages = pages.map((page) => this.addPage({ ...page, units: [], length: 0 }));
      this.vocabulary.pageOf = (unit) => this.units[unit].page;
      this.unitLength = this.pages.reduce((sum, page) => sum + page.length, 0) / (this.units.length || 1);
      this.pageLength = (this.unitLength * this.units.length) / (this.pages.length || 1);
    }

    addPage(page) {
      for (const [anchor, heading, text, kind = page.kind] of page.sections) {
        const isTop = page.units.length === 0;
        const unit = { page, at: this.units.length, anchor, heading: isTop ? page.title : heading, text, kind, isTop };
        unit.length = this.count(unit, text, 1);
        unit.length += this.count(unit, unit.heading, isTop || kind !== page.kind ? TITLE : HEADING);
        if (isTop) this.countKeywords(unit, page.urgent ? TITLE : KEYWORD);
        this.units.push(unit);
        page.units.push(unit);
        page.length += unit.length;
      }
      // A list answers with one of its entries, not with words from here and there.
      page.isList = page.units.some((unit) => unit.kind !== page.kind && unit.kind !== "sheet");
      return page;
    }

    /* Counts keywords: a word says less in a phrase than alone. Phrases of one length together are counted faster. */
    countKeywords(unit, weight) {
      const texts = [];
      for (const phrase of unit.page.keywords) {
        const length = phrase.split(" ").length;
        texts[length] = `${texts[length] ?? ""}${phrase}, `;
      }
      texts.forEach((text, length) => this.count(unit, text, weight / length, true));
    }

    /*
     * Counts the words of a text, each with the weight of the place where it stands; returns how many there were.
     * A term counts the pages that show it, and remembers by unit the weight of what no reader sees (keywords).
     */
    count(unit, text, weight, isHidden = false) {
      let number = 0;
      siteSearch.eachWord(text, this.fold, true, (word) => {
        const term = this.vocabulary.term(word);
        const { postings } = term;
        const last = postings.length - 1;
        if (isHidden) (term.hidden ??= new Map()).set(unit.at, (term.hidden.get(unit.at) ?? 0) + weight);
        else if (term.shownOn !== unit.page) {
          term.shownOn = unit.page;
          term.shown += 1;
        }
        if (postings[last - 1] === unit.at) postings[last] += weight;
        else postings.push(unit.at, weight);
        number += 1;
      });
      return number;
    }

    /* Results, best first: {page, unit, more, kind, score}, and `terms`, the words to mark in snippets. */
    search(typed) {
      const needs = this.needs(typed);
      const answers = needs.map((need) => this.answer(need, needs.length === 2 ? HALF : UNKNOWN));
      const total = answers.reduce((worth, one) => worth + one.worth, 0);
      const whole = this.plain(typed);
      const results = [];
      for (const { page, met, wide, cover } of this.likely(answers, total)) {
        const units = page.units
          .map((unit) => ({ unit, score: sum(met, unit) * this.named(unit, whole) }))
          .filter((one) => one.score > 0)
          .sort((one, other) => other.score - one.score || one.unit.at - other.unit.at);
        const [{ unit, score: best }] = units;
        const told = danger(page, answers) / total;
        const seen = answers.length === 1 && (told || answers[0].showing.has(page)) ? SHOWN : 1;
        const fit = (WIDE * (page.isList ? best : wide) + best) * weightOf(page, unit);
        const score = fit * seen * (told ? 1 + told : cover ** COVER);
        const more = units.slice(1, 3).filter((one) => one.score > 0.5 * best);
        results.push({ page, unit, kind: unit.kind, score, more: more.map((one) => one.unit) });
      }
      results.sort((one, other) => other.score - one.score || one.unit.at - other.unit.at);
      while (results.length > 10 && results.at(-1).score < TAIL * results[0].score) results.pop();
      return { results, terms: new Set(answers.flatMap((one) => one.words)) };
    }

    /* The pages that answer enough of what was typed; their sections are looked at only when they can come first. */
    likely(answers, total) {
      const pages = [];
      for (const page of new Set(answers.flatMap((one) => [...one.pages.keys()]))) {
        const met = answers.filter((one) => one.pages.has(page));
        const cover = met.reduce((worth, one) => worth + one.worth, 0) / total;
        if (cover >= LEAST_COVER || danger(page, answers)) pages.push({ page, met, cover, wide: sum(met, page) });
      }
      pages.sort((one, other) => other.wide * other.cover - one.wide * one.cover);
      return pages.slice(0, MOST);
    }

    /* What a page must answer: the meanings of each telling word, joined words and phrases understood as well. */
    needs(typed) {
      const words = this.vocabulary.telling(typed);
      const needs = words.map((word, at) => this.vocabulary.meanings(word, at === words.length - 1));
      const widen = (at, more, share) => {
        for (const [term, weight] of more) {
          needs[at].set(term, Math.max(needs[at].get(term) ?? 0, weight * share));
        }
      };
      for (let from = 0; from < words.length; from += 1) {
        for (let to = from + 1; to < Math.min(words.length, from + 4); to += 1) {
          const joined = this.joined(words.slice(from, to + 1));
          for (let at = from; at <= to; at += 1) widen(at, joined, 0.95);
        }
      }
      const last = this.plain(typed).split(" ").at(-1); // neemt … op, hænger … ud
      if (this.language.particle.test(last)) words.forEach((word, at) => widen(at, this.vocabulary.whole(last + word), 0.95));
      for (const [places, others] of this.vocabulary.phrases(words)) for (const at of places) widen(at, others, 1);
      return needs;
    }

    /* Words typed apart that pages write as one: nep profiel, trussel besked. */
    joined(words) {
      const found = new Map();
      for (const link of this.language.links) {
        const joined = words.join(link);
        for (const [term, weight] of this.vocabulary.whole(joined)) found.set(term, weight);
        for (const term of joined.length > 7 ? this.vocabulary.startingWith(joined) : []) {
          if (!found.has(term)) found.set(term, JOINED);
        }
      }
      if (!found.size) this.vocabulary.addTypos(found, words.join(""), 1);
      return found;
    }

    /* Where a need is met: how well per unit and per page, and what meeting it is worth (rare words more). */
    answer(meanings, unknown) {
      const [units, pages, showing] = [new Map(), new Map(), new Set()];
      for (const [{ postings, shown, hidden }, weight] of meanings) {
        const inPage = new Map();
        for (let at = 0; at < postings.length; at += 2) {
          const unit = this.units[postings[at]];
          const less = hidden && shown > 0 && shown <= FEW ? LESS * (hidden.get(unit.at) ?? 0) : 0;
          const amount = (postings[at + 1] - less) / (1 - LENGTH + (LENGTH * unit.length) / this.unitLength);
          if (weight === 1 && postings[at + 1] > (hidden?.get(unit.at) ?? 0)) showing.add(unit.page);
          add(units, unit, weight * saturated(amount));
          inPage.set(unit.page, (inPage.get(unit.page) ?? 0) + amount);
        }
        for (const [page, amount] of inPage) {
          add(pages, page, weight * saturated(amount / (1 - LENGTH + (LENGTH * page.length) / this.pageLength)));
        }
      }
      const strongest = Math.max(0, ...meanings.values());
      const rare = [...pages.values()].filter((one) => one.best > 0.3 * strongest).length;
      const worth = 1 + RARITY * Math.log(1 + (this.pages.length - rare + 0.5) / (rare + 0.5));
      const sure = [...meanings].filter(([term, weight]) => weight >= Math.min(term.parts ? SURE_PHRASE : SURE, strongest));
      const words = sure.flatMap(([term]) => term.parts ?? [term.word]);
      return { units, pages, worth: pages.size ? worth : unknown, words, strongest, showing };
    }

    /* Exact hits first: what was typed is the name of the page, of the section, or how it begins. */
    named(unit, whole) {
      unit.plain ??= this.plain(unit.heading);
      if (unit.plain === whole) return 2;
      return ` ${unit.plain} `.includes(` ${whole} `) ? 1.6 : 1;
    }

    plain(text) {
      return this.language.respell(siteSearch.words(text, this.language.fold).map((one) => one.word).join(" "));
    }
  };

  function remembered(fold) {
    const known = new Map();
    return (word) => {
      let folded = known.get(word);
      if (folded === undefined) known.set(word, (folded = fold(word)));
      return folded;
    };
  }

  const weightOf = (page, unit) => (unit.isTop ? 1 : page.weight) * (page.kind === "case" ? CASE : 1);

  const saturated = (amount) => (amount * (SATURATION + 1)) / (amount + SATURATION);

  /* A word counts by its surest meaning; the others add a little. */
  function add(places, place, amount) {
    const found = places.get(place) ?? { best: 0, all: 0 };
    found.best = Math.max(found.best, amount);
    found.all += amount;
    places.set(place, found);
  }

  function sum(answers, place) {
    return answers.reduce((total, { units, pages, worth }) => {
      const found = (place.units ? pages : units).get(place);
      return found ? total + worth * (found.best + OTHERS * (found.all - found.best)) : total;
    }, 0);
  }

  /*
   * Words of danger stand in the keywords of the emergency pages: what such words are worth, 0 for other pages. Who
   * types one with a slip is in no less danger.
   */
  function danger(page, answers) {
    const isMet = ({ units, strongest }) => units.get(page.units[0])?.best > DANGER * Math.max(GUESSED, strongest);
    const met = page.urgent ? answers.filter(isMet) : [];
    return met.reduce((told, one) => told + one.worth, 0);
  }
})();
