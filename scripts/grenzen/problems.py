"""How we tell people what is wrong: a place, what, and a remedy.

No room prints or raises for an author's mistake; each returns Problems, and the driver prints them sorted by place.
A traceback is for a bug of ours, never for a typo in somebody's file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: ``path`` is posix and relative to its root, ``line`` and ``column`` count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that someone has to mend. An error stops the build; a warning is printed and counted."""

    place: Place
    rule: str
    text: str
    remedy: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """The one line that people see: ``file:line:col: what. remedy``."""
        mark = "warning: " if self.severity == "warning" else ""
        sentences = [part if part.endswith(("?", ".")) else f"{part}." for part in (self.text, self.remedy) if part]
        return f"{self.place}: {mark}{' '.join(sentences)}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest known word, or an empty text when nothing is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else ""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build, sorted by place."""
    return sorted(problem for problem in problems if problem.severity == "error")
