"""The table of paper formats: how many cards on which sheet, how the sheet is turned, whether it is folded.

A card is laid out once, as A6, and magnified for A5 and A4. So a text that fits on A6 fits in every format, the text
is fitted and judged once, and A4 becomes large print (16 pt and more) instead of a small text on a large sheet.
What we gave up: on A4 the same words could stand in smaller type with more room to write.

Backs lie in mirrored columns of the same row, which is where a sheet turned about its vertical edge shows them:
portrait sheets turn on the long edge, landscape sheets on the short edge. No frames, tints or bleed: a millimetre or
two of duplex error and the edge that no office printer reaches stay invisible.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from grenzen.outputs.typesetting.press import Flip

LADDER = (12.5, 11.5, 10.6, 9.8, 9.3, 8.9, 8.6, 8.3, 8.0)
"""Type sizes in pt on A6, tried from the largest; the last one is a warning, and what does not fit then is an error."""

PORTRAIT, LANDSCAPE = (210.0, 297.0), (297.0, 210.0)


@dataclass(frozen=True)
class Format:
    """One way to put cards on A4 paper. Lengths in mm."""

    name: str
    paper: tuple[float, float]
    columns: int
    rows: int
    scale: float
    """How much larger than A6 a card is."""
    pitch: float
    """Distance of the writing lines on an A6 card, before magnifying: 7 mm or more on paper."""
    flip: Flip
    fold: bool = False
    """Front and back side by side on one side of the paper, with a line to fold on."""
    mono: bool = False
    """Outlined badges and black type only."""

    @property
    def per_sheet(self) -> int:
        """Cards on one sheet of paper."""
        return self.rows if self.fold else self.columns * self.rows

    def sheets(self, cards: int) -> int:
        """Sheets of paper for so many cards."""
        return math.ceil(cards / self.per_sheet)

    def pages(self, cards: int) -> int:
        """Pages of the PDF: a front and a back per sheet unless folded."""
        return self.sheets(cards) * (1 if self.fold else 2)

    def place(self, at: int, *, back: bool) -> tuple[float, float]:
        """Left and top edge in mm of the card with index ``at`` on its sheet; for tests and for people who measure."""
        width, height = 105.0 * self.scale, 148.5 * self.scale
        if self.fold:
            return (width if back else 0.0, at * height)
        row, column = divmod(at, self.columns)
        return ((self.columns - 1 - column if back else column) * width, row * height)

    def for_template(self) -> dict[str, Any]:
        """What ``deck.typ`` needs to know."""
        return {
            "paper": self.paper,
            "columns": self.columns,
            "rows": self.rows,
            "scale": self.scale,
            "pitch": self.pitch,
            "fold": self.fold,
            "per-sheet": self.per_sheet,
        }


_COLOUR = (
    Format("a6", PORTRAIT, columns=2, rows=2, scale=1.0, pitch=7.0, flip="long"),
    Format("a5", LANDSCAPE, columns=2, rows=1, scale=math.sqrt(2), pitch=5.6, flip="short"),
    Format("a4", PORTRAIT, columns=1, rows=1, scale=2.0, pitch=4.6, flip="long"),
    Format("a6-fold", PORTRAIT, columns=2, rows=2, scale=1.0, pitch=7.0, flip="none", fold=True),
    Format("a5-fold", LANDSCAPE, columns=2, rows=1, scale=math.sqrt(2), pitch=5.6, flip="none", fold=True),
)

FORMATS: dict[str, Format] = {
    each.name: each for colour in _COLOUR for each in (colour, replace(colour, name=f"{colour.name}-mono", mono=True))
}
"""Every format by name; each has a ``-mono`` variant."""

COMMON = ("a6", "a5", "a4")
"""Formats in which every deck is made; a selection of one's own can have any format."""
EVERY = ("a6", "a5", "a4", "a6-fold", "a5-fold", "a6-mono", "a5-mono", "a4-mono")
