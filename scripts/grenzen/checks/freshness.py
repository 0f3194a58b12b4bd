"""Facts that age: what is past its review date, what was never verified, and dates that cannot be.

Why: a wrong number in a bad hour is worse than none. A line past its date is shown with a notice and listed here until
somebody compares it with its source again; lines that nobody verified are listed per folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from grenzen.content.model import Library, Thing
from grenzen.problems import Place, Problem

KINDS = ("contacts", "law")


def check(library: Library, today: date) -> Iterator[Problem]:
    """Warnings for what is old or not verified; errors for dates in the wrong order."""
    for kind in KINDS:
        lines = library.things[kind].values()
        for line in lines:
            yield from _dates(line, today)
        unsure = [line.id for line in lines if line.facts.confidence != "verified"]
        if unsure:
            what = f"not verified, so shown with a notice ({len(unsure)} of {len(lines)}): {', '.join(unsure)}"
            remedy = "Compare them with their source and write 'confidence: verified'"
            yield Problem(Place(f"docs/data/{kind}"), "freshness", what, remedy, "warning")


def _dates(line: Thing[Any, Any], today: date) -> Iterator[Problem]:
    facts = line.facts
    if facts.checked_on > facts.review_by:
        what = f"checked on {facts.checked_on}, which is after the review date {facts.review_by}"
        yield Problem(line.place("facts", "review_by"), "freshness", what, "Set a later review date")
    elif today > facts.review_by:
        what = f"the review date {facts.review_by} is past; the site says so to its readers"
        remedy = "Compare it with its source and set checked_on and review_by"
        yield Problem(line.place("facts", "review_by"), "freshness", what, remedy, "warning")
