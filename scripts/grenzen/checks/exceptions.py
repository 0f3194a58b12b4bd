"""Not a rule but how rules with exceptions let them through: data with a reason, in ``docs/data/style/exceptions.yml``.

An exception that nothing needs any more is itself a Problem, so that the file never outlives its reasons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from grenzen.content.model import ExceptionRule, Library, StyleException
from grenzen.problems import Problem


@dataclass(frozen=True)
class Found:
    """A breach before the exceptions are asked: which rule, which word (or beginning of a sentence), the Problem."""

    rule: ExceptionRule
    word: str
    problem: Problem


def allow(library: Library, rules: Collection[ExceptionRule], found: Iterable[Found]) -> Iterator[Problem]:
    """The breaches of ``rules`` that no exception covers, and the exceptions for ``rules`` that cover nothing."""
    found = list(found)
    entries = [(path, at, one) for path, file in library.exceptions.items() for at, one in enumerate(file.exceptions)]
    ours = [(path, at, one) for path, at, one in entries if one.rule in rules]
    for breach in found:
        if not any(_covers(path, one, breach) for path, _, one in ours):
            yield breach.problem
    for path, at, one in ours:
        if one.path not in library.unread and not any(_covers(path, one, breach) for breach in found):
            place = library.places[path].place(("exceptions", at))
            what = f"this exception from '{one.rule}' for {one.path} is no longer needed"
            yield Problem(place, "exceptions", what, "Remove it")


def _covers(file: str, exception: StyleException, breach: Found) -> bool:
    """An exception holds in the folder of its own file: the kit's, or an organisation's."""
    home = file[: file.index("docs/data/")]
    word = exception.word is None or breach.word.casefold().startswith(exception.word.casefold())
    return breach.problem.place.path == home + exception.path and exception.rule == breach.rule and word
