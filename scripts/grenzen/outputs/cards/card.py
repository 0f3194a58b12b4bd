"""One card's words and facts as the templates want them; nothing about paper."""

from __future__ import annotations

import io
import re
from typing import Any

from grenzen.colours import INK, THEMES
from grenzen.content.languages import LANGUAGES
from grenzen.content.model import Library, Scenario
from grenzen.outputs.typesetting.house import House
from grenzen.words import Words, words


def card(library: Library, scenario: Scenario, language: str, house: House) -> dict[str, Any]:
    """The card of one case in one language: plain values, ready for JSON."""
    say, text, facts = words(language), scenario.words[language], scenario.facts
    theme = library.theme_of(facts.harm)
    return {
        "id": scenario.id,
        "title": text.title,
        "theme": library.label("themes", theme, language),
        "harm": library.label("harms", facts.harm, language),
        "icon": library.themes["themes"].facts.terms[theme].icon,
        "colour": THEMES[theme].light if theme in THEMES else INK,
        "story": [text.context, text.trigger],
        "dilemma": text.dilemma,
        "notes": content_notes(library, scenario, language),
        "level": facts.level,
        "level-text": say("cards.level", level=facts.level, label=library.label("levels", str(facts.level), language)),
        "minutes": say("cards.minutes", minutes=facts.minutes),
        "self": text.questions.self,
        "team": text.questions.team,
        "organisation": text.questions.organisation,
        "helps": text.helps,
        "aim": text.facilitator.aim,
        "close": text.facilitator.close,
        "contact": first_contact(house, say),
        **where_to_read_on(house, language, f"cases/{scenario.id}"),
    }


def content_notes(library: Library, scenario: Scenario, language: str) -> str:
    """The line that warns beforehand, or an empty text."""
    labels = [_inner(library.label("content-notes", note, language)) for note in scenario.facts.content_notes]
    return words(language)("cards.note", notes=", ".join(labels)) if labels else ""


def where_to_read_on(house: House, language: str, page: str) -> dict[str, Any]:
    """The printed address and its QR code; without an address of the site the path alone, and room to write instead."""
    address = house.page(language, page)
    if address is None:
        return {"address": page, "qr": None}
    return {"address": re.sub(r"^https?://", "", address), "qr": qr_code(address)}


def qr_code(text: str) -> str:
    """An SVG of the code: error correction M, one module of quiet zone because the card is white around it."""
    import segno

    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=1, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()


def first_contact(house: House, say: Words) -> str:
    """The organisation's own number for the edge of the card, or an empty text."""
    return say("cards.contact", name=house.contacts[0].name, phone=house.contacts[0].phone) if house.contacts else ""


def template_words(language: str) -> dict[str, str]:
    """The interface words that stand on every card."""
    return {key: text for key, text in words(language).below("cards").items() if "{" not in text and "." not in key}


def locale(language: str) -> str:
    """``nl-NL``, ``da-DK``: what the PDF declares."""
    return LANGUAGES[language].locale


def _inner(label: str) -> str:
    """A label inside a sentence: without its capital unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
