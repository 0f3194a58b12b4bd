"""The page that offers cards and sheets: what to print for which meeting, how to cut, every file with its size.

Plain Markdown; classes and sizes only through attr_list, so that no raw HTML is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from grenzen.content.languages import LANGUAGES
from grenzen.content.model import Library, Scenario
from grenzen.outputs.typesetting.printed import Printed
from grenzen.words import Words, words

MEETINGS = range(1, 6)
STEPS = range(1, 7)
JUMPS = ("decks", "themes", "sheets", "sectors", "extra", "case-files")
"""The page's sections by their ids, in the order in which they stand."""


def download_page(
    library: Library,
    decks: Sequence[Printed],
    sheets: Sequence[Printed],
    language: str,
    alphabetical: Callable[[str], str] = str.casefold,
) -> str:
    """Markdown of ``cards/index.md``, its front matter still to come. Links are relative to ``<language>/cards/``.

    ``alphabetical`` gives the key by which titles are sorted as readers of the language expect.
    """
    say = words(language)
    own = [each for each in decks if each.language == language]
    parts = [
        f"# {say('cards.page.title')}",
        say("cards.page.lead"),
        _jumps(say),
        _meetings(say),
        f"{say('cards.page.own')} [{say('cards.page.choose')}](choose.md).",
        _how(say),
        f"## {say('cards.page.decks')} {{ #decks }}",
        *_sections((each for each in own if _kind(each) in ("starter", "all")), say),
        f"## {say('cards.page.themes')} {{ #themes }}",
        *_sections((each for each in own if _kind(each) == "theme"), say),
        f"## {say('cards.page.sheets')} {{ #sheets }}",
        say("cards.page.sheets_lead"),
        *_sections((each for each in sheets if each.language == language), say),
        f"## {say('cards.page.sectors')} {{ #sectors }}",
        *_sections((each for each in own if _kind(each) == "sector"), say),
        f"## {say('cards.page.extra')} {{ #extra }}",
        *_sections((each for each in own if _kind(each) in ("injects", "blank", "calibration")), say),
        f"## {say('cards.page.cases')} {{ #case-files }}",
        say("cards.page.cases_lead"),
        *_cases(library, [each for each in own if _kind(each) == "case"], say, alphabetical),
    ]
    return "\n\n".join(parts) + "\n"


def _jumps(say: Words) -> str:
    links = [f"[{say(f'cards.page.{_word(each)}')}](#{each})" for each in JUMPS]
    return f"{say('cards.page.jump')} {' · '.join(links)}"


def _word(section: str) -> str:
    return "cases" if section == "case-files" else section


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
        lines += [f"![{alt}]({_link(first.thumbnail)}){{ .deck-picture{_size(first)} loading=lazy }}", ""]
    lines += [_sentence(first.about), ""]
    lines += [f"- [{_format_name(each, say)}]({_link(each.path)}){{ .deck }}: {_facts(each, say)}" for each in same]
    return "\n".join(lines)


def _cases(library: Library, found: Sequence[Printed], say: Words, alphabetical: Callable[[str], str]) -> list[str]:
    """The case files per theme, each theme a heading and a list in the order of the alphabet."""
    parts = []
    for theme in library.themes["themes"].facts.terms:
        inside = [each for each in found if library.theme_of(_case(library, each).facts.harm) == theme]
        inside.sort(key=lambda each: alphabetical(each.title.lstrip("“”»«\"'’( ")))
        if inside:
            lines = [_case_line(_case(library, each), each, say) for each in inside]
            title = library.label("themes", theme, say.language)
            parts += [f"### {title} {{ #case-files-{theme} }}", "\n".join(lines)]
    return parts


def _case_line(case: Scenario, each: Printed, say: Words) -> str:
    level, minutes = say("pages.level", level=case.facts.level), say("pages.minutes", minutes=case.facts.minutes)
    facts = say("cards.page.facts_case", level=level, minutes=minutes, size=_kilobytes(each))
    return f"- [{each.title}]({_link(each.path)}){{ .deck }}: {facts}"


def _case(library: Library, each: Printed) -> Scenario:
    return library.scenarios[each.id.removeprefix("case-")]


def _size(each: Printed) -> str:
    return " width={} height={}".format(*each.picture_size) if each.picture_size else ""


def _format_name(each: Printed, say: Words) -> str:
    """A sheet is plain A4; only a card is in large print on that paper."""
    plain = each.cards == 0 and each.format == "a4"
    return "PDF, A4" if plain else f"PDF, {say(f'cards.format.{each.format}')}"


def _facts(each: Printed, say: Words) -> str:
    sheets, pages = _count("sheets", each.sheets, say), _count("pages", each.pages, say)
    if each.cards > 1:
        return say("cards.page.facts", cards=each.cards, sheets=sheets, pages=pages, size=_kilobytes(each))
    return say("cards.page.facts_plain", sheets=sheets, pages=pages, size=_kilobytes(each))


def _count(what: str, count: int, say: Words) -> str:
    return say(f"cards.page.{what}_count{'_one' if count == 1 else ''}", count=count)


def _kilobytes(each: Printed) -> int:
    return max(1, round(each.bytes / 1000))


def _kind(each: Printed) -> str:
    return each.id.split("-")[0]


def _link(path: str) -> str:
    """From ``<language>/cards/index.md`` to a file of the same language."""
    language, room, rest = path.split("/", 2)
    assert language in LANGUAGES, path
    return rest if room == "cards" else f"../{room}/{rest}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
