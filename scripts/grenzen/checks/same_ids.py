"""Not a rule but what several rules ask: does a words file have words for exactly the ids that the facts name?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from grenzen.content.model import Thing
from grenzen.problems import Problem, did_you_mean


def same_ids(
    rule: str, thing: Thing[Any, Any], language: str, path: tuple[str, ...], wanted: Iterable[str], found: Iterable[str]
) -> Iterator[Problem]:
    """A Problem for each id in ``wanted`` without words at ``path``, and for words that no id asks for."""
    wanted, found = list(wanted), list(found)
    meant = {name for one in found if one not in wanted for name in wanted if f"'{name}'" in did_you_mean(one, wanted)}
    for name in wanted:
        if name not in found and name not in meant:
            place = thing.place(language, *path)
            yield Problem(place, rule, f"'{name}' of facts.yml has no words in {'.'.join(path)}", "Write them")
    for name in found:
        if name not in wanted:
            remedy = did_you_mean(name, wanted) or "Remove it or name it there"
            yield Problem(thing.place(language, *path, name, key=True), rule, f"facts.yml has no '{name}'", remedy)
