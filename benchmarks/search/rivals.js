"use strict";
/* Run by benchmarks/search.py inside Chromium: the same queries through our engine, MiniSearch and Material's worker. */

/* Pages by our engine, best first, and how long each answer took (ms). */
function ours(queries) {
  const engine = new siteSearch.Engine(siteSearch.told, siteSearch.pages);
  return queries.map((query) => {
    const start = performance.now();
    const { results } = engine.search(query);
    return { ms: performance.now() - start, pages: results.map((one) => one.page.url) };
  });
}

/* Our analyser, MiniSearch's index and ranking: every meaning of a word is a term with its weight. */
function miniSearch(queries) {
  const engine = new siteSearch.Engine(siteSearch.told, siteSearch.pages);
  const words = (text) => siteSearch.wordsAndRuns(text, siteSearch.language.fold).map((one) => one.word);
  const index = new MiniSearch({
    fields: ["title", "heading", "keywords", "text"],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 6, heading: 2.5, keywords: 3 }, tokenize: (term) => [term] },
  });
  index.addAll(
    engine.units.map((unit) => ({
      id: unit.at,
      title: unit.isTop ? unit.page.title : "",
      heading: unit.isTop ? "" : unit.heading,
      keywords: unit.isTop ? unit.page.keywords.join(", ") : "",
      text: unit.text,
    })),
  );
  return queries.map((query) => {
    const needs = engine.needs(query).filter((need) => need.size);
    const start = performance.now();
    const asked = needs.map((need) => ({
      combineWith: "OR",
      queries: [...need].flatMap(([term, weight]) =>
        (term.parts ?? [term.word]).map((word) => ({ queries: [word], boostTerm: () => weight })),
      ),
    }));
    const pages = new Map();
    for (const { id, score } of asked.length ? index.search({ combineWith: "OR", queries: asked }) : []) {
      const { page } = engine.units[id];
      pages.set(page.url, Math.max(pages.get(page.url) ?? 0, score));
    }
    const ranked = [...pages].sort((one, other) => other[1] - one[1]).map(([url]) => url);
    return { ms: performance.now() - start, pages: ranked };
  });
}

/* Material's own worker as it ships, fed with the same pages in its own format. */
async function material({ queries, language, worker }) {
  const docs = siteSearch.pages.flatMap((page) =>
    page.sections.map(([anchor, heading, text], at) => ({
      location: at ? `${page.url}#${anchor}` : page.url,
      title: at ? heading : page.title,
      text: at ? text : `${text} ${page.keywords.join(", ")}`,
    })),
  );
  const own = new Worker(worker);
  const ask = (message) =>
    new Promise((resolve, reject) => {
      setTimeout(reject, 10000, new Error("Material's worker does not answer"));
      own.onmessage = (event) => resolve(event.data);
      own.onerror = reject;
      own.postMessage(message);
    });
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: [language], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields };
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const { data } = await ask({ type: 2, data: query });
    answers.push({ ms: performance.now() - start, pages: data.items.map((group) => group[0].location.split("#")[0]) });
  }
  own.terminate();
  return answers;
}

/* `total` pages: the real ones, then copies in which one word in three is an invented one. Returns pages and texts. */
function invented(total) {
  const parts = "ba de fi go hu ka le mi no pu ra se ti vo wu schra kle dri bro stu".split(" ");
  let seed = 7;
  const random = (below) => (seed = (seed * 16807) % 2147483647) % below;
  const word = () => Array.from({ length: 2 + random(4) }, () => parts[random(parts.length)]).join("");
  const lexicon = Array.from({ length: 20000 }, word);
  const other = (text) => text.replace(/\p{L}{4,}/gu, (one) => (random(3) ? one : lexicon[random(lexicon.length)]));
  const pages = [...siteSearch.pages];
  for (let at = 0; pages.length < total; at += 1) {
    const page = siteSearch.pages[at % siteSearch.pages.length];
    const sections = page.sections.map(([anchor, heading, text, ...kind]) => [anchor, other(heading), other(text), ...kind]);
    pages.push({ ...page, url: `${at}/${page.url}`, title: other(page.title), urgent: false, sections });
  }
  return pages;
}

/* How long the engine takes to be ready for `total` pages, reading the index script included, and to answer (ms, the
 * middle one of three times each: other programs on the machine are not what is measured). */
async function scaled({ total, queries }) {
  const text = `siteSearch.pages = ${JSON.stringify(invented(total))};`;
  const script = document.createElement("script");
  script.src = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const start = performance.now();
  await new Promise((resolve) => {
    script.onload = resolve;
    document.head.append(script);
  });
  const engine = new siteSearch.Engine(siteSearch.told, siteSearch.pages);
  engine.search("a"); // what is made at the first question belongs to being ready
  const ready = performance.now() - start;
  const time = (query) => {
    const asked = performance.now();
    engine.search(query);
    return performance.now() - asked;
  };
  const times = queries.map((query) => [time(query), time(query), time(query)].sort((one, other) => one - other)[1]);
  return { ready, times, bytes: text.length, words: engine.vocabulary.terms.size, sections: engine.units.length };
}
