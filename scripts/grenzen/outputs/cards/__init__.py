"""Cards for team meetings: decks in every paper format, injects, blank cards, one PDF per case, a calibration page.

``make`` reads like a table of contents. Which cards exist: ``decks``; on which paper: ``formats``; in which type size
and what does not fit: ``fitting``; what a file needs: ``jobs``; one's own choice: ``selection``; the page that offers
them: ``download``. The looks are in the ``.typ`` files. Knows nothing of sheets, pages or search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from grenzen.content.model import Library
from grenzen.outputs.cards import jobs
from grenzen.outputs.cards.cases import case_orders
from grenzen.outputs.cards.decks import Deck, decks
from grenzen.outputs.cards.download import download_page as download_page
from grenzen.outputs.cards.fitting import Fitted, fit
from grenzen.outputs.cards.formats import COMMON, FORMATS
from grenzen.outputs.cards.selection import select
from grenzen.outputs.typesetting.house import Options
from grenzen.outputs.typesetting.press import Flip, Press
from grenzen.outputs.typesetting.printed import Made, Printed, picture_size
from grenzen.problems import Place, Problem, did_you_mean, errors
from grenzen.words import words

NEUTRAL = Options()
FLIPS: tuple[Flip, ...] = ("long", "short")


def make(library: Library, *, languages: Sequence[str], cache: Path, options: Options = NEUTRAL) -> Made:
    """Every deck in every language. No files when a text does not fit or cannot be printed: ``problems`` tell why."""
    with Press(cache / "cards", options.processes) as press:
        fitted = {language: fit(library, language, press, options.house) for language in languages}
        problems = [problem for found in fitted.values() for problem in found.problems]
        if errors(problems):
            return Made.nothing(problems)
        orders = [
            order
            for language in languages
            for order in _orders(library, language, fitted[language], press, options, problems)
        ]
        if errors(problems):
            return Made.nothing(problems)
        made = _press(orders, press, problems, with_pictures=True)
        press.forget_unused()
        return made


def make_selection(
    library: Library, expression: str, *, format: str, language: str, cache: Path, options: Options = NEUTRAL
) -> Made:
    """One PDF of one's own choice, ``<language>/cards/<format>-selection.pdf``."""
    selection = select(library, expression)
    layout = FORMATS.get(format)
    problems = list(selection.problems)
    if layout is None:
        remedy = did_you_mean(format, FORMATS) or f"One of: {', '.join(FORMATS)}"
        problems.append(Problem(Place("--format"), "select", f"unknown format '{format}'", remedy))
    if layout is None or problems:
        return Made.nothing(problems)
    chosen = {each: library.scenarios[each] for each in selection.scenarios}
    chosen_only = replace(library, things={**library.things, "scenarios": chosen})
    say = words(language)
    deck = Deck(
        "selection", say("cards.deck.selection"), say("cards.deck.selection_about"), selection.scenarios, (format,)
    )
    with Press(cache / "cards", options.processes) as press:
        fitted = fit(chosen_only, language, press, options.house)
        if errors(fitted.problems):
            return Made.nothing(fitted.problems)
        order = jobs.deck_order(deck, layout, fitted.cards, language, options)
        return _press([order], press, fitted.problems, with_pictures=False)


# ── steps ──


def _orders(
    library: Library, language: str, fitted: Fitted, press: Press, options: Options, problems: list[Problem]
) -> list[jobs.Order]:
    found = decks(library, language)
    cards = fitted.cards
    return [
        *(jobs.deck_order(deck, FORMATS[name], cards, language, options) for deck in found for name in deck.formats),
        *(
            jobs.injects_order(deck, cards, library, language)
            for deck in found
            if deck.id.split("-")[0] in ("starter", "all")
        ),
        *(jobs.blank_order(FORMATS[name], language, options) for name in COMMON),
        *(jobs.calibration_order(flip, language, options) for flip in FLIPS),
        *case_orders(library, cards, language, press, options, problems),
    ]


def _press(orders: Sequence[jobs.Order], press: Press, problems: Iterable[Problem], *, with_pictures: bool) -> Made:
    drawn = jobs.pictures(orders) if with_pictures else []
    files = press.run([*(order.job for order in orders), *drawn])
    return Made.by(press, files, problems, (_printed(order, files) for order in orders))


def _printed(order: jobs.Order, files: dict[str, bytes]) -> Printed:
    done = replace(order.printed, bytes=len(files[order.job.name]))
    picture = jobs.picture_path(done)
    return replace(done, thumbnail=picture, picture_size=picture_size(files[picture])) if picture in files else done
