"""Every source point is covered in every language: by a page of that language, or by a case, checklist or plan.

Why: the kit promises to hold all that its sources say. A page counts for its own language, by its own front matter;
structured content counts for all. Points listed as noise were left out on purpose and are cited by nobody. An
organisation may replace or hide what covers a point: its own site is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.content.languages import LANGUAGES
from grenzen.content.load import POINTS
from grenzen.content.model import Library
from grenzen.problems import Place, Problem

KINDS = ("scenarios", "checklists", "sessions")


def check(library: Library, today: date) -> Iterator[Problem]:
    """Points that nothing covers, and noise that something cites."""
    cited = list(_cited(library))
    yield from _noise(library, cited)
    yield from _without_points(library)
    if _all_read(library) and library.edition.organisation is None:
        languages = {language for versions in library.pages.values() for language in versions}
        for point, told in library.points.points.items():
            missing = [
                one
                for one in LANGUAGES
                if one in languages and not any(point == p and one in where for p, where, _ in cited)
            ]
            if missing:
                place = library.places[POINTS].place(("points", point))
                what = f"nothing covers {point} in {', '.join(missing)}: {told.point.rstrip('.')}"
                yield Problem(place, "coverage", what, "Say it, and name the point under 'sources'")


def _cited(library: Library) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    """Each cited point with the languages it is covered in and the place that cites it."""
    for kind in KINDS:
        for thing in library.things[kind].values():
            for at, point in enumerate(thing.facts.sources):
                yield point, tuple(LANGUAGES), thing.place("facts", "sources", at)
    for page in (page for versions in library.pages.values() for page in versions.values()):
        for at, point in enumerate(page.facts.sources):
            yield point, (page.language,), library.places[page.path].place(("sources", at))


def _without_points(library: Library) -> Iterator[Problem]:
    """Cases of the kit stand on its sources; only an organisation's own may do without."""
    for case in library.scenarios.values():
        place = case.place("facts", "sources")
        if not case.facts.sources and not library.edition.is_own(place.path):
            yield Problem(place, "coverage", "this case names no source point", "Name what it exercises")


def _noise(library: Library, cited: list[tuple[str, tuple[str, ...], Place]]) -> Iterator[Problem]:
    for point, _, place in cited:
        if point in library.points.noise:
            yield Problem(
                place, "coverage", f"{point} is noise: {library.points.noise[point].rstrip('.')}", "Remove it"
            )


def _all_read(library: Library) -> bool:
    """Whether nothing that could cover a point failed to load; its own Problem is enough."""
    things = all(library.things[kind].keys() == library.names[kind] for kind in KINDS)
    return things and not any(path.endswith(".md") for path in library.unread)
