"""Not a rule but what the style rule reads: every text of the content, cut into passages, with its place.

A passage is a value of a words file, or a paragraph, list entry, heading or table cell of a page. Markup is blanked
with spaces, so that a position in the passage is a position in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from grenzen.checks.calls import place_in
from grenzen.checks.markdown import without_code
from grenzen.content.locate import Path
from grenzen.content.model import Library, Page, Thing
from grenzen.problems import Place


@dataclass(frozen=True)
class Passage:
    """One piece of text as a reader meets it."""

    text: str
    language: str
    kind: str
    """``pages`` or a kind of thing: ``scenarios``, ``law`` …"""
    keys: Path
    """Where it stands in its words file; ``()`` on a page."""
    countries: frozenset[str]
    """The countries that it is about; empty when it speaks to all."""
    at: Callable[[int], Place]
    """The place of a position in the text."""


def passages(library: Library) -> Iterator[Passage]:
    """Every text of every page and words file."""
    for versions in library.pages.values():
        for page in versions.values():
            yield from _of_page(library, page)
    for things in library.things.values():
        for thing in things.values():
            yield from _of_thing(thing)


def _of_thing(thing: Thing[Any, Any]) -> Iterator[Passage]:
    for language in thing.words:
        for keys, text in thing.texts(language):
            place = thing.place(language, *keys)
            countries = _countries(thing, keys)
            yield Passage(text, language, thing.kind, keys, countries, lambda at, place=place: place)  # type: ignore[misc]


def _countries(thing: Thing[Any, Any], keys: Path) -> frozenset[str]:
    if keys[0] == "country_notes":
        return frozenset({str(keys[1])})
    if keys[-1] == "flemish":
        return frozenset({"be"})
    one = getattr(thing.facts, "country", None)
    return frozenset({one} if one else getattr(thing.facts, "countries", ()))


_BLANKED = re.compile(
    r"\{\{\s?term\(\"[^\"]*\"(?:,\s?\")?|\"?\)\s?\}\}|\{\{[^{}]*\}\}|\{[^{}]*\}"  # calls, attributes
    r"|!?\[(?=[^\[\]]*\][(\[])|\]\([^()]*\)|\]\[[^\]]*\]|<[^<>\s]*>"  # links
    r"|\*\*|__|`[^`]*`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)"  # emphasis, code
)
_STARTS = re.compile(r"[ \t>]*(?:(#{1,6} |(?:!!!|\?\?\?\+?) *[a-z]+ *\"?)|[-*+] (?:\[[ x]\] )?|\d+[.)] )")
"""What begins a passage of its own; the group is what ends with its line (a heading, the title of a box)."""


def _of_page(library: Library, page: Page) -> Iterator[Passage]:
    located = library.places[page.path]
    for key in ("title", "description"):
        place = located.place((key,))
        yield Passage(getattr(page.facts, key), page.language, "pages", (), frozenset(), lambda at, place=place: place)  # type: ignore[misc]
    for start, text in _blocks(page.markdown):
        yield Passage(
            text,
            page.language,
            "pages",
            (),
            frozenset(),
            lambda at, start=start: place_in(page, start + at),  # type: ignore[misc]
        )


def _blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Paragraphs, list entries, headings and table cells, each with the position where it starts."""
    lines: list[str] = []
    begin = at = 0
    alone = False
    for line in [*_BLANKED.sub(_blank, without_code(markdown)).split("\n"), ""]:
        lead, row = _STARTS.match(line), line.lstrip().startswith("|")
        if lines and (lead or row or alone or not line.strip()):
            yield begin, "\n".join(lines)
            lines = []
        if row:
            yield from ((at + cell.start(), cell[0]) for cell in re.finditer(r"[^|]*\w[^|]*", line))
        elif line.strip():
            begin = begin if lines else at
            lines.append(_blank(lead) + line[lead.end() :] if lead else line)
        alone = bool(lead and lead[1])
        at += len(line) + 1


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
