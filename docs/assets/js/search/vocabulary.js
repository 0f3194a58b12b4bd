"use strict";
/*
 * The words of this site and of the editors' synonyms, and which of them a typed word may mean.
 * No dictionary: a word is understood by what stands on the pages. Each meaning has a weight from 0 to 1; a guess
 * (a compound cut in parts, a typo) is made only when nothing stronger was found.
 */
(() => {
  const EXACT = 1;
  const STEM = 0.92;
  const ROOT = 0.85;
  const SYNONYM = 0.35;
  const PREFIX = 0.8; // typed halfway
  const PART = 0.6; // last part of a compound: profiel in socialemediaprofielen
  const INSIDE = 0.2;
  const ALONE = 0.35; // one part of a compound that was cut
  const GUESS = 0.5;

  siteSearch.Vocabulary = class {
    constructor(language, groups) {
      this.language = language;
      this.terms = new Map(); // word → term
      this.byStem = new Map();
      this.byRoot = new Map();
      this.made = new Map(); // phrases as terms
      this.groupsOf = new Map(); // stem → synonym groups, each a list of phrases, each a list of words
      this.groups = groups.map((group) => group.map((text) => this.phraseOf(text)).filter((phrase) => phrase));
      for (const group of this.groups) {
        group.flat().forEach((word) => this.term(word));
        for (const phrase of group) if (phrase.length === 1) put(this.groupsOf, family(this.term(phrase[0])), group);
      }
    }

    /*
     * The term of a word. `postings` (unit, weight, unit, weight …) stay empty for words that only synonyms have;
     * `shown`: how many pages show it; `hidden`: unit → how much of its weight is keywords.
     */
    term(word) {
      let term = this.terms.get(word);
      if (!term) {
        const { stem, root } = this.language;
        term = { word, stem: stem(word), root: root(word), postings: [], shown: 0, shownOn: undefined, hidden: undefined };
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

    /* The words of a synonym; undefined for a phrase of which only one word says something: "wat betekent". */
    phraseOf(text) {
      const phrase = this.telling(text);
      return phrase.length === 1 && siteSearch.words(text, this.language.fold).length > 1 ? undefined : phrase;
    }

    /* What one typed word may mean: a Map of term → weight. */
    meanings(typed, isLast) {
      const spellings = [...new Set([typed, this.language.respell(typed)])];
      const found = new Map();
      const tries = [
        (word) => {
          this.addRelated(found, word, isLast);
          if (found.size) this.addSplit(found, word, 4); // teamafspraken: also where team and afspraken stand together
        },
        (word) => this.addTypos(found, word, 1),
        (word) => this.addSplit(found, word, 4),
        (word) => this.addTypos(found, word, 2),
      ];
      for (const attempt of tries) {
        spellings.forEach(attempt);
        this.addSynonyms(found);
        if (onPages(found)) break;
      }
      return found;
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
      if (word.length >= (known ? 4 : isLast ? 2 : 3)) {
        for (const term of this.startingWith(word)) {
          raise(found, term, PREFIX * (known ? 0.8 : 1) * nearness(word, term.word));
        }
      }
      const part = this.language.stem(word);
      if (part.length < 4) return;
      for (const term of this.holding(part)) {
        const at = term.stem.indexOf(part);
        if (term.stem.length < part.length + 3) continue;
        if (at === 0) raise(found, term, PREFIX * 0.8 * nearness(part, term.stem));
        else if (at > 2) raise(found, term, term.stem.endsWith(part) ? PART : INSIDE * (part.length > 4));
      }
    }

    /* Sorted lists of all terms, made when first needed: one long text of stems is searched faster than many short ones. */
    prepare() {
      if (this.sorted?.length === this.terms.size) return;
      this.sorted = [...this.terms.values()].sort((one, other) => (one.word < other.word ? -1 : 1));
      this.stems = [...this.byStem.keys()];
      this.allStems = `${this.stems.join("\n")}\n`;
      this.starts = [];
      let at = 0;
      for (const stem of this.stems) {
        this.starts.push(at);
        at += stem.length + 1;
      }
    }

    /* All terms whose stem has these letters in it. */
    holding(letters) {
      this.prepare();
      const found = [];
      let stem = 0;
      for (let at = this.allStems.indexOf(letters); at >= 0; at = this.allStems.indexOf(letters, at)) {
        while (this.starts[stem + 1] <= at) stem += 1;
        found.push(...this.byStem.get(this.stems[stem]));
        at = this.allStems.indexOf("\n", at);
      }
      return found;
    }

    /* All terms that begin with these letters and go on. */
    startingWith(letters) {
      this.prepare();
      let [from, to] = [0, this.sorted.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (this.sorted[middle].word <= letters) from = middle + 1;
        else to = middle;
      }
      const found = [];
      for (let at = from; this.sorted[at]?.word.startsWith(letters); at += 1) found.push(this.sorted[at]);
      return found;
    }

    addTypos(found, word, most) {
      const least = 3 + 2 * most;
      if (word.length < least || /^\d+$/.test(word)) return;
      const stem = this.language.stem(word);
      const own = letters(stem);
      for (const start of [word[0], word[1]]) {
        for (const term of this.startingWith(start)) {
          if (term.word.length < least || (start !== word[0] && term.word[1] !== word[0])) continue;
          term.letters ??= letters(term.stem);
          if (bits(term.letters ^ own) > 2 * most) continue;
          const isClose = (other) => siteSearch.distance(stem, other, 1) < 2;
          const apart =
            stem.length > 6 && (isClose(term.stem) || isClose(term.word)) ? 1 : siteSearch.distance(word, term.word, most + 1);
          if (most > 1 && word.length < 9 && !term.word.startsWith(word.slice(0, 3))) continue;
          if (apart < most + 1) raise(found, term, GUESS * (1.3 - 0.3 * apart));
        }
      }
    }

    addSynonyms(found) {
      for (const [term, weight] of [...found]) {
        for (const group of this.groupsOf.get(family(term)) ?? []) {
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
      if (phrase.length > 1) return [this.phrase(phrase)];
      const term = this.term(phrase[0]);
      return this.byStem.get(term.stem).filter(({ word }) => term.stem.length > 4 || word.startsWith(term.word));
    }

    phrase(words) {
      const name = words.join(" ");
      if (!this.made.has(name)) {
        const places = words.map((word) => this.places(word));
        const shared = [...places[0].keys()].filter((unit) => places.every((place) => place.has(unit)));
        const postings = shared.flatMap((unit) => [unit, Math.min(...places.map((place) => place.get(unit)))]);
        if (!shared.length && this.pageOf) postings.push(...this.apart(places));
        this.made.set(name, { word: name, stem: name, postings, parts: words });
      }
      return this.made.get(name);
    }

    /* Words that never share a section: the sections of pages that hold them all. */
    apart(places) {
      const pages = places.map((place) => new Set([...place.keys()].map(this.pageOf)));
      const units = [...places.at(-1)].filter(([unit]) => pages.every((page) => page.has(this.pageOf(unit))));
      return units.sort(([one], [other]) => one - other).flatMap(([unit, weight]) => [unit, weight / 2]);
    }

    places(word) {
      const places = new Map();
      const forms = new Map();
      this.addForms(forms, word);
      for (const [{ postings }, weight] of forms) {
        for (let at = 0; at < postings.length; at += 2) {
          places.set(postings[at], (places.get(postings[at]) ?? 0) + weight * postings[at + 1]);
        }
      }
      return places;
    }

    /* A compound that no page has, cut into words of at least `least` letters that stand together in a section. */
    addSplit(found, word, least) {
      const parts = word.length > 2 * least + 1 && this.split(word, least);
      if (!parts || !(this.phrase(parts).postings.length || parts.every((part) => part.length > 5))) return;
      raise(found, this.phrase(parts), PART);
      for (const part of parts) for (const [term, weight] of this.whole(part)) raise(found, term, weight * ALONE);
    }

    /* Whether a form of this word goes on as it is written: boligst is no form of bolig. */
    begins(word) {
      return this.byStem.get(this.language.stem(word)).some((term) => term.word.startsWith(word));
    }

    split(word, least) {
      const known = (part) => part.length >= least && this.byStem.get(this.language.stem(part))?.some(onPage);
      for (let at = word.length - least; at >= least; at -= 1) {
        const tail = word.slice(at);
        if (!known(tail)) continue;
        for (const link of this.language.links) {
          const head = word.slice(0, at - link.length);
          if (!word.slice(0, at).endsWith(link)) continue;
          if (known(head) && this.begins(head)) return [head, tail];
          const more = head.length >= 2 * least && this.split(head, least);
          if (more) return [...more, tail];
        }
      }
      return undefined;
    }
  };

  /* Stems of three letters join strangers: far (father) and fare (danger). */
  const family = (term) => (term.stem.length < 4 ? term.word : term.stem);

  function put(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  function raise(found, term, weight) {
    if (term && weight > (found.get(term) ?? 0)) found.set(term, weight);
  }

  const onPage = (term) => term.postings.length > 0;
  const onPages = (found) => [...found.keys()].some(onPage);

  /* Which letters a word has, one bit each: two words that differ in more of them than edits could explain are far apart. */
  const letters = (word) => [...word].reduce((found, letter) => found | (1 << (letter.charCodeAt(0) & 31)), 0);

  function bits(number) {
    let count = 0;
    for (let rest = number; rest; rest &= rest - 1) count += 1;
    return count;
  }

  /* The less is missing, the likelier it is this word. */
  const nearness = (part, word) => 0.6 + (0.4 * part.length) / word.length;
})();
