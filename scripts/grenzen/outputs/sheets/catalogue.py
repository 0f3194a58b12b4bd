"""Which sheets there are and what stands on each. Pure: content and words in, blocks out; no paper, no files.

Rules and questions that a page already says are taken from that page's first numbered list, so that they are written
once. A sheet never mixes countries: only contact sheets carry numbers besides 112, and each is for one country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate
from typing import Any

from grenzen.colours import PRIMARY
from grenzen.content.model import Checklist, Contact, Library, Session
from grenzen.outputs.sheets import blocks
from grenzen.outputs.sheets.blocks import Block
from grenzen.outputs.typesetting.house import House, countries
from grenzen.problems import Place, Problem
from grenzen.words import Words, words

ON_FRONT = 2
"""Ends of the route that stand beneath the questions, the most urgent first; the others are on the back."""


@dataclass(frozen=True)
class Sheet:
    """One A4 sheet in one language. ``id`` is the end of its file name."""

    id: str
    title: str
    about: str
    """One line for the download page; also stands beneath the title unless ``subtitle`` says otherwise."""
    icon: str
    blocks: tuple[Block, ...]
    page: str
    """The page where one reads on."""
    place: Place
    """Where its words stand, for Problems."""
    subtitle: str | None = None
    colour: str = PRIMARY.light
    landscape: bool = False
    fill: str = ""
    """Heading of the writing lines that take the room left over; empty for none."""
    largest: float = 14.0
    """The largest type size in pt; smaller ones are tried down to 11."""
    back: tuple[Block, ...] = ()
    """What stands on the back of the same sheet; only the route needs one."""
    days: tuple[date, ...] = field(default=())
    """When the facts on it were checked."""


def sheets(library: Library, language: str, house: House, problems: list[Problem]) -> list[Sheet]:
    """All sheets of one language, in the order of the download page."""
    say = words(language)
    route = _route(library, language, say)
    found = [
        *(_checklist(each, language, say) for each in _first(library.checklists.values(), "first-hour")),
        *([route] if route else []),
        *(_contacts(library, country, language, house, say) for country in countries(library, house)),
        _evidence(say),
        _agreements(say),
        _strip(say),
        *_from_page(library, "ground-rules", "team/ground-rules", "shield-check", language, say, problems),
        *_from_page(library, "evaluation", "team/evaluation", "list-checks", language, say, problems),
        *(
            _session(each, language, say)
            for each in sorted(library.sessions.values(), key=lambda plan: (plan.facts.minutes, plan.id))
        ),
    ]
    return [replace(sheet, colour=house.colour) for sheet in found]


def _first(checklists: Any, first: str) -> list[Checklist]:
    return sorted(checklists, key=lambda each: (each.id != first, each.id))


# ── from data ──


def _checklist(each: Checklist, language: str, say: Words) -> Sheet:
    text = each.words[language]
    parts = [(text.groups[group.id], group.items) for group in each.facts.groups] or [("", each.facts.items)]
    found = [blocks.prose("", text.intro)] if each.id != "first-hour" else [blocks.alarm("", text.intro)]
    found += [blocks.ticks(title, [text.items[item] for item in items]) for title, items in parts]
    if text.close:
        found.append(blocks.prose("", text.close))
    wall = each.id == "first-hour"
    return Sheet(
        each.id,
        text.title,
        say("sheets.wall" if wall else "sheets.checklist"),
        "clock" if wall else "list-checks",
        tuple(found),
        f"checklists/{each.id}",
        each.place(language, "items", key=True),
        fill="" if wall else say("sheets.notes"),
        largest=17.0 if wall else 13.0,
    )


def _session(plan: Session, language: str, say: Words) -> Sheet:
    text = plan.words[language]
    minutes = [step.minutes for step in plan.facts.steps]
    starts = list(accumulate(minutes, initial=0))
    steps = [
        (f"{start}–{start + step.minutes}", text.steps[step.id].title, text.steps[step.id].text)
        for start, step in zip(starts, plan.facts.steps, strict=False)
    ]
    found = (
        blocks.prose("", text.purpose),
        blocks.bullets(say("sheets.bring"), text.bring),
        blocks.timetable("", (say("sheets.minute"), say("sheets.step")), steps),
        blocks.alarm(say("sheets.stop"), text.stop_rule),
        blocks.lines(say("sheets.agreement"), 1),
        blocks.fields([say("sheets.who"), say("sheets.until")], [2, 1]),
    )
    about = say("sheets.session", minutes=plan.facts.minutes, group=plan.facts.group.replace("-", "–"))
    return Sheet(
        f"session-{plan.id}",
        text.title,
        about,
        "clock",
        found,
        f"sessions/{plan.id}",
        plan.place(language, "steps", key=True),
        largest=12.5,
    )


def _contacts(library: Library, country: str, language: str, house: House, say: Words) -> Sheet:
    found = sorted(
        (each for each in library.contacts.values() if each.facts.country == country and _is_called(each, house)),
        key=lambda each: (each.facts.order, each.id),
    )
    own = (
        [blocks.contacts(say("sheets.own"), [_own(each.name, each.phone, each.hours) for each in house.contacts])]
        if house.contacts
        else [blocks.form([say("sheets.own"), say("sheets.phone"), say("sheets.hours")], [5, 3, 3], rows=3, height=5.5)]
    )
    name = library.label("countries", country, language)
    return Sheet(
        f"contacts-{country}",
        say("sheets.contacts", country=name),
        say("sheets.contacts_about"),
        "phone",
        (*own, blocks.contacts("", [_contact(each, language, say) for each in found], columns=2)),
        f"contacts/{country}",
        found[0].place(language) if found else Place("docs/data/contacts"),
        largest=12.0,
        days=tuple(each.facts.checked_on for each in found),
    )


def _is_called(each: Contact, house: House) -> bool:
    """Whether people turn there in trouble; places that only explain things stand on the site, not on the wall.

    The house's own contacts stand in a block of their own above these.
    """
    phones = {one.phone for one in house.contacts}
    return each.facts.kinds != ["knowledge"] and not (each.facts.order < 0 and each.facts.phone in phones)


def _contact(each: Contact, language: str, say: Words) -> Block:
    text, facts = each.words[language], each.facts
    return {
        "name": text.name,
        "hours": text.hours or "",
        "for-what": text.for_what,
        "phone": facts.phone or "",
        "url": re.sub(r"^https://(www\.)?", "", facts.url or "").rstrip("/") if not facts.phone else "",
        "notice": "" if facts.confidence == "verified" else say("sheets.not_verified"),
    }


def _own(name: str, phone: str, hours: str) -> Block:
    return {"name": name, "hours": hours, "for-what": "", "phone": phone, "url": "", "notice": ""}


def _route(library: Library, language: str, say: Words) -> Sheet | None:
    """The whole route on one sheet of paper: questions on the front in the order in which they are met, then the ends.

    Its 650 words do not fit one page in 11 pt; in 8 pt they would, and nobody in a hurry could read them.
    """
    incident = library.incident
    if incident is None:
        return None
    facts, text = incident.facts, incident.words[language]
    order = _met(facts.start, {name: list(node.answers.values()) for name, node in facts.nodes.items()})
    ends = [name for name in facts.leaves if name in text.leaves]
    marks = {name: str(number) for number, name in enumerate(order, start=1)} | dict(
        zip(ends, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", strict=False)
    )
    questions = [
        {
            "number": marks[name],
            "text": text.nodes[name].question,
            "answers": [
                [text.nodes[name].answers[answer], marks[target]]
                for answer, target in facts.nodes[name].answers.items()
            ],
        }
        for name in order
    ]
    leaves = [
        {
            "letter": marks[name],
            "title": text.leaves[name].title,
            "steps": [text.leaves[name].steps[step] for step in facts.leaves[name].steps],
        }
        for name in ends
    ]
    asked = {"kind": "questions", "columns": blocks.balanced(questions, 2)}
    return Sheet(
        "route",
        text.title,
        say("sheets.route"),
        "route",
        (blocks.alarm("", text.intro), asked, {"kind": "ends", "ends": leaves[:ON_FRONT]}),
        "now",
        incident.place(language, "leaves", key=True),
        largest=13.0,
        back=({"kind": "ends", "ends": leaves[ON_FRONT:]},),
    )


def _met(start: str, answers: dict[str, list[str]]) -> list[str]:
    """Questions in the order in which a reader meets them, breadth first."""
    order, waiting = [], [start]
    while waiting:
        name = waiting.pop(0)
        if name in answers and name not in order:
            order.append(name)
            waiting += answers[name]
    return order


# ── from pages ──


def _from_page(
    library: Library, name: str, page_id: str, icon: str, language: str, say: Words, problems: list[Problem]
) -> Sequence[Sheet]:
    """A sheet from the first numbered list of a page; a page without one is a Problem."""
    page = library.pages.get(page_id, {}).get(language)
    if page is None:
        return []
    place = Place(page.path, page.first_line)
    items = first_numbered_list(page.markdown)
    if not items:
        what = f"the sheet '{name}' is made from the first numbered list of this page, and there is none"
        problems.append(Problem(place, "sheets", what, "Write the list with 1., 2., 3."))
        return []
    evaluation = name == "evaluation"
    if evaluation:
        found = [
            part
            for number, item in enumerate(items, 1)
            for part in (blocks.prose(f"{number}. {item}"), blocks.lines("", 5))
        ]
    else:
        found = [blocks.numbered("", items), blocks.alarm(say("sheets.stop"), say("sheets.stop_rule"))]
    sheet = Sheet(
        name,
        say(f"sheets.{name.replace('-', '_')}"),
        say(f"sheets.{name.replace('-', '_')}_about"),
        icon,
        tuple(found),
        page_id,
        place,
        largest=13.0 if evaluation else 15.0,
    )
    return [sheet]


def first_numbered_list(markdown: str) -> list[str]:
    """The items of the first ``1.`` list as plain text, without emphasis and links."""
    found = re.search(r"(?m)^1\. .*(?:\n(?:\d+\. |[ \t]+\S|\n(?=\d+\. )).*)*", markdown)
    if not found:
        return []
    items = re.split(r"(?m)^\d+\. ", found[0])[1:]
    return [_plain(" ".join(item.split())) for item in items]


def _plain(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\{\{\s*term\(\"[^\"]*\"(?:,\s*\"([^\"]*)\")?\)\s*\}\}", r"\1", text)
    return re.sub(r"[*_]{1,2}([^*_]+)[*_]{1,2}", r"\1", text)


# ── forms with words of their own ──


def _words_place(say: Words) -> Place:
    return Place(f"scripts/grenzen/words/{say.language}.yml")


def _listed(say: Words, key: str) -> list[str]:
    """Texts numbered from 1 below a key."""
    return list(say.below(key).values())


def _evidence(say: Words) -> Sheet:
    heads = _listed(say, "sheets.log.columns")
    found = (
        blocks.fields(_listed(say, "sheets.log.fields"), [2, 2, 1.4]),
        blocks.form(heads, [0.75, 1.15, 1.0, 1.9, 0.95, 1.15, 1.1], rows=7, height=13),
        blocks.alarm("", say("sheets.log.minor")),
    )
    return Sheet(
        "evidence-log",
        say("sheets.log.title"),
        say("sheets.log.about"),
        "file-text",
        found,
        "act/evidence",
        _words_place(say),
        landscape=True,
        largest=11.0,
    )


def _agreements(say: Words) -> Sheet:
    found = (
        blocks.fields(_listed(say, "sheets.team.fields"), [2, 1]),
        blocks.form(_listed(say, "sheets.team.columns"), [2.2, 1.3, 1.2, 0.9], rows=7, height=17),
        blocks.bullets(say("sheets.team.remember"), _listed(say, "sheets.team.rules")),
    )
    return Sheet(
        "team-agreements",
        say("sheets.team.title"),
        say("sheets.team.about"),
        "users",
        found,
        "team/meeting",
        _words_place(say),
        largest=12.0,
    )


def _strip(say: Words) -> Sheet:
    sides = [
        {
            "title": say(f"sheets.strip.{side}.title"),
            "items": _listed(say, f"sheets.strip.{side}.items"),
            "fields": _listed(say, f"sheets.strip.{side}.fields"),
        }
        for side in ("before", "after")
    ]
    return Sheet(
        "opt-out",
        say("sheets.strip.title"),
        say("sheets.strip.about"),
        "heart-handshake",
        (blocks.strips(3, *sides),),
        "team/ground-rules",
        _words_place(say),
        largest=12.0,
    )
