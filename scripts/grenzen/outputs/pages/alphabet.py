"""Everything on the site from A to Z: what a reader without JavaScript has in the place of searching."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from grenzen.outputs.pages.view import MADE_LISTS, View, alphabetical, initial


class Entry(NamedTuple):
    """A line of the list: its words, the kind of thing it is and where it leads (page id, with an anchor or not)."""

    name: str
    kind: str
    target: str


def alphabet(view: View) -> list[tuple[str, list[Entry]]]:
    """All entries in the order of the language's alphabet, grouped by first letter; numbers come first, as ``0–9``."""
    entries = sorted(set(_entries(view)), key=lambda entry: (_sorted_as(entry.name), entry.target))
    return [(letter, list(group)) for letter, group in groupby(entries, key=lambda entry: _letter(entry.name))]


def _entries(view: View) -> Iterator[Entry]:
    library, language = view.library, view.language
    for page_id, versions in library.pages.items():
        if language in versions:
            yield Entry(versions[language].facts.title, "page", page_id)
    for page_id in MADE_LISTS:
        yield Entry(view.page_title(page_id), "page", page_id)
    for kind, things in (("case", library.scenarios), ("checklist", library.checklists), ("session", library.sessions)):
        for thing in things.values():
            yield Entry(thing.words[language].title, kind, f"{thing.kind if kind != 'case' else 'cases'}/{thing.id}")
    for country in view.countries:
        for kind in ("law", "contacts", "checked"):
            title = view.say(f"pages.{kind}.title", country=view.label("countries", country))
            yield Entry(title, "page", f"{kind}/{country}")
        for _, contacts in view.contacts(country=country) + view.contacts(country="eu"):
            for contact in contacts:
                yield Entry(contact.words[language].name, "contact", f"contacts/{country}#contact-{contact.id}")
    for name, words in view.glossary():
        yield Entry(words.term, "term", f"glossary#{name}")


def _sorted_as(name: str) -> str:
    """Quotes and other signs at the beginning do not count."""
    return alphabetical(name.lstrip("“”»«\"'’( "))


def _letter(name: str) -> str:
    letter = initial(name.lstrip("“”»«\"'’( "))
    return "0–9" if letter.isdigit() else letter
