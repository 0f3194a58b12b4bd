"""What an organisation names exists: hidden pages and lines, sectors, pages behind its protocol links.

Why: a hidden id with a typo would leave the page on their site without a word. Pages that the rest of the site leans on
cannot be hidden. Their contacts age too: a year after ``checked_on`` this warns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.content.edition import COUNTRIES, PER_COUNTRY
from grenzen.content.model import MADE_PAGES, Library
from grenzen.content.organisation import REVIEW_AFTER, Organisation
from grenzen.problems import Problem, did_you_mean

HIDEABLE_KINDS = frozenset({"cases", "checklists", "sessions"})
"""Kinds of which all of ours can be hidden at once."""

LEANED_ON = ("index", "now", "about/")
"""Pages (and the beginnings of page ids) that every page links to."""


def check(library: Library, today: date) -> Iterator[Problem]:
    """Names in organisation.yml that point at nothing, and contacts that nobody compared for a year."""
    own = library.edition.organisation
    if own is None:
        return
    yield from _hidden(library, own)
    yield from _sectors(library, own)
    yield from _pages(library, own)
    if today > own.facts.checked_on + REVIEW_AFTER:
        text = f"your contacts were last compared on {own.facts.checked_on}, more than a year ago"
        place = own.located.place(("checked_on",))
        yield Problem(place, "organisation", text, "Compare them and write the day here", "warning")


def _hidden(library: Library, own: Organisation) -> Iterator[Problem]:
    lines = {f"{kind}/{name}" for kind in ("contacts", "law") for name in library.names[kind]}
    per_country = {f"{kind}/{country}" for kind in PER_COUNTRY for country in COUNTRIES}
    known = (library.page_ids - MADE_PAGES) | lines | per_country | HIDEABLE_KINDS
    for at, name in enumerate(own.facts.hide):
        place = own.located.place(("hide", at))
        if name in MADE_PAGES - per_country or name.startswith(LEANED_ON):
            text = f"'{name}' cannot be hidden: other pages lead there"
            yield Problem(place, "organisation", text, "Replace it with a page of your own instead")
        elif name not in known:
            text = f"there is no page, line or kind '{name}' to hide"
            yield Problem(place, "organisation", text, did_you_mean(name, known) or "Write ids as in the address")


def _sectors(library: Library, own: Organisation) -> Iterator[Problem]:
    known = library.themes["sectors"].facts.terms if "sectors" in library.themes else {}
    for at, name in enumerate(own.facts.sectors):
        if name not in known:
            remedy = did_you_mean(name, known) or f"One of: {', '.join(known)}"
            place = own.located.place(("sectors", at))
            yield Problem(place, "organisation", f"there is no sector '{name}'", remedy)


def _pages(library: Library, own: Organisation) -> Iterator[Problem]:
    for at, link in enumerate(own.facts.protocol):
        place = own.located.place(("protocol", at, "page"))
        if link.page and link.page in own.facts.hide:
            text = f"your protocol is the page '{link.page}', and you hide it"
            yield Problem(place, "organisation", text, "Choose one")
        elif link.page and link.page not in library.page_ids:
            remedy = did_you_mean(link.page, library.page_ids)
            yield Problem(place, "organisation", f"there is no page '{link.page}' on your site", remedy)
