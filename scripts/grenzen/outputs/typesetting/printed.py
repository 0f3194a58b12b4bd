"""What a room hands back about each file that people print."""

from __future__ import annotations

import struct
from dataclasses import dataclass


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


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, which stand at a fixed place in every PNG (https://www.w3.org/TR/png/#11IHDR)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
