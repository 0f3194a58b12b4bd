"""Take out of a Library what an edition's site does not show, and every reference to it.

Runs after the checks (which judge everything) and before the outputs (which then need no decisions about country,
sector, language or hidden pages: what is there is shown). The whole kit's edition passes through unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath
from typing import Any

from grenzen.content.edition import Edition
from grenzen.content.model import MADE_PER_THING, Library, Page, Thing

AnyThing = Thing[Any, Any]

_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s:]+?\.md)(#[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
_FOLDER_OF = {kind: folder for folder, kind in MADE_PER_THING.items()} | {"contacts": "contacts", "law": "law"}
_LISTS_OF_PAGES = ("guidance", "see", "links")


def narrowed(library: Library) -> Library:
    """The same Library for this edition's readers: its languages, country and sectors, without what it hides."""
    if library.edition == Edition():
        return library
    kept = {
        kind: {name: thing for name, thing in things.items() if _stays(library.edition, kind, thing)}
        for kind, things in library.things.items()
    }
    pages = {name: versions for name, versions in library.pages.items() if _page_stays(library.edition, name, versions)}
    inside = _Inside(library.edition, frozenset(_lost(library, kept, pages)), frozenset(kept["checklists"]))
    things = {kind: {name: inside.thing(thing) for name, thing in found.items()} for kind, found in kept.items()}
    return replace(
        library,
        pages={name: inside.versions(versions) for name, versions in pages.items()},
        things={**things, "contacts": {**things["contacts"], **_own_contacts(library.edition)}},
    )


def _own_contacts(edition: Edition) -> Mapping[str, AnyThing]:
    return edition.organisation.contacts() if edition.organisation else {}


# ── what stays ──


def _stays(edition: Edition, kind: str, thing: AnyThing) -> bool:
    if edition.is_own(thing.place("facts").path):
        return True
    folder = _FOLDER_OF.get(kind, kind)
    if folder in edition.hidden or f"{folder}/{thing.id}" in edition.hidden:
        return False
    if kind in ("contacts", "law"):
        return thing.facts.country in (*edition.countries, "eu")
    return kind != "scenarios" or _fits(edition, thing)


def _fits(edition: Edition, case: AnyThing) -> bool:
    """Whether a case of ours fits the country and the sectors of the organisation."""
    sectors = set(_sectors(edition))
    right_sector = not sectors or not case.facts.sectors or sectors & set(case.facts.sectors)
    return bool(right_sector and set(edition.countries) & set(case.facts.countries))


def _page_stays(edition: Edition, page_id: str, versions: Mapping[str, Page]) -> bool:
    return edition.shows(page_id) or any(edition.is_own(page.path) for page in versions.values())


def _lost(library: Library, kept: Mapping[str, Mapping[str, AnyThing]], pages: Mapping[str, object]) -> set[str]:
    """Ids of the pages that this site does not have."""
    things = {
        f"{folder}/{name}"
        for folder, kind in MADE_PER_THING.items()
        for name in library.things[kind]
        if name not in kept[kind]
    }
    return things | {name for name in library.page_ids if not library.edition.shows(name) and name not in pages}


# ── what changes inside ──


@dataclass(frozen=True)
class _Inside:
    """What of a thing's own values this edition keeps; ``lost`` are pages, ``checklists`` the ones that stay."""

    edition: Edition
    lost: frozenset[str]
    checklists: frozenset[str]

    def thing(self, thing: AnyThing) -> AnyThing:
        files = ("facts", *self.edition.codes)
        return replace(
            thing,
            facts=self.facts(thing),
            words={code: self.words(thing, code) for code in self.edition.codes if code in thing.words},
            located={name: located for name, located in thing.located.items() if name in files},
        )

    def facts(self, thing: AnyThing) -> Any:
        """References to what is there; countries and sectors of this edition."""
        facts = self.references(thing.facts)
        if thing.kind == "scenarios":
            return self.own_terms(facts)
        if thing.kind == "glossary":
            return _each(facts, "terms", self.references)
        if thing.kind == "incident":
            return _each(facts, "leaves", self.references)
        return self.shown_terms(thing.id, facts) if thing.kind == "themes" else facts

    def words(self, thing: AnyThing, code: str) -> Any:
        words = thing.words[code]
        if thing.kind == "themes":
            return self.shown_terms(thing.id, words)
        notes = getattr(words, "country_notes", None) or {}
        own = {country: note for country, note in notes.items() if country in self.edition.countries}
        return words.model_copy(update={"country_notes": own}) if notes else words

    def references(self, facts: Any) -> Any:
        """Facts without ids of pages and checklists that are not there."""
        pages = {name: [one for one in ids if one not in self.lost] for name, ids in _lists(facts, _LISTS_OF_PAGES)}
        ticks = {name: [one for one in ids if one in self.checklists] for name, ids in _lists(facts, ("checklists",))}
        return facts.model_copy(update=pages | ticks) if pages or ticks else facts

    def own_terms(self, facts: Any) -> Any:
        sectors = _sectors(self.edition) or facts.sectors
        update = {
            "countries": [one for one in facts.countries if one in self.edition.countries],
            "sectors": [one for one in facts.sectors if one in sectors],
        }
        return facts.model_copy(update=update)

    def shown_terms(self, vocabulary: str, shape: Any) -> Any:
        """Countries and sectors of this edition alone, so that lists, filters and decks follow by themselves."""
        shown = {"countries": self.edition.countries, "sectors": _sectors(self.edition)}.get(vocabulary)
        if not shown:
            return shape
        return shape.model_copy(update={"terms": {term: one for term, one in shape.terms.items() if term in shown}})

    def versions(self, versions: Mapping[str, Page]) -> dict[str, Page]:
        return {
            code: replace(page, markdown=unlinked(page.markdown, page.id, self.lost))
            for code, page in versions.items()
            if code in self.edition.codes
        }


def _sectors(edition: Edition) -> list[str]:
    return edition.organisation.facts.sectors if edition.organisation else []


def _lists(facts: Any, names: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    return [(name, getattr(facts, name)) for name in names if hasattr(facts, name)]


def _each(facts: Any, name: str, change: Callable[[Any], Any]) -> Any:
    return facts.model_copy(update={name: {key: change(one) for key, one in getattr(facts, name).items()}})


def unlinked(markdown: str, page_id: str, lost: frozenset[str]) -> str:
    """``markdown`` of page ``page_id`` with links to ``lost`` pages replaced by their text."""

    def told(link: re.Match[str]) -> str:
        target = normpath(join(dirname(page_id), link[2].removesuffix(".md")))
        return link[1] if target in lost else link[0]

    return _LINK.sub(told, markdown)
