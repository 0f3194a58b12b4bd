"use strict";
/*
 * The words of this site and of the editors' synonyms, and which of them a typed word may mean.
 * No dictionary: a word is understood by what stands on the pages. Each meaning has a weight from 0 to 1; a guess
 * (a compound cut in parts, a typo, the same beginning) is made only when nothing stronger was found.
 */
(() => {
  const EXACT = 1;
  const STEM = 0.92;
  const ROOT = 0.8;
  const SYNONYM = 0.72;
  const PREFIX = 0.7; // typed halfway
  const PART = 0.6; // last part of a compound: profiel in socialemediaprofielen
  const INSIDE = 0.45;
  const GUESS = 0.5;

  siteSearch.Vocabulary = class {
    constructor(language, groups) {
      this.language = language;
      this.terms = new Map(); // word → term
      this.byStem = new Map();
      this.byRoot = new Map();
      this.groupsOf = new Map(); // stem → synonym groups, each a list of phrases, each a list of words
      this.groups = groups.map((group) => group.map((phrase) => this.telling(phrase)));
      for (const group of this.groups) {
        group.flat().forEach((word) => this.term(word));
        for (const phrase of group) if (phrase.length === 1) put(this.groupsOf, this.term(phrase[0]).stem, group);
      }
    }

    /* The term of a word; `postings` (unit, weight, unit, weight …) stay empty for words that only synonyms have. */
    term(word) {
      let term = this.terms.get(word);
      if (!term) {
        term = { word, stem: this.language.stem(word), root: this.language.root(word), postings: [] };
        this.terms.set(word, term);
        put(this.byStem, term.stem, term);
        put(this.byRoot, term.root, term);
      }
      return term;
    }

    /* The words of a text that say something; all of them when none does. */
    telling(text) {
      const words = siteSearch.words(text, this.language.fold).map((one) => one.word);
      const telling = words.filter((word) => !this.language.stop.has(word));
      return telling.length ? telling : words;
    }

    /* What one typed word may mean: a list of needs, each a Map of term → weight. A cut compound needs all its parts. */
    meanings(typed, isLast) {
      const spellings = [...new Set([typed, this.language.respell(typed)])];
      const found = new Map();
      for (const word of spellings) this.addRelated(found, word, isLast);
      this.addSynonyms(found);
      if (onPages(found)) return [found];
      for (const word of spellings) {
        const parts = this.split(word, 4);
        if (parts) return parts.map((part) => this.whole(part));
      }
      for (const word of spellings) this.addTypos(found, word);
      if (!found.size) for (const word of spellings) this.addBeginnings(found, word);
      this.addSynonyms(found);
      if (onPages(found)) return [found];
      const parts = this.split(typed, 3);
      return parts ? parts.map((part) => this.whole(part)) : [new Map()];
    }

    /* The same word or another form of it, with synonyms. */
    whole(word) {
      const found = new Map();
      this.addForms(found, word);
      this.addSynonyms(found);
      return found;
    }

    addForms(found, word) {
      const root = this.language.root(word);
      raise(found, this.terms.get(word), EXACT);
      for (const term of this.byStem.get(this.language.stem(word)) ?? []) raise(found, term, STEM);
      if (root.length > 2) for (const term of this.byRoot.get(root) ?? []) raise(found, term, ROOT);
    }

    addRelated(found, word, isLast) {
      this.addForms(found, word);
      const known = found.size > 0;
      const least = known ? 4 : isLast ? 2 : 3;
      const part = this.language.stem(word);
      for (const term of this.terms.values()) {
        const started = word.length >= least && term.word.length > word.length && term.word.startsWith(word);
        if (started) raise(found, term, PREFIX * (known ? 0.8 : 1) * nearness(word, term.word));
        if (part.length < 4 || term.stem.length < part.length + 3) continue;
        const at = term.stem.indexOf(part);
        if (at === 0) raise(found, term, PREFIX * 0.8 * nearness(part, term.stem));
        else if (at > 2) raise(found, term, term.stem.endsWith(part) ? PART : INSIDE * (part.length > 4));
      }
    }

    addTypos(found, word) {
      if (word.length < 4 || /^\d+$/.test(word)) return;
      const most = word.length < 8 ? 1 : 2;
      const stem = this.language.stem(word);
      for (const term of this.terms.values()) {
        const swapped = term.word[0] === word[1] && term.word[1] === word[0];
        if (term.word[0] !== word[0] && !swapped) continue;
        let apart = siteSearch.distance(word, term.word, most);
        if (apart > most && stem.length > 4) apart = siteSearch.distance(stem, term.stem, most) + 0.3;
        if (apart < most + 1) raise(found, term, GUESS * (1.3 - 0.3 * apart));
      }
    }

    addBeginnings(found, word) {
      for (const term of this.terms.values()) {
        const longest = Math.max(word.length, term.word.length);
        let same = 0;
        while (same < longest && word[same] === term.word[same]) same += 1;
        if (same >= 6 && same >= 0.6 * longest) raise(found, term, (GUESS * same) / longest);
      }
    }

    addSynonyms(found) {
      for (const [term, weight] of [...found]) {
        for (const group of this.groupsOf.get(term.stem) ?? []) {
          for (const phrase of group) {
            for (const other of this.forms(phrase)) raise(found, other, weight * SYNONYM);
          }
        }
      }
    }

    /* Typed words that together are a phrase of a synonym group: [places of the words, what it also means] each. */
    phrases(typed) {
      const stems = typed.map((word) => this.language.stem(word));
      const found = [];
      for (const group of this.groups) {
        for (const phrase of group) {
          const at = phrase.map((word) => stems.indexOf(this.term(word).stem));
          if (phrase.length < 2 || at.includes(-1)) continue;
          const others = new Map();
          for (const other of group.flatMap((one) => this.forms(one))) raise(others, other, SYNONYM);
          found.push([at, others]);
        }
      }
      return found;
    }

    /* A phrase as terms: the forms of a single word, or one made-up term that stands where all words stand together. */
    forms(phrase) {
      if (phrase.length === 1) return this.byStem.get(this.term(phrase[0]).stem);
      const word = phrase.join(" ");
      if (!this.terms.has(word)) {
        const places = phrase.map((one) => this.places(this.term(one).stem));
        const shared = [...places[0]].filter(([unit]) => places.every((place) => place.has(unit)));
        const postings = shared.flatMap(([unit]) => [unit, Math.min(...places.map((place) => place.get(unit)))]);
        this.terms.set(word, { word, stem: word, root: word, postings, parts: phrase });
      }
      return [this.terms.get(word)];
    }

    places(stem) {
      const places = new Map();
      for (const { postings } of this.byStem.get(stem)) {
        for (let at = 0; at < postings.length; at += 2) {
          places.set(postings[at], (places.get(postings[at]) ?? 0) + postings[at + 1]);
        }
      }
      return places;
    }

    /* A compound that no page has, cut into words of at least `least` letters that pages do have. */
    split(word, least) {
      const known = (part) => part.length >= least && onPages(this.whole(part));
      for (let at = word.length - least; at >= least; at -= 1) {
        const tail = word.slice(at);
        if (!known(tail)) continue;
        for (const link of this.language.links) {
          const head = word.slice(0, at - link.length);
          if (word.slice(0, at).endsWith(link) && known(head)) return [head, tail];
        }
      }
      return undefined;
    }
  };

  function put(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  function raise(found, term, weight) {
    if (term && weight > (found.get(term) ?? 0)) found.set(term, weight);
  }

  function onPages(found) {
    for (const term of found.keys()) if (term.postings.length) return true;
    return false;
  }

  /* The less is missing, the likelier it is this word. */
  const nearness = (part, word) => 0.6 + (0.4 * part.length) / word.length;
})();
