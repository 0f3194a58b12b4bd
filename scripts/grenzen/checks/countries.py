"""Countries are kept apart: ids that start with their country, notes only for a case's own countries.

Why: Dutch is read in the Netherlands and in Flanders, and their law differs; a sentence of one country's law under the
other's name is the mistake this kit must not make. The law of 1 July 2024 is Dutch
and stands under no other country, except (as data, with the reason) where a line says that it does not hold there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from grenzen.checks.exceptions import Found, allow
from grenzen.content.model import ExceptionRule, Library
from grenzen.problems import Place, Problem

RULES: tuple[ExceptionRule, ...] = ("one-july",)
ONE_JULY = re.compile(r"\b(1\.? jul[iy]|july 1,?|1-7-|1/7/)\s*2024|2024-07-01", re.IGNORECASE)


def check(library: Library, today: date) -> Iterator[Problem]:
    """Ids, notes and the Dutch law in a wrong country."""
    for kind in ("law", "contacts"):
        for line in library.things[kind].values():
            if not line.id.startswith(f"{line.facts.country}-"):
                what = f"'{line.id}' is of the country '{line.facts.country}'"
                remedy = f"Rename its folder to '{line.facts.country}-…'"
                yield Problem(line.place("facts", "country"), "countries", what, remedy)
    yield from _notes(library)
    yield from allow(library, RULES, _one_july(library))


def _notes(library: Library) -> Iterator[Problem]:
    for case in library.scenarios.values():
        for language, words in case.words.items():
            for country in words.country_notes:
                if country not in case.facts.countries:
                    place = case.place(language, "country_notes", country, key=True)
                    what = f"a note for '{country}', which is not among this case's countries"
                    yield Problem(place, "countries", what, "Remove the note or add the country to facts.yml")


def _one_july(library: Library) -> Iterator[Found]:
    for country, text, place in _lines_of_countries(library):
        named = ONE_JULY.search(text)
        if country != "nl" and named:
            what = f"the law of 1 July 2024 is Dutch and stands here under '{country}'"
            problem = Problem(place, "countries", what, "Say what holds in that country or leave it out")
            yield Found("one-july", named[0], problem)


def _lines_of_countries(library: Library) -> Iterator[tuple[str, str, Place]]:
    for line in library.law.values():
        for language, words in line.words.items():
            for name in ("title", "text"):
                yield line.facts.country, getattr(words, name), line.place(language, name)
    for case in library.scenarios.values():
        for language, notes in ((language, words.country_notes) for language, words in case.words.items()):
            for country, text in notes.items():
                yield country, text, case.place(language, "country_notes", country)
