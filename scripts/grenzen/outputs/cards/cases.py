"""One PDF per case, with the sheet for whoever leads the talk on one page: measured first, told when it does not fit."""

from __future__ import annotations

import json
from collections.abc import Sequence

from grenzen.content.model import Library
from grenzen.outputs.cards.jobs import Cards, Order, case_order
from grenzen.outputs.typesetting.house import Options
from grenzen.outputs.typesetting.press import Job, Press

SIZES = (11.5, 11.0)
"""Type sizes in pt of the facilitator's sheet; A4 is never set smaller than 11 pt."""


def case_orders(library: Library, cards: Cards, language: str, press: Press, options: Options) -> list[Order]:
    """An order for every case that has a card."""
    return [case_order(each, cards, library, language, options, SIZES[0]) for each in library.scenarios.values()]
