"""Translations follow the text they were made from; one that does not is listed with the keys that changed.

Why: a worker who reads the older advice in one language acts on it. It is a warning, because the translation is usually
still right in most of its text; the page says so to its reader until somebody edits it and accepts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.content.load import TRANSLATIONS
from grenzen.content.model import Library
from grenzen.content.translations import Translation, left_over, state
from grenzen.problems import Place, Problem

NAMED = 5
"""Names that a message lists before it says how many more there are."""


def check(library: Library, today: date) -> Iterator[Problem]:
    """Warnings for stale translations, for those nobody recorded yet, and for records of files that are gone."""
    rows = state(library)
    yield from (_stale(row) for row in rows if row.state == "stale")
    if library.edition.organisation:
        return  # what they wrote or replaced is not in our record
    unknown = [row.path for row in rows if row.state == "unknown"]
    if unknown:
        what = f"{_count(unknown, 'translation is', 'translations are')} not recorded yet: {_some(unknown)}"
        remedy = "Compare with the origin, then run `build.py translations accept ID` (or --all)"
        yield Problem(Place(TRANSLATIONS), "translation", what, remedy, "warning")
    gone = left_over(library)
    if gone:
        what = f"{_count(gone, 'record is', 'records are')} of files that are gone: {_some(gone)}"
        yield Problem(
            Place(TRANSLATIONS), "translation", what, "Any `build.py translations accept` drops them", "warning"
        )


def _stale(row: Translation) -> Problem:
    what = f"this translation is older than its origin ({row.origin}); changed there: {_some(row.changed)}"
    remedy = f"Bring it up to date, then run `build.py translations accept {row.id}`"
    return Problem(Place(row.path), "translation", what, remedy, "warning")


def _count(names: list[str], one: str, many: str) -> str:
    return f"{len(names)} {one if len(names) == 1 else many}"


def _some(names: list[str] | tuple[str, ...]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
