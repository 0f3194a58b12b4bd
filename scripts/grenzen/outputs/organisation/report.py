"""What of ours an organisation replaces, and which of those texts changed since they last compared them.

``replaced.yml`` in their folder remembers the digest of each of our files as it was then. Nothing is merged: a person
reads both texts and says so with ``organisation accept``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints, ValidationError

from grenzen.content import locate
from grenzen.content.explain import explain
from grenzen.content.files import IGNORED, Files
from grenzen.content.model import Shape
from grenzen.content.organisation import REPLACED, prefix_of
from grenzen.problems import Problem

State = Literal["same", "changed", "new", "gone"]
_FOLDERS = ("docs", "scenarios")
_SAID: dict[State, str] = {
    "same": "ours is still as it was when you compared it",
    "changed": "OURS CHANGED since you compared it: read both",
    "new": "not compared yet",
    "gone": "ours is gone; what you have now stands on its own",
}
_HEAD = """# Which texts of the kit this folder replaces, and how they were when a person last compared them.
# Written by: python3 scripts/build.py organisation accept DIR
"""


class Replaced(Shape):
    """``replaced.yml``: which of our texts are replaced and what they were; written by ``organisation accept``."""

    replaced: dict[str, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]]
    """Path of our file to its digest on the day of comparing."""


@dataclass(frozen=True)
class Report:
    """Path of each replaced file of ours to its state, and the digests as they are now."""

    replaced: Mapping[str, State]
    digests: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The report as people read it."""
        if not self.replaced:
            yield "This folder replaces none of our texts."
        width = max(map(len, self.replaced), default=0)
        for path, state in self.replaced.items():
            yield f"{path:<{width}}  {_SAID[state]}"
        states = list(self.replaced.values())
        if {"changed", "new", "gone"} & set(states):
            yield f"{states.count('changed')} changed, {states.count('new')} not compared, {states.count('gone')} gone."
            yield "When you have compared them: python3 scripts/build.py organisation accept DIR"

    def record(self) -> str:
        """``replaced.yml`` as it should be now."""
        return record(self.digests)


def make(root: Path, folder: Path) -> Report:
    """Compare the organisation's ``folder`` with our content below ``root``."""
    remembered, problems = _remembered(folder)
    digests = {path: digest(root / path) for path in _paths(folder) if (root / path).is_file()}
    states = {path: _state(remembered.get(path), now) for path, now in digests.items()}
    gone: dict[str, State] = {path: "gone" for path in remembered if path not in digests and (folder / path).is_file()}
    return Report(dict(sorted({**states, **gone}.items())), digests, problems)


def digest(path: Path) -> str:
    """Sixteen hex digits of the file's text; line endings do not count."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]


def record(digests: Mapping[str, str]) -> str:
    """The text of ``replaced.yml``."""
    lines = [f'  {path}: "{value}"' for path, value in sorted(digests.items())]
    return _HEAD + ("replaced:\n" + "\n".join(lines) + "\n" if lines else "replaced: {}\n")


def _state(then: str | None, now: str) -> State:
    if then is None:
        return "new"
    return "same" if then == now else "changed"


def _paths(folder: Path) -> Iterator[str]:
    """Every file of content in the organisation's folder, by posix path below it."""
    for part in _FOLDERS:
        for path in sorted((folder / part).rglob("*")):
            if path.is_file() and not path.is_symlink() and not IGNORED.fullmatch(path.name):
                yield path.relative_to(folder).as_posix()


def _remembered(folder: Path) -> tuple[Mapping[str, str], list[Problem]]:
    path, files = folder / REPLACED, Files(folder, prefix_of(folder))
    if not path.exists():
        return {}, []
    text = files.text(path)
    located = locate.parse(text or "", files.path(path))
    problems = [*files.problems, *located.problems]
    if problems:
        return {}, problems
    try:
        return Replaced.model_validate(located.value or {}).replaced, []
    except ValidationError as error:
        return {}, explain(error.errors(), Replaced, located)
