"""Where the site says what a source document says: from source points to topics to the pages that cover them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grenzen.outputs.pages.view import View


@dataclass(frozen=True)
class Stand:
    """One topic of one source: how many points were taken and on which pages (page id, title) they stand."""

    topic: str
    points: int
    pages: tuple[tuple[str, str], ...]


def stands(view: View, source: str) -> list[Stand]:
    """For the source with id ``s0`` … ``s4``: each topic it speaks of, in the order of the topics."""
    covering = _covering(view)
    found = []
    for topic in view.terms("topics"):
        points = [
            point
            for point, facts in view.library.points.points.items()
            if point.lower().startswith(f"{source}-") and topic in facts.topics
        ]
        pages = dict.fromkeys(page for point in points for page in covering.get(point, ()))
        if points:
            found.append(Stand(topic, len(points), tuple(sorted(pages, key=lambda page: page[1].casefold()))))
    return found


def _covering(view: View) -> dict[str, list[tuple[str, str]]]:
    """Source point to the guidance pages and checklists that name it; cases exercise points, so they are left out."""
    covering: dict[str, list[tuple[str, str]]] = {}
    for page_id, title, points in _claims(view):
        for point in points:
            covering.setdefault(point, []).append((page_id, title))
    return covering


def _claims(view: View) -> Iterator[tuple[str, str, list[str]]]:
    for page_id, versions in view.library.pages.items():
        if view.language in versions:
            facts = versions[view.language].facts
            yield page_id, facts.title, facts.sources
    for checklist in view.library.checklists.values():
        yield f"checklists/{checklist.id}", checklist.words[view.language].title, checklist.facts.sources
