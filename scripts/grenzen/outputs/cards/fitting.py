"""Which type size fits each side of each card, and a Problem for every text that does not fit or cannot be printed.

Measured by ``probe.typ`` without making a page, for A6, in which every format is laid out (see ``formats``). A fit is
remembered per card, so that one changed case measures one case.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grenzen.content.model import Library, Scenario
from grenzen.outputs.cards.card import card, locale, template_words
from grenzen.outputs.cards.formats import LADDER
from grenzen.outputs.typesetting import glyphs
from grenzen.outputs.typesetting.house import House
from grenzen.outputs.typesetting.press import FONTS, Job, Press
from grenzen.problems import Place, Problem

CARDS_PER_PROBE = 12
"""Few enough that the measuring is spread over the processes, many enough to pay for starting a compile."""
PANEL_TEXT = 148.5 - 2 * 9
"""Height in mm of what can be printed on an A6 card."""
REMEDY = {
    "front": "Shorten the context, the trigger or the dilemma",
    "back": "Shorten the questions, what helps or the facilitator's notes",
}


@dataclass(frozen=True)
class Fitted:
    """All cards of one language with their sizes, and what is wrong with them."""

    cards: dict[str, dict[str, Any]]
    problems: list[Problem]


def fit(library: Library, language: str, press: Press, house: House) -> Fitted:
    """Fit every case of the library in one language."""
    problems = [problem for each in library.scenarios.values() for problem in unprintable(each, language)]
    if problems:
        return Fitted({}, problems)
    cards = [card(library, each, language, house) for each in library.scenarios.values()]
    fits = _measured(cards, library, language, press)
    for each in cards:
        _judge(library.scenarios[each["id"]], language, fits[each["id"]], problems)
        each |= {side: _sized(fits[each["id"]][side]) for side in ("front", "back")}
    return Fitted({each["id"]: each for each in cards}, problems)


# ── characters ──


def unprintable(scenario: Scenario, language: str) -> Iterator[Problem]:
    """A Problem for each character of a case that the fonts have no glyph for."""
    for path, text in texts(scenario.words[language].model_dump()):
        for character in glyphs.missing(text, FONTS):
            what = (
                f"{scenario.id} ({language}, a6, {side_of(path)}): the font has no glyph for {glyphs.named(character)}"
            )
            yield Problem(scenario.place(language, *path), "cards", what, "Write it with other characters")


def texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a words file with its path, in reading order."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, Sequence):
        for at, inner in enumerate(value):
            yield from texts(inner, (*path, at))


def side_of(path: tuple[str | int, ...]) -> str:
    """On which side of which paper a field is printed."""
    if path[0] in ("title", "context", "trigger", "dilemma"):
        return "front"
    if path[0] in ("questions", "helps") or path[-1] in ("aim", "close"):
        return "back"
    return "inject" if path[0] == "injects" else "facilitator sheet"


# ── sizes ──


def _measured(
    cards: Sequence[dict[str, Any]], library: Library, language: str, press: Press
) -> dict[str, dict[str, Any]]:
    """Case id to ``{"front": fit, "back": fit, "wide": words}``; measured only where nothing is remembered."""
    shared = {"words": template_words(language), "locale": locale(language), "ladder": list(LADDER)}
    jobs = {
        each["id"]: Job(each["id"], "cards/probe.typ", {**shared, "cards": [_asked(each)]}, "answer") for each in cards
    }
    found = {name: json.loads(kept) for name, job in jobs.items() if (kept := press.kept(job)) is not None}
    missing = [each for each in cards if each["id"] not in found]
    batches = [missing[at : at + CARDS_PER_PROBE] for at in range(0, len(missing), CARDS_PER_PROBE)]
    asked = [
        Job(
            f"fit {language} {number}",
            "cards/probe.typ",
            {**shared, "cards": [_asked(each) for each in batch]},
            "answer",
        )
        for number, batch in enumerate(batches)
    ]
    for answer in press.run(asked, keep=False).values():
        for name, fits in _by_card(json.loads(answer)).items():
            found[name] = fits
            press.keep(jobs[name], json.dumps(fits).encode())
    return found


def _asked(each: Mapping[str, Any]) -> dict[str, Any]:
    """A card as the probe wants it: with a first guess at the sizes and the words that may be too wide for a line."""
    letters = len(" ".join([*each["story"], each["dilemma"]])), len(" ".join(_back(each)))
    guess = {"front": 0 if letters[0] < 620 else 2, "back": _guess(letters[1])}
    return {**each, "guess": guess, "long": _long_words(each)}


def _back(each: Mapping[str, Any]) -> list[str]:
    return [*each["self"], *each["team"], *each["organisation"], *each["helps"], each["aim"], each["close"]]


def _guess(letters: int) -> int:
    """The step that usually fits a back of so many letters; the probe corrects it."""
    most = (420, 480, 560, 650, 720, 790, 840, 900)  # letters that fit at each step but the last, measured on our cases
    return sum(letters > limit for limit in most)


def _long_words(each: Mapping[str, Any]) -> list[dict[str, Any]]:
    front = [*each["story"], each["dilemma"]]
    fields = [("front", True, [each["title"]], 12), ("front", False, front, 24), ("back", False, _back(each), 24)]
    return [
        {"id": each["id"], "side": side, "title": is_title, "text": word}
        for side, is_title, values, least in fields
        for word in dict.fromkeys(re.findall(r"\S+", " ".join(values)))
        if len(word) >= least
    ]


def _by_card(answer: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    cards: dict[str, dict[str, Any]] = {}
    for each in answer["fits"]:
        cards.setdefault(each["id"], {"wide": []})[each["side"]] = each
    for each in answer["wide"]:
        cards[each["id"]]["wide"].append(each)
    return cards


def _sized(found: Mapping[str, Any]) -> dict[str, Any]:
    return {"size": LADDER[found["step"]], "room": max(0.0, found["room"]), "title": found["title"]}


# ── judging ──


def _judge(scenario: Scenario, language: str, fits: Mapping[str, Any], problems: list[Problem]) -> None:
    for wide in fits["wide"]:
        what = f"the word '{wide['text']}' is {_mm(wide['over'])} wider than its line and cannot be broken"
        problems.append(_problem(scenario, language, wide["side"], what, "Shorten it or put a space in it"))
    for side in ("front", "back"):
        found = fits[side]
        if found["room"] < 0:
            share = -100 * found["room"] / PANEL_TEXT
            what = f"the text is {_mm(-found['room'])} too long at the smallest size ({share:.0f} % over)"
            problems.append(_problem(scenario, language, side, what, REMEDY[side]))
        elif found["step"] == len(LADDER) - 1:
            left = "left for the agreement" if side == "back" else "to spare"
            what = f"the text fits only at the smallest size ({LADDER[-1]:g} pt), with {_mm(found['room'])} {left}"
            problems.append(_problem(scenario, language, side, what, REMEDY[side], warning=True))


def _problem(scenario: Scenario, language: str, side: str, what: str, remedy: str, *, warning: bool = False) -> Problem:
    place: Place = scenario.place(language, "context" if side == "front" else "questions", key=True)
    text = f"{scenario.id} ({language}, a6, {side}): {what}"
    return Problem(place, "cards", text, remedy, "warning" if warning else "error")


def _mm(length: float) -> str:
    return f"{max(1, round(length))} mm"
