"""What a room hands back about each file that people print."""

from __future__ import annotations

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
    bytes: int
    thumbnail: str | None = None
