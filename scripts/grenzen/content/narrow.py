"""Take out of a Library what an edition's site does not show, and every reference to it.

Runs after the checks (which judge everything) and before the outputs (which then need no decisions about country,
sector, language or hidden pages: what is there is shown). The whole kit's edition passes through unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
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
    lost = _lost(library, kept, pages)
    things = {
        kind: {name: _thing(library.edition, thing, lost, kept) for name, thing in found.items()}
        for kind, found in kept.items()
    }
    return replace(
        library,
        pages={name: _versions(library.edition, versions, lost) for name, versions in pages.items()},
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
    sectors = set(edition.organisation.facts.sectors) if edition.organisation else set()
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


def _thing(edition: Edition, thing: AnyThing, lost: set[str], kept: Mapping[str, Mapping[str, AnyThing]]) -> AnyThing:
    files = ("facts", *edition.codes)
    return replace(
        thing,
        facts=_facts(edition, thing, lost, kept),
        words={code: _words(edition, thing.words[code]) for code in edition.codes if code in thing.words},
        located={name: located for name, located in thing.located.items() if name in files},
    )


def _facts(edition: Edition, thing: AnyThing, lost: set[str], kept: Mapping[str, Mapping[str, AnyThing]]) -> Any:
    def keep_pages(ids: list[str]) -> list[str]:
        return [name for name in ids if name not in lost]

    facts = _without(thing.facts, _LISTS_OF_PAGES, keep_pages)
    facts = _without(facts, ("checklists",), lambda ids: [name for name in ids if name in kept["checklists"]])
    if thing.kind == "scenarios":
        sectors = edition.organisation.facts.sectors if edition.organisation else []
        facts = _without(facts, ("countries",), lambda ids: [name for name in ids if name in edition.countries])
        facts = _without(facts, ("sectors",), lambda ids: [name for name in ids if not sectors or name in sectors])
    if thing.kind == "glossary":
        terms = {name: _without(term, _LISTS_OF_PAGES, keep_pages) for name, term in facts.terms.items()}
        facts = facts.model_copy(update={"terms": terms})
    if thing.kind == "incident":
        leaves = {name: _leaf(leaf, keep_pages, kept) for name, leaf in facts.leaves.items()}
        facts = facts.model_copy(update={"leaves": leaves})
    return _vocabulary(edition, thing.id, facts) if thing.kind == "themes" else facts


def _leaf(leaf: Any, keep_pages: Callable[[list[str]], list[str]], kept: Mapping[str, Mapping[str, AnyThing]]) -> Any:
    leaf = _without(leaf, _LISTS_OF_PAGES, keep_pages)
    return _without(leaf, ("checklists",), lambda ids: [name for name in ids if name in kept["checklists"]])


def _vocabulary(edition: Edition, name: str, facts: Any) -> Any:
    """Countries and sectors of this edition alone, so that lists, filters and decks follow by themselves."""
    sectors = edition.organisation.facts.sectors if edition.organisation else []
    shown = {"countries": edition.countries, "sectors": sectors}.get(name)
    if not shown:
        return facts
    return facts.model_copy(update={"terms": {term: one for term, one in facts.terms.items() if term in shown}})


def _without(facts: Any, fields: tuple[str, ...], keep: Callable[[list[str]], list[str]]) -> Any:
    update = {name: keep(getattr(facts, name)) for name in fields if hasattr(facts, name)}
    return facts.model_copy(update=update) if update else facts


def _words(edition: Edition, words: Any) -> Any:
    notes = getattr(words, "country_notes", None)
    if not notes:
        return words
    own = {country: note for country, note in notes.items() if country in edition.countries}
    return words.model_copy(update={"country_notes": own})


def _versions(edition: Edition, versions: Mapping[str, Page], lost: set[str]) -> dict[str, Page]:
    return {
        code: replace(page, markdown=unlinked(page.markdown, page.id, lost))
        for code, page in versions.items()
        if code in edition.codes
    }


def unlinked(markdown: str, page_id: str, lost: set[str]) -> str:
    """``markdown`` of page ``page_id`` with links to ``lost`` pages replaced by their text."""

    def told(link: re.Match[str]) -> str:
        target = normpath(join(dirname(page_id), link[2].removesuffix(".md")))
        return link[1] if target in lost else link[0]

    return _LINK.sub(told, markdown)
