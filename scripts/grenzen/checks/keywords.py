"""Keywords belong to a page that exists, and each page has a keyword once.

Why: words for a page that is not there help nobody, and a page that lost its words is only found by those who know what
it is called. A keyword that stands twice counts twice, and so pushes the page before others that fit better. In an
organisation's own folder these are warnings: a page of ours that goes must not stop its build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from grenzen.content.load import KEYWORDS
from grenzen.content.locate import Located, Path
from grenzen.content.model import Library
from grenzen.problems import Problem, did_you_mean


def check(library: Library, today: date) -> Iterator[Problem]:
    """Pages that are not there, and words that stand twice."""
    own = library.edition.organisation
    for problem in _problems(library):
        theirs = own is not None and problem.place.path.startswith(own.prefix)
        yield replace(problem, severity="warning") if theirs else problem


def _problems(library: Library) -> Iterator[Problem]:
    for path, located in library.places.items():
        if f"{KEYWORDS}/" in path and isinstance(located.value, dict):
            for name, words in located.value.items():
                if name not in library.page_ids:
                    remedy = did_you_mean(name, library.page_ids) or "Remove its words or write the page"
                    yield Problem(located.place((name,), key=True), "keywords", f"there is no page '{name}'", remedy)
                yield from _twice(located, (name,), words if isinstance(words, list) else [])
    for versions in library.pages.values():
        for page in versions.values():
            yield from _twice(library.places[page.path], ("keywords",), page.facts.keywords)


def _twice(located: Located, at: Path, words: Sequence[object]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, word in enumerate(words):
        folded = " ".join(str(word).casefold().split())
        if folded in seen:
            yield Problem(located.place((*at, number)), "keywords", f"'{word}' stands here twice", "Remove one")
        seen.add(folded)
