"""Everything that names something else names something that exists: pages, checklists, terms, source points.

Why: a wrong name is a dead link on a site that people open in a bad hour. When a whole target (a vocabulary, the source
points) could not be read or is not there, that is one Problem and not one for each name that points into it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from grenzen.content.load import POINTS
from grenzen.content.model import Library, Thing
from grenzen.problems import Place, Problem, did_you_mean

_VOCABULARY_OF = {
    "harm": "harms", "side_harms": "harms", "channels": "channels", "sectors": "sectors", "role": "roles",
    "phase": "phases", "content_notes": "content-notes", "levels": "levels", "level": "levels",
}  # fmt: skip
Named = Iterable[tuple[str, Place]]


def check(library: Library, today: date) -> Iterator[Problem]:
    """Names that point at nothing, each with the nearest one that exists."""
    for kind in ("scenarios", "checklists", "sessions"):
        for thing in library.things[kind].values():
            yield from _facts(library, thing)
    yield from _pages(library)
    yield from _glossary(library)
    yield from _incident(library)
    yield from _points(library)


def _facts(library: Library, thing: Thing[Any, Any]) -> Iterator[Problem]:
    targets: dict[str, tuple[Collection[str], str]] = {
        "guidance": (library.page_ids, "page"),
        "checklists": (library.names["checklists"], "checklist"),
    }
    if library.points.points:
        targets["sources"] = (_citable(library), "source point")
    for name, vocabulary in _VOCABULARY_OF.items():
        if vocabulary in library.themes:
            targets[name] = (library.themes[vocabulary].facts.terms, f"term in themes/{vocabulary}")
    for name, (known, what) in targets.items():
        yield from _unknown(_named(thing, name), known, what)


def _named(thing: Thing[Any, Any], *path: str, value: object = None) -> Named:
    """The names that stand at ``path`` of the facts, one or a list, each with its place."""
    value = getattr(thing.facts, path[-1], None) if value is None else value
    if isinstance(value, (str, int)):
        return [(str(value), thing.place("facts", *path))]
    names = value if isinstance(value, list) else []
    return [(str(one), thing.place("facts", *path, at)) for at, one in enumerate(names)]


def _pages(library: Library) -> Iterator[Problem]:
    for page in (page for versions in library.pages.values() for page in versions.values()):
        located = library.places[page.path]
        cited = [(one, located.place(("sources", at))) for at, one in enumerate(page.facts.sources)]
        if library.points.points:
            yield from _unknown(cited, _citable(library), "source point")


def _glossary(library: Library) -> Iterator[Problem]:
    glossary = library.glossary
    for name, term in glossary.facts.terms.items() if glossary else ():
        assert glossary
        yield from _unknown(_named(glossary, "terms", name, "see", value=term.see), library.page_ids, "page")


def _incident(library: Library) -> Iterator[Problem]:
    route = library.incident
    for name, leaf in route.facts.leaves.items() if route else ():
        assert route
        links = _named(route, "leaves", name, "links", value=leaf.links)
        lists = _named(route, "leaves", name, "checklists", value=leaf.checklists)
        yield from _unknown(links, library.page_ids, "page")
        yield from _unknown(lists, library.names["checklists"], "checklist")
        yield from _contact_kinds(library, _named(route, "leaves", name, "contacts", value=leaf.contacts))


def _contact_kinds(library: Library, named: Named) -> Iterator[Problem]:
    """A kind that no contact has would show an empty list."""
    known = {kind for contact in library.contacts.values() for kind in contact.facts.kinds}
    if known and library.contacts.keys() == library.names["contacts"]:
        yield from _unknown(named, known, "contact of the kind")


def _points(library: Library) -> Iterator[Problem]:
    """Source points are cited, but their file is not there."""
    cites = any(
        thing.facts.sources
        for kind in ("scenarios", "checklists", "sessions")
        for thing in library.things[kind].values()
    )
    if cites and not library.points.points and POINTS not in library.unread:
        yield Problem(Place(POINTS), "references", "the file with the source points is missing", "Content cites them")


def _citable(library: Library) -> Collection[str]:
    """Noise has a message of its own in ``coverage``."""
    return library.points.points.keys() | library.points.noise.keys()


def _unknown(named: Named, known: Collection[str], what: str) -> Iterator[Problem]:
    for name, place in named:
        if name not in known:
            yield Problem(place, "references", f"there is no {what} '{name}'", did_you_mean(name, known))
