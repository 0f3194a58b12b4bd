"""The page that offers cards and sheets: what to print for which meeting, how to cut, every file with its size.

Plain Markdown; classes and sizes only through attr_list, so that no raw HTML is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from grenzen.content.languages import LANGUAGES
from grenzen.content.model import Library
from grenzen.outputs.typesetting.printed import Printed
from grenzen.words import Words, words

MEETINGS = range(1, 6)
STEPS = range(1, 7)


def download_page(library: Library, decks: Sequence[Printed], sheets: Sequence[Printed], language: str) -> str:
    """Markdown of ``cards/index.md`` with its front matter. Links are relative to ``<language>/cards/``."""
    say = words(language)
    own = [each for each in decks if each.language == language]
    parts = [
        _front_matter(library, say),
        f"# {say('cards.page.title')}",
        say("cards.page.lead"),
        _meetings(say),
        f"{say('cards.page.own')} [{say('cards.page.choose')}](choose.md).",
        _how(say),
        f"## {say('cards.page.decks')}",
        *_sections((each for each in own if _kind(each) in ("starter", "all")), say),
        f"## {say('cards.page.themes')} {{ #themes }}",
        *_sections((each for each in own if _kind(each) == "theme"), say),
        f"## {say('cards.page.sectors')} {{ #sectors }}",
        *_sections((each for each in own if _kind(each) == "sector"), say),
        f"## {say('cards.page.extra')}",
        *_sections((each for each in own if _kind(each) in ("injects", "blank", "calibration")), say),
        f"## {say('cards.page.cases')} {{ #case-files }}",
        say("cards.page.cases_lead"),
        _cases((each for each in own if _kind(each) == "case"), say),
        f"## {say('cards.page.sheets')} {{ #sheets }}",
        say("cards.page.sheets_lead"),
        *_sections((each for each in sheets if each.language == language), say),
    ]
    return "\n\n".join(parts) + "\n"


def _front_matter(library: Library, say: Words) -> str:
    title, description = say("cards.page.title"), say("cards.page.description")
    return f'---\ntitle: "{title}"\ndescription: "{description}"\n---'


def _meetings(say: Words) -> str:
    named = {"starter": say("cards.deck.starter"), "blank": say("cards.deck.blank")}
    rows = [f"| {say(f'cards.page.m{number}')} | {say(f'cards.page.p{number}', **named)} |" for number in MEETINGS]
    head = f"| {say('cards.page.meeting')} | {say('cards.page.print')} |\n| --- | --- |"
    return "\n".join([f"## {say('cards.page.which')}", "", head, *rows])


def _how(say: Words) -> str:
    steps = [f"{number}. {say(f'cards.page.s{number}')}" for number in STEPS]
    return "\n".join([f"## {say('cards.page.how')}", "", *steps, "", say("cards.page.paper")])


def _sections(found: Iterable[Printed], say: Words) -> list[str]:
    """One section per deck or sheet: heading, picture, what it is, and a link per format."""
    return [_section(list(same), say) for _, same in groupby(found, key=lambda each: each.id)]


def _section(same: Sequence[Printed], say: Words) -> str:
    first = same[0]
    lines = [f"### {first.title} {{ #{first.id} }}", ""]
    if first.thumbnail:
        alt = say("cards.page.picture", title=first.title)
        lines += [f"![{alt}]({_link(first.thumbnail)}){{ .deck-picture loading=lazy }}", ""]
    lines += [_sentence(first.about), ""]
    lines += [f"- [{_format_name(each, say)}]({_link(each.path)}){{ .deck }}: {_facts(each, say)}" for each in same]
    return "\n".join(lines)


def _cases(found: Iterable[Printed], say: Words) -> str:
    return "\n".join(f"- [{each.title}]({_link(each.path)}){{ .deck }}: {_facts(each, say)}" for each in found)


def _format_name(each: Printed, say: Words) -> str:
    return f"PDF, {say(f'cards.format.{each.format}')}" if f"cards.format.{each.format}" in say.texts else "PDF, A4"


def _facts(each: Printed, say: Words) -> str:
    size = max(1, round(each.bytes / 1000))
    if each.cards > 1:
        return say("cards.page.facts", cards=each.cards, sheets=each.sheets, pages=each.pages, size=size)
    return say("cards.page.facts_plain", sheets=each.sheets, pages=each.pages, size=size)


def _kind(each: Printed) -> str:
    return each.id.split("-")[0]


def _link(path: str) -> str:
    """From ``<language>/cards/index.md`` to a file of the same language."""
    language, room, rest = path.split("/", 2)
    assert language in LANGUAGES, path
    return rest if room == "cards" else f"../{room}/{rest}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
