"""The colours of site and paper in one table: theme to accent, on white and on the dark site.

The site's style sheet and the cards are both made from here, so that a theme looks the same on screen and on paper.
Every accent has at least 4.5:1 on its background (a test holds this) and stays apart from its neighbours when printed
in grey. Colour never stands alone: an icon and a word go with it.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass


@dataclass(frozen=True)
class Accent:
    """One colour in two shades, as ``#rrggbb``: ``light`` for white paper and pages, ``dark`` for the dark site."""

    light: str
    dark: str


PRIMARY = Accent("#12586b", "#7cc7d8")
"""The kit's own colour: headings of sheets, the site's header and links."""

THEMES: dict[str, Accent] = {
    "words": Accent("#7a4f00", "#e3b45a"),
    "threat": Accent("#a3302b", "#f0a099"),
    "identity": Accent("#5b3c8f", "#c3abef"),
    "image": Accent("#1d5a9e", "#93c0f2"),
    "crowd": Accent("#8f2a68", "#eba1cc"),
    "client": Accent("#2c6a34", "#8fce95"),
}
"""The six themes, in the order in which the site shows them."""

INK = "#000000"
QUIET = "#555555"
"""Codes, paths and footers on paper: 7.4:1 on white."""


def contrast(colour: str, background: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(colour), _luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nearest_passing(colour: str, background: str, least: float = 4.5) -> str:
    """The same hue as ``colour``, nearest to it, with ``least`` contrast on ``background``; itself if it has that."""
    if contrast(colour, background) >= least:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    step = -1 if _luminance(background) > 0.18 else 1
    shades = (lightness + step * percent / 200 for percent in range(1, 201))
    tried = (_hex(colorsys.hls_to_rgb(hue, min(max(shade, 0), 1), saturation)) for shade in shades)
    return next(shade for shade in tried if contrast(shade, background) >= least)


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
