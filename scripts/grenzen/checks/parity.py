"""The languages have the same pages, and within a thing the same keys and as many entries in every list.

Why: the language switch leads to the same page, and a team that works in two languages has one conversation. A page or
file that is there but could not be read has told its own Problem and is not called missing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from grenzen.content.locate import Path
from grenzen.content.model import ONE_LANGUAGE_ONLY, Library, Thing
from grenzen.problems import Place, Problem


def check(library: Library, today: date) -> Iterator[Problem]:
    """Pages and keys that one language has and another lacks."""
    yield from _pages(library)
    for things in library.things.values():
        for thing in things.values():
            yield from _keys(thing)


def _pages(library: Library) -> Iterator[Problem]:
    there = {language for versions in library.pages.values() for language in versions}
    for language in library.edition.codes:
        if language not in there and library.pages:
            place = Place(f"docs/{language}")
            yield Problem(
                place, "parity", f"no page can be read in {language}", "Write the pages of the other languages"
            )
    for page_id, versions in library.pages.items():
        here = next(iter(versions.values()))
        for language in (code for code in library.edition.codes if code in there):
            path = f"docs/{language}/{page_id}.md"
            if language not in versions and path not in library.unread:
                text = f"the page '{page_id}' is missing in {language}"
                yield Problem(Place(here.path), "parity", text, f"Write {path}")


def _keys(thing: Thing[Any, Any]) -> Iterator[Problem]:
    shapes = {language: dict(_shape(thing.located[language].value)) for language in thing.words}
    for language, other in ((a, b) for a in shapes for b in shapes if a != b):
        for path in shapes[other].keys() - shapes[language].keys():
            if path[:-1] in shapes[language] or len(path) == 1:
                text = f"{_called(path)} stands in {other}.yml and not here"
                yield Problem(thing.place(language, *path[:-1]), "parity", text, "Write it or remove it there")


def _called(path: Path) -> str:
    names = ".".join(str(part) for part in path if isinstance(part, str))
    return f"entry {path[-1] + 1} of '{names}'" if isinstance(path[-1], int) else f"'{names}'"


def _shape(value: object, path: Path = ()) -> Iterator[tuple[Path, None]]:
    """The paths of all keys and list entries."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        if key not in ONE_LANGUAGE_ONLY:
            yield (*path, key), None
            yield from _shape(inner, (*path, key))
