"""What a room hands back: the files that people print, and what is said about each."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from grenzen.outputs.typesetting.press import Press
from grenzen.problems import Problem


@dataclass(frozen=True)
class Printed:
    """One PDF as the download page shows it. Paths are posix, from the site's root."""

    path: str
    language: str
    id: str
    """What it holds: ``starter``, ``theme-threat``, ``first-hour`` …; the same for every format."""
    title: str
    about: str
    format: str
    """A row of the table of formats, or ``a4`` for sheets."""
    cards: int
    pages: int
    sheets: int
    """Sheets of A4 paper that come out of the printer."""
    bytes: int = 0
    thumbnail: str | None = None
    picture_size: tuple[int, int] | None = None
    """Width and height of the thumbnail in pixels, so that a browser can keep its place free."""


@dataclass(frozen=True)
class Made:
    """Files by their posix path from the site's root, what is wrong, and what the download page needs to know."""

    files: dict[str, bytes]
    problems: list[Problem]
    printed: tuple[Printed, ...] = ()
    press: tuple[int, int] = (0, 0)
    """How many jobs were made and how many were taken from the cache."""

    @classmethod
    def nothing(cls, problems: Iterable[Problem]) -> Self:
        """No files, because of ``problems``."""
        return cls({}, sorted(problems))

    @classmethod
    def by(
        cls, press: Press, files: Mapping[str, bytes], problems: Iterable[Problem], printed: Iterable[Printed]
    ) -> Self:
        """What ``press`` made."""
        return cls(dict(sorted(files.items())), sorted(problems), tuple(printed), (press.made, press.skipped))


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, which stand at a fixed place in every PNG (https://www.w3.org/TR/png/#11IHDR)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
