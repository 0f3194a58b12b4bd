"""Everything that names something else names something that exists: pages, checklists, vocabulary terms, source points."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from grenzen.content.model import Library, Thing
from grenzen.problems import Place, Problem, did_you_mean

MADE_PAGES = {"cases/index", "checklists/index", "sessions/index", "cards/index", "glossary", "about/sources"}
"""Pages that the build makes; content may point at them."""

_VOCABULARY_OF = {
    "harm": "harms", "side_harms": "harms", "channels": "channels", "sectors": "sectors", "role": "roles",
    "phase": "phases", "content_notes": "content-notes",
}  # fmt: skip


def check(library: Library, today: date) -> Iterator[Problem]:
    """Names in facts that point at nothing, each with the nearest one that exists."""
    for kind in ("scenarios", "checklists", "sessions"):
        for thing in library.things[kind].values():
            yield from _facts(library, thing)
    for page_id, versions in library.pages.items():
        for page in versions.values():
            located = library.places[page.path]
            places = [located.place(("sources", at)) for at in range(len(page.facts.sources))]
            yield from _unknown(zip(page.facts.sources, places, strict=True), library.points.points, "source point")


def _facts(library: Library, thing: Thing) -> Iterator[Problem]:  # type: ignore[type-arg]
    targets: dict[str, tuple[Collection[str], str]] = {
        "guidance": (library.names["pages"] | MADE_PAGES, "page"),
        "checklists": (library.names["checklists"], "checklist"),
        "sources": (library.points.points, "source point"),
    }
    for name, vocabulary in _VOCABULARY_OF.items():
        if vocabulary in library.themes:
            targets[name] = (library.themes[vocabulary].facts.terms, f"term in themes/{vocabulary}")
    for name, (known, what) in targets.items():
        value = getattr(thing.facts, name, None)
        if isinstance(value, str):
            yield from _unknown([(value, thing.place("facts", name))], known, what)
        elif value:
            named = [(one, thing.place("facts", name, at)) for at, one in enumerate(value)]
            yield from _unknown(named, known, what)


def _unknown(named: Iterable[tuple[str, Place]], known: Collection[str], what: str) -> Iterator[Problem]:
    for name, place in named:
        if name not in known:
            yield Problem(place, "references", f"there is no {what} '{name}'", did_you_mean(name, known))
