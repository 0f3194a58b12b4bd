"""Which decks there are, which cards each holds and in which order. Pure: no paper, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from grenzen.content.model import Library, Scenario
from grenzen.outputs.cards.formats import COMMON, EVERY
from grenzen.words import words

STARTERS = 8
MOST_CARDS = 64
"""A deck with more cards is made in parts: a printer's tray, a reader's patience and a changed case all prefer it."""
PART = 12


@dataclass(frozen=True)
class Deck:
    """Cards that are printed together. ``id`` is the end of its file names."""

    id: str
    title: str
    about: str
    scenarios: tuple[str, ...]
    formats: tuple[str, ...]


def decks(library: Library, language: str) -> list[Deck]:
    """Starter, all, per theme and per sector, in the order of the download page; a deck without a card is left out."""
    say = words(language)
    starter = Deck("starter", say("cards.deck.starter"), say("cards.deck.starter_about"), starters(library), EVERY)
    everything = Deck(
        "all", say("cards.deck.all"), say("cards.deck.all_about"), _ids(library.scenarios.values(), library), EVERY
    )
    themes = _per_term(library, language, "theme", lambda each, theme: library.theme_of(each.facts.harm) == theme)
    found = [starter, everything, *themes, *_per_term(library, language, "sector", fits_sector)]
    return [part for deck in found if deck.scenarios for part in _parts(deck, language)]


def _per_term(library: Library, language: str, kind: str, fits: Callable[[Scenario, str], bool]) -> list[Deck]:
    """A deck for each theme or sector, of the cases that fit it."""
    return [
        Deck(
            f"{kind}-{name}",
            term.label,
            term.description,
            _ids((each for each in library.scenarios.values() if fits(each, name)), library),
            COMMON,
        )
        for name, term in library.themes[f"{kind}s"].words[language].terms.items()
    ]


def fits_sector(scenario: Scenario, sector: str) -> bool:
    """Whether a case suits a sector; a case that names none suits all."""
    return not scenario.facts.sectors or sector in scenario.facts.sectors


def starters(library: Library) -> tuple[str, ...]:
    """Eight cases to begin with: the lightest of each theme in turn, those without content notes first."""
    waiting: dict[str, list[Scenario]] = {theme: [] for theme in library.themes["themes"].facts.terms}
    for each in sorted(library.scenarios.values(), key=_weight):
        waiting[library.theme_of(each.facts.harm)].append(each)
    chosen: list[Scenario] = []
    while len(chosen) < STARTERS and any(waiting.values()):
        chosen += [queue.pop(0) for queue in waiting.values() if queue]
    return _ids(sorted(chosen[:STARTERS], key=_weight), library, in_order=True)


def _weight(scenario: Scenario) -> tuple[int, int, str]:
    return scenario.facts.level, len(scenario.facts.content_notes), scenario.id


def _ids(scenarios: Iterable[Scenario], library: Library, *, in_order: bool = False) -> tuple[str, ...]:
    """Ids in printing order: theme by theme, the lighter ones first, so that a deck can be dealt from the top."""
    themes = list(library.themes["themes"].facts.terms)
    found = list(scenarios)
    if not in_order:
        found.sort(key=lambda each: (themes.index(library.theme_of(each.facts.harm)), each.facts.level, each.id))
    return tuple(each.id for each in found)


def _parts(deck: Deck, language: str) -> Sequence[Deck]:
    if len(deck.scenarios) <= MOST_CARDS:
        return [deck]
    pieces = [deck.scenarios[at : at + PART] for at in range(0, len(deck.scenarios), PART)]
    return [
        Deck(
            f"{deck.id}-{number}",
            words(language)("cards.deck.part", title=deck.title, number=number, of=len(pieces)),
            deck.about,
            piece,
            deck.formats,
        )
        for number, piece in enumerate(pieces, start=1)
    ]
