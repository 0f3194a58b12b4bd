"""Every vocabulary is there and complete: words for each term, a theme for each harm, an icon for each theme.

Why: themes give a case its colour and icon on page and paper, and every list a reader sees is made from these terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from grenzen.checks.same_ids import same_ids
from grenzen.content.model import Library, Thing
from grenzen.problems import Place, Problem, did_you_mean

NEEDED = {
    "themes": (), "harms": (), "channels": (), "sectors": (), "roles": (), "phases": (), "levels": (),
    "countries": ("nl", "be", "dk"), "content-notes": (), "topics": (),
}  # fmt: skip
"""Vocabularies that pages and cards ask for, with the terms that the model itself names."""


def check(library: Library, today: date) -> Iterator[Problem]:
    """Missing vocabularies, terms and words; harms without a theme; themes without an icon."""
    yield from _missing(library)
    yield from _words(library)
    yield from _harms(library)
    yield from _icons(library)


def _missing(library: Library) -> Iterator[Problem]:
    for name, terms in NEEDED.items():
        if name not in library.names["themes"]:
            place = Place(f"docs/data/themes/{name}")
            yield Problem(place, "vocabulary", f"the vocabulary '{name}' is missing", "Add its folder with three files")
        for term in terms if name in library.themes else ():
            if term not in library.themes[name].facts.terms:
                place = library.themes[name].place("facts", "terms")
                yield Problem(place, "vocabulary", f"the term '{term}' is missing", "Add it with its words")


def _words(library: Library) -> Iterator[Problem]:
    vocabularies: list[Thing[Any, Any]] = [*library.themes.values()]
    for thing in [*vocabularies, *([library.glossary] if library.glossary else [])]:
        for language, words in thing.words.items():
            yield from same_ids("vocabulary", thing, language, ("terms",), thing.facts.terms, words.terms)


def _harms(library: Library) -> Iterator[Problem]:
    harms, themes = library.themes.get("harms"), library.themes.get("themes")
    for name, harm in harms.facts.terms.items() if harms and themes else ():
        assert harms and themes
        if harm.theme is None:
            place = harms.place("facts", "terms", name)
            yield Problem(place, "vocabulary", f"the harm '{name}' has no theme", "Add 'theme: <id>'")
        elif harm.theme not in themes.facts.terms:
            place = harms.place("facts", "terms", name, "theme")
            remedy = did_you_mean(harm.theme, themes.facts.terms)
            yield Problem(place, "vocabulary", f"there is no theme '{harm.theme}'", remedy)


def _icons(library: Library) -> Iterator[Problem]:
    themes = library.themes.get("themes")
    icons = {one.removeprefix("icons/").removesuffix(".svg") for one in library.assets if one.startswith("icons/")}
    for name, theme in themes.facts.terms.items() if themes else ():
        assert themes
        if theme.icon is None:
            place = themes.place("facts", "terms", name)
            yield Problem(place, "vocabulary", f"the theme '{name}' has no icon", "Add 'icon: <name>'")
        elif icons and theme.icon not in icons:
            place = themes.place("facts", "terms", name, "icon")
            remedy = did_you_mean(theme.icon, icons) or "Put it in docs/assets/icons"
            yield Problem(place, "vocabulary", f"there is no icon '{theme.icon}'", remedy)
