"""Groups of synonyms hold each word once, and bring no opposites together.

Why: a word in two groups makes them one for the searcher, and a group with *melden* and *verwijderen* would answer
"how do I report it" with how to delete it. The pairs of opposites stand in ``docs/data/style/<language>.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.content.load import SYNONYMS
from grenzen.content.locate import Located
from grenzen.content.model import Library
from grenzen.problems import Problem


def check(library: Library, today: date) -> Iterator[Problem]:
    """Words that stand twice, groups of one word, and groups that merge opposites."""
    for path, located in library.places.items():
        language = path.rpartition("/")[2].removesuffix(".yml")
        if f"{SYNONYMS}/" in path and language in library.synonyms and isinstance(located.value, list):
            groups = [[_folded(word) for word in group] for group in located.value]
            yield from _twice(located, groups)
            yield from _opposites(library, language, located, groups)


def _twice(located: Located, groups: list[list[str]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for at, group in enumerate(groups):
        if len(group) < 2:
            yield Problem(located.place((at,)), "synonyms", "a group has at least two words", "Add one or remove it")
        for number, word in enumerate(group):
            place = located.place((at, number))
            if word in first:
                what = f"'{word}' stands in this list twice, first in line {first[word]}"
                yield Problem(place, "synonyms", what, "Remove one or join the groups")
            first.setdefault(word, place.line)


def _opposites(library: Library, language: str, located: Located, groups: list[list[str]]) -> Iterator[Problem]:
    pairs = library.style[language].opposites if language in library.style else []
    for at, group in enumerate(groups):
        for one, other in pairs:
            if {_folded(one), _folded(other)} <= set(group):
                what = f"this group brings '{one}' and '{other}' together, which mean opposite things"
                yield Problem(located.place((at,)), "synonyms", what, "Split the group")


def _folded(word: object) -> str:
    return " ".join(str(word).casefold().split())
