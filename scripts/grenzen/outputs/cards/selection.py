"""A selection of one's own: ``level<=2,sector=home-care,theme=threat|words`` chooses cases by their facts.

Parts are joined by commas and all must hold; ``|`` between values means either. Pure and deterministic.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from grenzen.content.model import Library, Scenario
from grenzen.outputs.cards.decks import fits_sector
from grenzen.problems import Place, Problem, did_you_mean

PLACE = Place("--select")

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_NUMBERS: dict[str, Callable[[Scenario], int]] = {
    "level": lambda scenario: scenario.facts.level,
    "minutes": lambda scenario: scenario.facts.minutes,
}
_VOCABULARIES = {
    "theme": "themes",
    "harm": "harms",
    "sector": "sectors",
    "phase": "phases",
    "channel": "channels",
    "role": "roles",
    "country": "countries",
    "note": "content-notes",
}
KEYS = sorted([*_NUMBERS, *_VOCABULARIES, "id", "origin"])
"""What a selection can ask for. ``harm`` also finds side harms; ``sector`` also finds cases for every sector."""


@dataclass(frozen=True)
class Selection:
    """The ids that were chosen, sorted, and what was wrong with the question."""

    scenarios: tuple[str, ...]
    problems: list[Problem]


def select(library: Library, expression: str) -> Selection:
    """Choose cases. An expression that means nothing, or that no case fits, is a Problem with a near word."""
    problems: list[Problem] = []
    tests = [_test(library, part.strip(), problems) for part in expression.split(",") if part.strip()]
    if problems:
        return Selection((), problems)
    chosen = tuple(each.id for each in library.scenarios.values() if all(test(each) for test in tests))
    if not chosen:
        problems.append(Problem(PLACE, "select", f"no case fits '{expression}'", "Leave a part out"))
    return Selection(chosen, problems)


def _test(library: Library, part: str, problems: list[Problem]) -> Callable[[Scenario], bool]:
    match = re.fullmatch(r"([a-z_-]+)\s*(<=|>=|!=|=|<|>)\s*([a-z0-9|-]+)", part)
    if not match:
        problems.append(
            Problem(PLACE, "select", f"'{part}' is not a condition", "Write it like level<=2 or sector=home-care")
        )
        return lambda _: False
    key, sign, wanted = match.groups()
    if key in _NUMBERS:
        return _number_test(key, sign, wanted, problems)
    return _word_test(library, key, sign, wanted.split("|"), problems)


def _number_test(key: str, sign: str, wanted: str, problems: list[Problem]) -> Callable[[Scenario], bool]:
    if not wanted.isdigit():
        problems.append(Problem(PLACE, "select", f"'{wanted}' is not a whole number", f"Write it like {key}<=2"))
        return lambda _: False
    number = int(wanted)
    return lambda scenario: _COMPARE[sign](_NUMBERS[key](scenario), number)


def _word_test(
    library: Library, key: str, sign: str, wanted: list[str], problems: list[Problem]
) -> Callable[[Scenario], bool]:
    if key not in KEYS:
        remedy = did_you_mean(key, KEYS) or f"Known here: {', '.join(KEYS)}"
        problems.append(Problem(PLACE, "select", f"unknown condition '{key}'", remedy))
        return lambda _: False
    if sign not in ("=", "!="):
        problems.append(
            Problem(PLACE, "select", f"'{key}' cannot be compared with '{sign}'", f"Write {key}=… or {key}!=…")
        )
        return lambda _: False
    known = _known(library, key)
    for word in wanted:
        if word not in known:
            remedy = did_you_mean(word, known) or f"One of: {', '.join(sorted(known))}"
            problems.append(Problem(PLACE, "select", f"unknown {key} '{word}'", remedy))
    return lambda scenario: any(_has(library, scenario, key, word) for word in wanted) == (sign == "=")


def _known(library: Library, key: str) -> Iterable[str]:
    if key == "id":
        return list(library.scenarios)
    if key == "origin":
        return ["nl", "da"]
    return list(library.themes[_VOCABULARIES[key]].facts.terms)


def _has(library: Library, scenario: Scenario, key: str, word: str) -> bool:
    facts = scenario.facts
    if key == "theme":
        return library.theme_of(facts.harm) == word
    if key == "sector":
        return fits_sector(scenario, word)
    values: dict[str, Iterable[str]] = {
        "harm": [facts.harm, *facts.side_harms],
        "phase": [facts.phase],
        "channel": facts.channels,
        "role": [facts.role],
        "country": facts.countries,
        "note": facts.content_notes,
        "id": [scenario.id],
        "origin": [facts.origin],
    }
    return word in values[key]
