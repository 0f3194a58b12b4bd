"use strict";
/*
 * Finds and ranks: typed words in, pages with their best section out. Knows nothing of the screen.
 * The ranking is BM25's, over words weighted by where they stand and by how surely they are what was typed. Why not
 * MiniSearch, as first designed: benchmarks/search.py shows both on the same queries and the same analyser.
 */
(() => {
  const TITLE = 6;
  const KEYWORD = 4;
  const HEADING = 2.5;
  const SATURATION = 1.2; // BM25's k1
  const LENGTH = 0.5; // BM25's b
  const LEAST_COVER = 0.5; // the share of what was typed that a page must answer

  siteSearch.Engine = class {
    /* `words` is what words.js brings, `pages` what index.js brings; scripts/grenzen/outputs/search makes both. */
    constructor(words, pages, language = siteSearch.language) {
      this.language = language;
      this.vocabulary = new siteSearch.Vocabulary(language, words.synonyms);
      this.folded = new Map();
      this.units = []; // a heading and the text below it
      this.pages = pages.map((page) => this.addPage({ ...page, units: [], length: 0 }));
      this.unitLength = this.pages.reduce((sum, page) => sum + page.length, 0) / (this.units.length || 1);
      this.pageLength = (this.unitLength * this.units.length) / (this.pages.length || 1);
    }

    addPage(page) {
      for (const [anchor, heading, text, kind = page.kind] of page.sections) {
        const unit = { page, at: this.units.length, anchor, heading, text, kind, length: 0 };
        const weights = new Map();
        if (page.units.length) this.count(weights, unit, heading, kind === page.kind ? HEADING : TITLE);
        else {
          this.count(weights, unit, page.title, TITLE);
          this.count(weights, unit, page.keywords.join(", "), page.urgent ? TITLE : KEYWORD);
        }
        this.count(weights, unit, text, 1);
        for (const [term, weight] of weights) term.postings.push(unit.at, weight);
        this.units.push(unit);
        page.units.push(unit);
        page.length += unit.length;
      }
      return page;
    }

    count(weights, unit, text, weight) {
      const words = siteSearch.wordsAndRuns(text, (word) => this.fold(word));
      unit.length += words.length;
      for (const { word } of words) {
        const term = this.vocabulary.term(word);
        weights.set(term, (weights.get(term) ?? 0) + weight);
      }
    }

    /* The language's fold, each word once: pages repeat their words a hundred times. */
    fold(word) {
      if (!this.folded.has(word)) this.folded.set(word, this.language.fold(word));
      return this.folded.get(word);
    }

    /* Results, best first: {page, unit, more, kind, score}, and `terms`, the words to mark in snippets. */
    search(typed) {
      const answers = this.needs(typed).map((need) => this.answer(need));
      const total = answers.reduce((sum, one) => sum + one.worth, 0);
      const whole = this.plain(typed);
      const results = [];
      for (const page of new Set(answers.flatMap((one) => [...one.pages.keys()]))) {
        const met = answers.filter((one) => one.pages.has(page));
        const cover = met.reduce((sum, one) => sum + one.worth, 0) / total;
        if (cover < LEAST_COVER || answers.some((one) => one.strict && !one.pages.has(page))) continue;
        const wide = met.reduce((sum, one) => sum + one.worth * saturated(one.pages.get(page)), 0);
        const units = page.units
          .map((unit) => ({ unit, score: unitScore(unit, met) * this.named(unit, whole) }))
          .filter((one) => one.score > 0)
          .sort((one, other) => other.score - one.score || one.unit.at - other.unit.at);
        const score = (wide + units[0].score) * cover * urgency(page, answers);
        const more = units.slice(1, 3).filter((one) => one.score > 0.5 * units[0].score);
        results.push({ page, unit: units[0].unit, kind: units[0].unit.kind, score, more: more.map((one) => one.unit) });
      }
      results.sort((one, other) => other.score - one.score || one.unit.at - other.unit.at);
      return { results, terms: new Set(answers.flatMap((one) => one.words)) };
    }

    /* What a page must answer: {meanings, strict} per telling word, joined words and phrases understood as well. */
    needs(typed) {
      const words = this.vocabulary.telling(typed);
      const needs = words.map((word, at) => this.vocabulary.meanings(word, at === words.length - 1));
      const widen = (at, more, share) => {
        for (const [term, weight] of more) {
          const [need] = needs[at];
          need.set(term, Math.max(need.get(term) ?? 0, weight * share));
        }
      };
      for (let from = 0; from < words.length; from += 1) {
        for (let to = from + 1; to < Math.min(words.length, from + 4); to += 1) {
          const joined = this.joined(words.slice(from, to + 1));
          for (let at = from; at <= to; at += 1) widen(at, joined, 0.95);
        }
      }
      for (const [places, others] of this.vocabulary.phrases(words)) for (const at of places) widen(at, others, 1);
      return needs.flatMap((parts) => parts.map((meanings) => ({ meanings, strict: parts.length > 1 })));
    }

    /* Words typed apart that pages write as one: nep profiel, trussel besked. */
    joined(words) {
      const found = new Map();
      for (const link of this.language.links) {
        const joined = words.join(link);
        for (const [term, weight] of this.vocabulary.whole(joined)) found.set(term, weight);
        for (const term of joined.length > 7 ? this.vocabulary.terms.values() : []) {
          if (!found.has(term) && term.word.startsWith(joined)) found.set(term, 0.7);
        }
      }
      return found;
    }

    /* Where a need is met: how much per unit and per page, and what meeting it is worth (rare words more). */
    answer({ meanings, strict }) {
      const [units, pages] = [new Map(), new Map()];
      const strongest = Math.max(0, ...meanings.values());
      const strong = new Set();
      for (const [term, weight] of meanings) {
        for (let at = 0; at < term.postings.length; at += 2) {
          const unit = this.units[term.postings[at]];
          const share = (weight * term.postings[at + 1]) / (1 - LENGTH + (LENGTH * unit.length) / this.unitLength);
          units.set(unit, (units.get(unit) ?? 0) + share);
          if (weight > 0.6 * strongest) strong.add(unit.page);
        }
      }
      for (const [unit, share] of units) {
        const long = 1 - LENGTH + (LENGTH * unit.page.length) / this.pageLength;
        pages.set(unit.page, (pages.get(unit.page) ?? 0) + share / long);
      }
      const worth = Math.log(1 + (this.pages.length - strong.size + 0.5) / (strong.size + 0.5));
      const words = [...meanings.keys()].flatMap((term) => term.parts ?? [term.word]);
      return { units, pages, worth, strict, words };
    }

    /* Exact hits first: what was typed is the name of the page, of the section, or how it begins. */
    named(unit, whole) {
      const isTop = unit === unit.page.units[0];
      unit.plain ??= this.plain(isTop ? unit.page.title : unit.heading);
      if (unit.plain === whole) return 2;
      return ` ${unit.plain} `.includes(` ${whole} `) ? 1.3 : 1;
    }

    plain(text) {
      return siteSearch.words(text, this.language.fold).map((one) => one.word).join(" ");
    }
  };

  const saturated = (amount) => (amount * (SATURATION + 1)) / (amount + SATURATION);

  function unitScore(unit, answers) {
    return answers.reduce((sum, one) => sum + one.worth * saturated(one.units.get(unit) ?? 0), 0);
  }

  /* Words of danger stand in the keywords of the emergency pages: those pages come before all others. */
  function urgency(page, answers) {
    return page.urgent && answers.every((one) => one.units.get(page.units[0]) > 3) ? 2 : 1;
  }
})();
