#!/usr/bin/env python3
"""Judged queries through the real search engine in Chromium: `python3 benchmarks/search.py`.

Prints success in the first and in the first three results and the mean reciprocal rank, per class and language, beside
stock Material's worker on the same pages and beside MiniSearch's ranking behind our own analyser; then how long 2,000
pages take. The queries stand in tests/search/<language>.yml and were written by people who had not seen the analyser;
those with `split: test` were judged twice, by different people, and never looked at while tuning. Once you have looked
at their misses they are `dev`, and a new half has to be written.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import environment  # noqa: E402

QUERIES = ROOT / "tests/search"
BESIDE = ROOT / "benchmarks/search"
LANGUAGES = ("nl", "da")
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ENGINES = {"ours": "ours", "MiniSearch": "miniSearch", "Material": "material"}


@dataclass(frozen=True)
class Query:
    """A judged query: ``relevant`` page ids, best first; empty for what should find nothing."""

    text: str
    kind: str
    relevant: tuple[str, ...]


@dataclass
class Score:
    """Sums over queries; for the class ``none`` a query counts when nothing was found."""

    count: int = 0
    first: float = 0
    three: float = 0
    reciprocal: float = 0

    def add(self, query: Query, pages: list[str]) -> None:
        """Count one answer."""
        if query.kind == "none":
            rank = 0 if pages else 1
        else:
            rank = next((at for at, page in enumerate(pages, 1) if page in query.relevant), 0)
        self.count += 1
        self.first += rank == 1
        self.three += 0 < rank <= 3
        self.reciprocal += 1 / rank if rank else 0

    def __str__(self) -> str:
        """Three figures: success@1, success@3, MRR."""
        whole = self.count or 1
        return f"{self.first / whole:.2f} {self.three / whole:.2f} {self.reciprocal / whole:.2f}"


def main(arguments: list[str]) -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site/)")
    parser.add_argument("--split", choices=("dev", "test", "all"), default="all", help="which part (default: all)")
    parser.add_argument("--misses", action="store_true", help="list queries without a right page in the first three")
    parser.add_argument("--pages", type=int, default=2000, help="invented pages for the timing; 0 leaves it out")
    asked = parser.parse_args(arguments)
    if not (asked.site / "nl/assets/search/index.js").is_file():
        raise SystemExit(f"There is no built site in {asked.site}. Run python3 scripts/build.py first.")
    with _served(asked.site) as address, _browser() as browser:
        for language in LANGUAGES:
            queries = load(language, asked.split)
            if not queries:
                raise SystemExit(f"No query in tests/search/{language}.yml has `split: {asked.split}`.")
            page = _page(browser, address, asked.site, language)
            answers = {name: _ask(page, function, queries, language, address) for name, function in ENGINES.items()}
            if asked.misses:
                _print_misses(language, queries, answers["ours"])
            else:
                _print_scores(language, asked.split, queries, answers)
            if asked.pages and not asked.misses:
                _print_speed(page, asked.pages, [query.text for query in queries])
            page.close()
    return 0


def load(language: str, split: str) -> list[Query]:
    """The judged queries of a language."""
    import yaml

    rows = yaml.safe_load((QUERIES / f"{language}.yml").read_text(encoding="utf-8"))
    return [
        Query(str(row["query"]), row["class"], tuple(row["relevant"])) for row in rows if split in ("all", row["split"])
    ]


def _ask(page: Any, function: str, queries: list[Query], language: str, address: str) -> list[list[str]]:
    texts = [query.text for query in queries]
    worker = next((_materials_scripts() / "workers").glob("search.*.min.js")).name
    given: Any = texts
    if function == "material":
        given = {"queries": texts, "language": language, "worker": f"{address}/material/workers/{worker}"}
    answers = page.evaluate(f"given => {function}(given)", given)
    return [list(dict.fromkeys(url.removesuffix(".html") for url in answer["pages"])) for answer in answers]


def _print_scores(language: str, split: str, queries: list[Query], answers: dict[str, list[list[str]]]) -> None:
    print(f"\n{language}, {split}: success@1, success@3, mean reciprocal rank")
    print(f"{'class':<14}{'queries':>8}  " + "".join(f"{name:<18}" for name in answers))
    kinds = sorted({query.kind for query in queries}, key=lambda kind: (kind == "none", kind))
    for kind in [*kinds, "all but none"]:
        chosen = [at for at, query in enumerate(queries) if _counts(query, kind)]
        scores = {name: Score() for name in answers}
        for name, pages in answers.items():
            for at in chosen:
                scores[name].add(queries[at], pages[at])
        print(f"{kind:<14}{len(chosen):>8}  " + "".join(f"{score!s:<18}" for score in scores.values()))


def _counts(query: Query, kind: str) -> bool:
    return query.kind == kind or (kind == "all but none" and query.kind != "none")


def _print_misses(language: str, queries: list[Query], found: list[list[str]]) -> None:
    print(f"\n{language}: what finds nothing, or nothing right in the first three")
    for query, pages in zip(queries, found, strict=True):
        if query.kind != "none" and not set(pages[:3]) & set(query.relevant):
            instead = ", ".join(pages[:3]) or "nothing"
            print(f"  {query.text} ({query.kind}): {instead}; wanted {', '.join(query.relevant)}")


def _print_speed(page: Any, total: int, texts: list[str]) -> None:
    figures = page.evaluate("given => scaled(given)", {"total": total, "queries": texts})
    times = sorted(figures["times"])
    p95 = times[int(len(times) * 0.95)]
    print(
        f"{total} pages ({figures['sections']} sections, {figures['words']} words, {figures['bytes'] / 1e6:.1f} MB): "
        f"ready in {figures['ready'] / 1000:.2f} s, an answer {times[len(times) // 2]:.1f} ms, p95 {p95:.1f} ms"
    )


def _materials_scripts() -> Path:
    """Where Material's scripts lie; found late because the package is installed late."""
    import material  # type: ignore[import-untyped]

    return Path(material.__file__).parent / "templates/assets/javascripts"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The site over http, Material's own scripts below /material/."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            if path.startswith("/material/"):
                return str(_materials_scripts() / path.removeprefix("/material/"))
            return super().translate_path(path)

        def log_message(self, *arguments: object) -> None:
            """Stay quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        raise SystemExit("Chromium is missing. Install it with: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()


def _page(browser: Any, address: str, site: Path, language: str) -> Any:
    """An empty page of the site's origin with the site's search scripts, MiniSearch and the rivals in it."""
    page = browser.new_page()
    page.goto(f"{address}/{language}/assets/search/words.js")  # no policy there: rivals may start their workers
    page.evaluate("() => { globalThis.siteSearch = {}; }")
    own = [site / language / f"assets/search/{name}.js" for name in ("engine", "words", "index")]
    for path in (*own, BESIDE / "minisearch-7.2.0.js", BESIDE / "rivals.js"):
        page.add_script_tag(content=path.read_text(encoding="utf-8"))
    return page


if __name__ == "__main__":
    environment.enter(ROOT / "tests/requirements.lock")
    sys.exit(main(sys.argv[1:]))
