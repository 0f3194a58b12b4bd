"""A checklist has its items once, grouped or not, and words for exactly these items and groups.

Why: ticks and exports hang on the item's id; an item without words is an empty box on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.checks.same_ids import same_ids
from grenzen.content.model import Checklist, Library
from grenzen.problems import Problem


def check(library: Library, today: date) -> Iterator[Problem]:
    """Lists without items, items named twice, and words that do not match."""
    for checklist in library.checklists.values():
        yield from _facts(checklist)
        groups = [group.id for group in checklist.facts.groups]
        for language, words in checklist.words.items():
            items = checklist.facts.item_ids
            yield from same_ids("checklists", checklist, language, ("items",), items, words.items)
            yield from same_ids("checklists", checklist, language, ("groups",), groups, words.groups)


def _facts(checklist: Checklist) -> Iterator[Problem]:
    facts = checklist.facts
    if bool(facts.items) == bool(facts.groups):
        what = "a checklist has either items or groups"
        yield Problem(checklist.place("facts"), "checklists", what, "Write one of the two")
    for names in ([group.id for group in facts.groups], [item for group in facts.groups for item in group.items]):
        for twice in sorted({name for name in names if names.count(name) > 1}):
            yield Problem(
                checklist.place("facts", "groups"), "checklists", f"'{twice}' stands here twice", "Rename one"
            )
