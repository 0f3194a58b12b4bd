"""A4 sheets, one page each: first hour, route, contacts per country, log, agreements, checklists, session plans, rules.

Which sheets there are and what stands on them: ``catalogue``, built from ``blocks``; the looks: ``sheet.typ``. Each
sheet is set in the largest type that fits its page, never under 11 pt; what does not fit is a Problem. Knows nothing of
cards, pages or search.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from grenzen.content.languages import LANGUAGES
from grenzen.content.model import Library
from grenzen.outputs.sheets.catalogue import Sheet, sheets
from grenzen.outputs.typesetting import glyphs
from grenzen.outputs.typesetting.house import Options, last_checked
from grenzen.outputs.typesetting.press import FONTS, Job, Press
from grenzen.outputs.typesetting.printed import Made, Printed, picture_size
from grenzen.problems import Problem, errors
from grenzen.words import words

NEUTRAL = Options()
LADDER = (17.0, 16.0, 15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0)
"""Type sizes in pt, tried from the sheet's largest; A4 is never set smaller than the last."""


def make(library: Library, *, languages: Sequence[str], cache: Path, options: Options = NEUTRAL) -> Made:
    """Every sheet in every language. No files when one does not fit or cannot be printed: ``problems`` tell why."""
    problems: list[Problem] = []
    found = {language: sheets(library, language, options.house, problems) for language in languages}
    problems += [
        problem for language in languages for sheet in found[language] for problem in _unprintable(sheet, language)
    ]
    if errors(problems):
        return Made.nothing(problems)
    with Press(cache / "sheets", options.processes) as press:
        sizes = {
            language: _sizes(found[language], library, language, options, press, problems) for language in languages
        }
        if errors(problems):
            return Made.nothing(problems)
        wanted = [(language, sheet) for language in languages for sheet in found[language]]
        files = press.run(
            [
                job
                for language, sheet in wanted
                for job in _jobs(sheet, library, language, options, sizes[language][sheet.id])
            ]
        )
        press.forget_unused()
    return Made.by(press, files, problems, (_printed(sheet, language, files) for language, sheet in wanted))


# ── steps ──


def _unprintable(sheet: Sheet, language: str) -> Iterator[Problem]:
    missing = {
        char: None
        for text in (sheet.title, *_texts(sheet.blocks), *_texts(sheet.back))
        for char in glyphs.missing(text, FONTS)
    }
    for character in missing:
        what = f"{sheet.id} ({language}, sheet): the font has no glyph for {glyphs.named(character)}"
        yield Problem(sheet.place, "sheets", what, "Write it with other characters")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


def _sizes(
    found: Sequence[Sheet], library: Library, language: str, options: Options, press: Press, problems: list[Problem]
) -> dict[str, float]:
    """Sheet id to type size in pt; a sheet that does not fit at the smallest one is a Problem."""
    data = [_data(sheet, library, language, options) for sheet in found]
    jobs = [
        Job(
            f"fit {language} {first}",
            "sheets/probe.typ",
            {"locale": LANGUAGES[language].locale, "ladder": LADDER, "sheets": data[first : first + 8]},
            "answer",
        )
        for first in range(0, len(data), 8)
    ]
    fits = {fit["id"]: fit for answer in press.run(jobs).values() for fit in json.loads(answer)}
    for sheet in found:
        over = -fits[sheet.id]["room"]
        if over > 0:
            length = f"{max(1, round(over))} mm too long at the smallest size ({LADDER[-1]:g} pt)"
            what = f"{sheet.id} ({language}, a4, sheet): the text is {length}"
            problems.append(Problem(sheet.place, "sheets", what, "Shorten it; a sheet is one page"))
    return {sheet.id: fits[sheet.id]["size"] for sheet in found}


def _jobs(sheet: Sheet, library: Library, language: str, options: Options, size: float) -> list[Job]:
    title = f"{sheet.title} · {options.house.name or LANGUAGES[language].site_name}"
    data = {
        "document": title,
        "locale": LANGUAGES[language].locale,
        "size": size,
        "sheet": _data(sheet, library, language, options),
    }
    return [
        Job(_path(sheet, language), "sheets/page.typ", data, flip="long" if sheet.back else "none"),
        Job(_picture(sheet, language), "sheets/page.typ", data, "picture"),
    ]


def _data(sheet: Sheet, library: Library, language: str, options: Options) -> dict[str, Any]:
    say, house = words(language), options.house
    checked = last_checked(library, sheet.days)
    address = house.page(language, sheet.page)
    return {
        "id": sheet.id,
        "title": sheet.title,
        "subtitle": sheet.about if sheet.subtitle is None else sheet.subtitle,
        "icon": sheet.icon,
        "colour": sheet.colour,
        "blocks": sheet.blocks,
        "back": sheet.back,
        "landscape": sheet.landscape,
        "fill": sheet.fill,
        "largest": sheet.largest,
        "house": house.name or say("site.name"),
        "logo": house.logo,
        "emergency": say("sheets.emergency"),
        "checked": say("sheets.checked", day=_day(checked, say)) if checked else "",
        "address": (address or sheet.page).removeprefix("https://"),
    }


def _day(day: date, say: Any) -> str:
    month = say("sheets.months").split()[day.month - 1]
    return str(say("sheets.day", day=day.day, month=month, year=day.year))


def _path(sheet: Sheet, language: str) -> str:
    return f"{language}/sheets/{sheet.id}.pdf"


def _picture(sheet: Sheet, language: str) -> str:
    return f"{language}/sheets/pictures/{sheet.id}.png"


def _printed(sheet: Sheet, language: str, files: dict[str, bytes]) -> Printed:
    path = _path(sheet, language)
    return Printed(
        path=path,
        language=language,
        id=sheet.id,
        title=sheet.title,
        about=sheet.about,
        format="a4",
        cards=0,
        pages=2 if sheet.back else 1,
        sheets=1,
        bytes=len(files[path]),
        thumbnail=_picture(sheet, language),
        picture_size=picture_size(files[_picture(sheet, language)]),
    )
