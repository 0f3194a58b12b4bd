"""Reads a built page: its title and its sections, each a heading, its anchor and the plain text below it.

What stands on many pages (emergency line, contact lists, law lines, checklists, lists of cases) is read on its own page
only, where each contact, law line and glossary term is a section of a kind of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "svg", "button", "template", "nav"}
SILENT_CLASSES = {
    "headerlink", "emergency", "content-note", "cases", "letters", "notice", "no-search",
    "route__links", "route__back", "route__sheet",
}  # fmt: skip
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "tr", "td", "th", "summary", "section", "dt", "dd"}
HEADINGS = {"h2", "h3"}
NAMES = {"h2", "h3", "p", "strong", "span"}
"""What a section or line that has an id may begin with: its name."""
HOME = {"country": ("contacts/", "law/"), "ticks": ("checklists/",)}
"""Class of a repeated block to the folders of the pages where it is at home."""
CASE_FILES = "cases/"
"""Where the download page links to the file of each case: found on the case's own page instead."""
ENTRIES = {"contact-": "contact", "law-": "law"}
"""How the id of a list line begins, to the kind of section it is."""


@dataclass
class Section:
    """A heading and the text below it; ``kind`` only where it differs from the page's."""

    anchor: str
    heading: str = ""
    text: str = ""
    kind: str = ""


@dataclass
class BuiltPage:
    """What a search result can show of a page. ``labels`` are its theme, harm and the like."""

    title: str
    sections: list[Section]
    labels: list[str] = field(default_factory=list)


def read(html: str, page_id: str) -> BuiltPage | None:
    """The page in ``html``; None when it has no article."""
    start, end = html.find("<article"), html.rfind("</article>")
    if start < 0 or end < 0:
        return None
    reader = _Reader(page_id)
    reader.feed(html[start:end])
    reader.close()
    return reader.page()


@dataclass
class _Open:
    """An element that is open: ``then`` is where text goes once it closes, None for wherever it goes by then."""

    tag: str
    silent: bool = False
    then: list[str] | None = None


class _Reader(HTMLParser):
    """Puts every piece of text into one of several lists of pieces: a heading, the text below one, labels."""

    def __init__(self, page_id: str) -> None:
        super().__init__(convert_charrefs=True)
        self._page_id = page_id
        self._sections: list[tuple[Section, list[str], list[str]]] = []
        self._labels: list[str] = []
        self._title: list[str] = []
        self._stack: list[_Open] = []
        self._begin("")

    def _begin(self, anchor: str, kind: str = "") -> None:
        """A new section: text goes below it from here on."""
        self._sections.append((Section(anchor, kind=kind), [], []))
        self._into = self._sections[-1][2]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and see whether it starts a section, holds a heading or is to be passed over."""
        if tag in BLOCKS:
            self._into.append(" ")
        if tag in VOID:
            return
        values = {name: value or "" for name, value in attrs}
        element = _Open(tag, self._is_silent(tag, set(values.get("class", "").split())))
        self._stack.append(element)
        if not any(one.silent for one in self._stack):
            self._direct(element, values)

    def _is_silent(self, tag: str, classes: set[str]) -> bool:
        away = any(name in classes and not self._page_id.startswith(home) for name, home in HOME.items())
        return tag in SILENT or away or bool(classes & SILENT_CLASSES)

    def _direct(self, element: _Open, values: Mapping[str, str]) -> None:
        """Where the text of ``element`` goes."""
        tag, anchor, classes = element.tag, values.get("id", ""), values.get("class", "").split()
        heading = self._sections[-1][1]
        if tag == "h1":
            element.then, self._into = self._into, self._title
        elif tag in HEADINGS and anchor:
            self._begin(anchor, "term" if self._page_id == "glossary" else "")
            element.then, self._into = self._into, self._sections[-1][1]
        elif tag == "li" and (kind := _entry(anchor)):
            self._begin(anchor, kind)
        elif tag == "section" and anchor:
            self._begin(anchor)
        elif tag in NAMES and self._sections[-1][0].anchor and not "".join(heading).strip():
            element.then, self._into = self._into, heading
        elif "labels" in classes:
            element.then, self._into = self._into, self._labels
        elif "labels__one" in classes:
            self._into.append("·")
        elif "deck" in classes:
            element.silent = values.get("href", "").startswith(CASE_FILES)
            self._sections[-1][0].kind = "" if element.silent else "sheet"

    def handle_endtag(self, tag: str) -> None:
        """Close an element and those left open in it."""
        if all(one.tag != tag for one in self._stack):
            return
        while self._stack:
            element = self._stack.pop()
            if element.then is not None:
                self._into = element.then
            if element.tag == tag:
                break
        if tag in BLOCKS:
            self._into.append(" ")

    def handle_data(self, data: str) -> None:
        """Text of the page, unless something around it is passed over."""
        if not any(one.silent for one in self._stack):
            self._into.append(data)

    def page(self) -> BuiltPage:
        """What was read."""
        found = []
        for section, heading, text in self._sections:
            section.heading, section.text = _joined(heading), _joined(text)
            if section is self._sections[0][0] or section.heading or section.text:
                found.append(section)
        labels = [label.strip() for label in _joined(self._labels).split("·") if label.strip()]
        return BuiltPage(_joined(self._title), found, labels)


def _entry(anchor: str) -> str:
    return next((kind for start, kind in ENTRIES.items() if anchor.startswith(start)), "")


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
