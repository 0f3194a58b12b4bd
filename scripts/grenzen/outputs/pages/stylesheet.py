"""The style sheet that is made: colours from ``grenzen.colours`` and icons from ``docs/assets/icons``.

Site and cards share one table of colours, so they are not typed a second time in CSS. Icons become ``data:`` masks:
a mask in a file of its own is refused on ``file://``, where every file is its own origin.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from grenzen.colours import PRIMARY, THEMES, Accent

SURFACES: dict[str, Accent] = {
    "page": Accent("#fbfaf7", "#151a1c"),
    "card": Accent("#ffffff", "#1e2528"),
    "sunken": Accent("#f2f0ea", "#101415"),
    "ink": Accent("#1d2629", "#e9edee"),
    "quiet": Accent("#4d5a5f", "#b6c0c4"),
    "line": Accent("#dcd9d0", "#384347"),
    "edge": Accent("#747d80", "#8d999e"),
    "on-accent": Accent("#ffffff", "#121719"),
}
"""Backgrounds, text, lines. On the first three ``ink`` and ``quiet`` hold 4.5:1, ``edge`` (borders of controls) 3:1."""

_DARK_BY_CHOICE = ':root[data-theme="dark"]'
_DARK_BY_SYSTEM = ':root:not([data-theme="light"])'


def stylesheet(icons: Path, primary: Accent = PRIMARY) -> str:
    """``palette.css``: custom properties of both schemes, a class per theme and a class per icon in ``icons``."""
    colours = {"primary": primary, **SURFACES, **{f"theme-{theme}": accent for theme, accent in THEMES.items()}}
    light = _block(":root", {"color-scheme": "light", **{f"--{name}": one.light for name, one in colours.items()}})
    dark = {"color-scheme": "dark", **{f"--{name}": one.dark for name, one in colours.items()}}
    drawings = sorted(icons.glob("*.svg"))
    return "\n".join(
        [
            "/* Made by outputs/pages/stylesheet.py from colours.py and docs/assets/icons. */",
            light,
            _block(_DARK_BY_CHOICE, dark),
            f"@media screen and (prefers-color-scheme: dark) {{ {_block(_DARK_BY_SYSTEM, dark)} }}",
            f"@media print {{ {light.replace(':root', ':root:root:root')} }}",
            light.replace(":root", ".paper"),  # a picture of paper is light on a dark page too
            *(f".theme-{theme} {{ --accent: var(--theme-{theme}) }}" for theme in THEMES),
            _block(":root", {f"--icon-{path.stem}": _mask(path) for path in drawings}),
            *(f".icon--{path.stem} {{ --icon: var(--icon-{path.stem}) }}" for path in drawings),
            "",
        ]
    )


def _block(selector: str, properties: dict[str, str]) -> str:
    return f"{selector} {{ {'; '.join(f'{name}: {value}' for name, value in properties.items())} }}"


def _mask(path: Path) -> str:
    drawing = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    drawing = re.sub(r'\s(class|width|height)="[^"]*"', "", drawing)
    drawing = re.sub(r"\s+", " ", drawing).replace("> <", "><").replace(" >", ">").replace(" />", "/>").strip()
    return f'url("data:image/svg+xml,{quote(drawing.replace(chr(34), chr(39)), safe=" =:/,.-")}")'.replace("%27", "'")
