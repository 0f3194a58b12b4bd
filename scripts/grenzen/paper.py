"""Everything that people print, for one edition: decks of cards, sheets, and the page that offers them.

The drivers' bridge between two outputs that do not know each other: cards and sheets. Made one language at a time,
because an organisation's name and contacts on paper are words of a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from grenzen.colours import PRIMARY
from grenzen.content.edition import Edition
from grenzen.content.model import Library
from grenzen.outputs import cards, sheets
from grenzen.outputs.pages.front import front_matter
from grenzen.outputs.pages.view import alphabetical
from grenzen.outputs.typesetting.house import House, HouseContact, Options
from grenzen.problems import Place, Problem, did_you_mean
from grenzen.words import words


@dataclass
class Paper:
    """Files by their path below the site (``nl/cards/a6-all.pdf``), the download pages, and what does not fit."""

    files: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def make(library: Library, cache: Path, options: Options = Options()) -> Paper:  # noqa: B008 - frozen and neutral
    """All paper of the library's edition. What nothing changed about is taken from ``cache``."""
    paper = Paper()
    for language in library.edition.codes:
        its = replace(options, house=house(library.edition, language))
        decks = cards.make(library, languages=[language], cache=cache / language, options=its)
        printed = sheets.make(library, languages=[language], cache=cache / language, options=its)
        paper.files.update({**decks.files, **printed.files})
        paper.problems += [*decks.problems, *printed.problems]
        title, description = (words(language)(f"cards.page.{part}") for part in ("title", "description"))
        front = front_matter(title, description, library.keywords_of("cards/index", language), kind="page")
        page = cards.download_page(library, decks.printed, printed.printed, language, alphabetical)
        paper.pages[f"{language}/cards/index.md"] = front + page
    return paper


def selection(library: Library, expression: str, layout: str, language: str, offset: str, cache: Path) -> Paper:
    """One PDF of one's own choice. ``offset`` is ``X,Y`` in mm, as the calibration page showed it."""
    paper = Paper()
    if language not in library.edition.codes:
        remedy = did_you_mean(language, library.edition.codes) or f"One of: {', '.join(library.edition.codes)}"
        paper.problems.append(Problem(Place("--language"), "select", f"unknown language '{language}'", remedy))
    found = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", offset)
    if not found:
        what = f"'{offset}' is not an offset"
        paper.problems.append(Problem(Place("--printer-offset"), "select", what, "Write it like 1.5,-0.5: right, down"))
    if found and not paper.problems:
        options = Options(house(library.edition, language), (float(found[1]), float(found[2])))
        made = cards.make_selection(
            library, expression, format=layout, language=language, cache=cache / "selection", options=options
        )
        paper.files, paper.problems = made.files, made.problems
    return paper


def house(edition: Edition, language: str) -> House:
    """An organisation's marks on paper in one language; nothing of anybody's for the kit itself."""
    own = edition.organisation
    if own is None:
        return House()
    contacts = [
        HouseContact(one.words[language].name, one.facts.phone, one.words[language].hours or "")
        for one in own.contacts().values()
        if one.facts.phone
    ]
    return House(
        name=own.name(language),
        address=own.facts.address,
        country=own.facts.country,
        logo=own.logo.drawing if own.logo else None,
        contacts=tuple(contacts),
        colour=own.primary.light if own.primary else PRIMARY.light,
    )
