"""From decks and fitted cards to jobs for the press: one per file, and one picture per deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from grenzen.content.languages import LANGUAGES
from grenzen.content.model import Library, Scenario, Session
from grenzen.outputs.cards.card import content_notes, locale, template_words
from grenzen.outputs.cards.decks import Deck
from grenzen.outputs.cards.formats import FORMATS, LANDSCAPE, PORTRAIT, Format
from grenzen.outputs.typesetting.house import Options
from grenzen.outputs.typesetting.press import Flip, Job
from grenzen.outputs.typesetting.printed import Printed
from grenzen.words import words

INJECTS_PER_SHEET = 8
Cards = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Order:
    """A file that is wanted: the job that makes it and what the download page says about it, but for its bytes."""

    job: Job
    printed: Printed


def _order(job: Job, id: str, title: str, about: str, format: str, *, cards: int, pages: int, sheets: int) -> Order:
    language = job.name.split("/")[0]
    return Order(job, Printed(job.name, language, id, title, about, format, cards=cards, pages=pages, sheets=sheets))


def deck_order(deck: Deck, layout: Format, cards: Cards, language: str, options: Options) -> Order:
    """A deck in one format."""
    data = {
        **_shared(deck.title, layout.name, language),
        "format": layout.for_template(),
        "mono": layout.mono,
        "offset": _back_offset(options),
        "cards": [cards[each] for each in deck.scenarios],
    }
    path, count = f"{language}/cards/{layout.name}-{deck.id}.pdf", len(deck.scenarios)
    job = Job(path, "cards/deck.typ", data, flip=layout.flip)
    pages, sheets = layout.pages(count), layout.sheets(count)
    return _order(job, deck.id, deck.title, deck.about, layout.name, cards=count, pages=pages, sheets=sheets)


def blank_order(layout: Format, language: str, options: Options) -> Order:
    """A sheet of empty cards in one format."""
    say = words(language)
    title = say("cards.deck.blank")
    data = {
        **_shared(title, layout.name, language),
        "format": layout.for_template(),
        "mono": layout.mono,
        "offset": _back_offset(options),
        "colour": options.house.colour,
    }
    job = Job(f"{language}/cards/{layout.name}-blank.pdf", "cards/blank.typ", data, flip=layout.flip)
    pages = 1 if layout.fold else 2
    about = say("cards.deck.blank_about")
    return _order(job, "blank", title, about, layout.name, cards=layout.per_sheet, pages=pages, sheets=1)


def injects_order(deck: Deck, cards: Cards, library: Library, language: str) -> Order:
    """The inject cards of a deck, printed on one side."""
    say = words(language)
    found = [each for name in deck.scenarios for each in injects(cards[name], library.scenarios[name], language)]
    title = f"{say('cards.deck.injects')}: {deck.title}"
    data = {**_shared(title, "injects", language), "mono": False, "injects": found}
    sheets = -(-len(found) // INJECTS_PER_SHEET)
    job = Job(f"{language}/cards/injects-{deck.id}.pdf", "cards/injects.typ", data)
    about = say("cards.deck.injects_about")
    return _order(job, f"injects-{deck.id}", title, about, "injects", cards=len(found), pages=sheets, sheets=sheets)


def injects(card: Mapping[str, Any], scenario: Scenario, language: str) -> list[dict[str, Any]]:
    """The inject cards of one case; a long one gets a smaller type, so that it keeps clear of the line beneath."""
    return [
        {
            **{key: card[key] for key in ("id", "title", "icon", "colour")},
            "number": number,
            "text": text,
            "size": _size(text),
        }
        for number, text in enumerate(scenario.words[language].injects, start=1)
    ]


def _size(text: str) -> float:
    return 12.5 if len(text) < 190 else 10.5 if len(text) < 270 else 9.0


def calibration_order(flip: Flip, language: str, options: Options) -> Order:
    """The page that shows by how much a printer misses, for one way of turning the sheet."""
    say = words(language)
    name = "calibration" if flip == "long" else "calibration-a5"
    edge = say(f"cards.calibration.{flip}")
    texts = say.below("cards.calibration")
    filled = {key: text.replace("{edge}", edge) for key, text in texts.items()}
    data = {
        "locale": locale(language),
        "words": filled,
        "paper": PORTRAIT if flip == "long" else LANDSCAPE,
        "offset": _back_offset(options),
    }
    job = Job(f"{language}/cards/{name}.pdf", "cards/calibration.typ", data, flip=flip)
    return _order(job, name, filled["title"], filled["intro"], "calibration", cards=0, pages=2, sheets=1)


def case_order(scenario: Scenario, cards: Cards, library: Library, language: str, options: Options) -> Order:
    """One case to take along: its card in large print, the facilitator's sheet and the injects to cut loose."""
    say, text = words(language), scenario.words[language]
    card = cards[scenario.id]
    notes = content_notes(library, scenario, language)
    announce = say("cards.case.announce", notes=notes.split(": ", 1)[1]) if notes else say("cards.case.announce_plain")
    data = {
        **_shared(text.title, "case", language),
        "card": card,
        "case-words": say.below("cards.case"),
        "announce": announce,
        "watch": text.facilitator.watch,
        "risks": text.risks,
        "injects": text.injects,
        "course": course(library, scenario, language),
        "country": _country(library, scenario, language, options),
    }
    job = Job(f"{language}/cards/cases/{scenario.id}.pdf", "cards/case.typ", data)
    about = text.facilitator.aim
    return _order(job, f"case-{scenario.id}", text.title, about, "case", cards=1, pages=4, sheets=4)


def course(library: Library, scenario: Scenario, language: str) -> dict[str, Any]:
    """The steps of the session plan that suits the case, with the minute at which each begins, and its stop rule."""
    plan = plan_for(library, scenario)
    if plan is None:
        return {"title": words(language)("cards.case.course"), "steps": [], "stop": ""}
    text = plan.words[language]
    minutes = [step.minutes for step in plan.facts.steps]
    starts = accumulate(minutes, initial=0)
    spans = [f"{start}–{start + length}" for start, length in zip(starts, minutes, strict=False)]
    titles = [text.steps[step.id].title for step in plan.facts.steps]
    title = words(language)("cards.case.course_of", minutes=plan.facts.minutes)
    return {"title": title, "steps": list(zip(spans, titles, strict=True)), "stop": text.stop_rule}


def plan_for(library: Library, scenario: Scenario) -> Session | None:
    """The session plan for a case: made for its level, and nearest to its length."""
    plans = [plan for plan in library.sessions.values() if scenario.facts.level in plan.facts.levels]
    return min(plans, key=lambda plan: (abs(plan.facts.minutes - scenario.facts.minutes), plan.id), default=None)


def _country(library: Library, scenario: Scenario, language: str, options: Options) -> dict[str, str] | None:
    """The note of the house's own country; a neutral sheet mixes no countries and points to the page instead."""
    country = options.house.country
    notes = {str(name): note for name, note in scenario.words[language].country_notes.items()}
    if country is None or country not in notes:
        return None
    title = words(language)("cards.case.country", country=library.label("countries", country, language))
    return {"title": title, "text": notes[country]}


def pictures(orders: Sequence[Order]) -> list[Job]:
    """A picture of the first page of each deck, made from the first sheet alone; one per deck, in its first format."""
    firsts: dict[str, Order] = {}
    for order in orders:
        if order.printed.format != "case":
            firsts.setdefault(picture_path(order.printed), order)
    return [_picture(path, order) for path, order in firsts.items()]


def picture_path(printed: Printed) -> str:
    """Where the picture of a deck stands, whatever its format."""
    return f"{printed.language}/cards/pictures/{printed.id}.png"


def _picture(path: str, order: Order) -> Job:
    data = dict(order.job.data)
    if "cards" in data:
        data["cards"] = data["cards"][: FORMATS[order.printed.format].per_sheet]
    if "injects" in data:
        data["injects"] = data["injects"][:INJECTS_PER_SHEET]
    return Job(path, order.job.template, data, "picture")


def _shared(title: str, layout: str, language: str) -> dict[str, Any]:
    say = words(language)
    name = say("cards.document", title=title, format=say(f"cards.format.{layout}"), site=LANGUAGES[language].site_name)
    return {"title": name, "locale": locale(language), "words": template_words(language)}


def _back_offset(options: Options) -> tuple[float, float]:
    """What moves the backs, from what the front's scales showed: the sheet is turned, so across keeps its sign."""
    across, down = options.printer_offset
    return (across, -down)
