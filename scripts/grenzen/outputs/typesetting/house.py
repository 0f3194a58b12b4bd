"""Whose paper it is: what an organisation may set, with neutral defaults, and how a run of the press is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from grenzen.colours import PRIMARY
from grenzen.content.model import Library


@dataclass(frozen=True)
class HouseContact:
    """Whom this organisation calls first: a name, a number and, if useful, when it answers."""

    name: str
    phone: str
    hours: str = ""


@dataclass(frozen=True)
class House:
    """An organisation's own marks on paper. The defaults print nothing of anybody's."""

    name: str = ""
    address: str | None = None
    """Where its site stands, for example ``https://intranet.example/grenzen``; without it cards have no QR code."""
    country: str | None = None
    """Only this country's numbers and notes are printed; without it each country has a sheet of its own."""
    logo: str | None = None
    """The text of an SVG file, printed in the head of sheets; its name is read aloud instead."""
    contacts: tuple[HouseContact, ...] = ()
    """Printed first, in this order."""
    colour: str = PRIMARY.light
    """The colour of headings and rules, dark enough on white; a theme's own colour stays."""

    def page(self, language: str, page: str) -> str | None:
        """The full address of a page in a language, or None when the address is not known."""
        return f"{self.address.rstrip('/')}/{language}/{page}.html" if self.address else None


@dataclass(frozen=True)
class Options:
    """How a run is made."""

    house: House = field(default_factory=House)
    printer_offset: tuple[float, float] = (0.0, 0.0)
    """What the calibration page showed, in mm: to the right and downwards, seen from the front."""
    workers: int = 0
    """Processes; 0 is one per core, at most four."""

    @property
    def processes(self) -> int:
        """How many processes to start at most."""
        return self.workers or min(4, os.cpu_count() or 1)


def countries(library: Library, house: House) -> list[str]:
    """The countries that get paper of their own, in the order of the vocabulary; the house's own one if it has one."""
    known = list(library.themes["countries"].facts.terms) if "countries" in library.themes else ["nl", "be", "dk"]
    return [house.country] if house.country else [country for country in known if country != "eu"]


def last_checked(library: Library, only: Sequence[date] = ()) -> date | None:
    """The day for the footer: of the facts that stand on the sheet the oldest, else the library's newest check."""
    if only:
        return min(only)
    days = [thing.facts.checked_on for kind in (library.contacts, library.law) for thing in kind.values()]
    return max(days, default=None)
