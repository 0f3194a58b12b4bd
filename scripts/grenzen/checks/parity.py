"""The languages have the same pages, and within a thing the same keys and as many entries in every list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from grenzen.content.languages import LANGUAGES
from grenzen.content.locate import Path
from grenzen.content.model import Library, Thing
from grenzen.problems import Place, Problem

ONE_LANGUAGE_ONLY = {"flemish", "also"}
"""Keys that may stand in one language alone: a Flemish note says nothing to a Danish reader."""


def check(library: Library, today: date) -> Iterator[Problem]:
    """Pages and keys that one language has and another lacks."""
    yield from _pages(library)
    for things in library.things.values():
        for thing in things.values():
            yield from _keys(thing)


def _pages(library: Library) -> Iterator[Problem]:
    for page_id, versions in library.pages.items():
        here = next(iter(versions.values()))
        for language in LANGUAGES:
            if language not in versions:
                remedy = f"Write docs/{language}/{page_id}.md"
                yield Problem(Place(here.path), "parity", f"the page '{page_id}' has no {language} version", remedy)


def _keys(thing: Thing[Any, Any]) -> Iterator[Problem]:
    shapes = {language: dict(_shape(thing.located[language].value)) for language in LANGUAGES}
    for language, other in ((a, b) for a in LANGUAGES for b in LANGUAGES if a != b):
        for path in shapes[other].keys() - shapes[language].keys():
            if path[:-1] in shapes[language] or len(path) == 1:
                name = ".".join(map(str, path))
                text = f"'{name}' stands in {other}.yml and not here"
                yield Problem(thing.place(language, *path[:-1]), "parity", text, "Write it or remove it there")


def _shape(value: object, path: Path = ()) -> Iterator[tuple[Path, None]]:
    """The paths of all keys and list entries."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        if key not in ONE_LANGUAGE_ONLY:
            yield (*path, key), None
            yield from _shape(inner, (*path, key))
