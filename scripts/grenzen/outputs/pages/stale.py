"""A page whose translation is older than its origin says so to its reader, right under its heading."""

from __future__ import annotations

from grenzen.content.model import Library
from grenzen.content.translations import stale
from grenzen.outputs.pages.templates import plain
from grenzen.words import words

_PAGE_OF = {
    "pages": "{id}",
    "scenarios": "cases/{id}",
    "checklists": "checklists/{id}",
    "sessions": "sessions/{id}",
    "glossary": "glossary",
    "incident": "now",
    "sources": "about/sources",
}
"""Kind to the page that shows it. Law lines and contacts stand on the page of their country."""


_EMERGENCY = '<div class="emergency">'


def stale_pages(library: Library, language: str) -> frozenset[str]:
    """Ids of the pages that show a translation in ``language`` which does not follow its origin."""
    found = {_page(library, kind, name) for kind, name, spoken in stale(library) if spoken == language}
    return frozenset(found - {None})  # type: ignore[arg-type]


def with_notice(text: str, language: str) -> str:
    """The staged page ``text`` with the notice beneath its heading, but never above the emergency numbers."""
    head, newline, rest = text.partition("\n# ")
    heading, _, body = rest.partition("\n")
    urgent, close, calm = body.partition("\n</div>\n") if body.lstrip().startswith(_EMERGENCY) else ("", "", body)
    notice = f'<div class="notice notice--stale" role="note">{plain(words(language)("pages.stale"))}</div>'
    return f"{head}{newline}{heading}\n{urgent}{close}\n{notice}\n\n{calm}"


def _page(library: Library, kind: str, name: str) -> str | None:
    if kind in ("law", "contacts"):
        country = library.things[kind][name].facts.country
        return f"{kind}/{country}" if country != "eu" else None
    return _PAGE_OF[kind].format(id=name) if kind in _PAGE_OF else None
