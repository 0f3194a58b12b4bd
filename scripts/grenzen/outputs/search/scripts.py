"""Joins the search scripts of a language into one file and leaves out comments and indentation: one request, 10 KB.

The pieces in ``docs/assets/js/search`` are what people read and edit; nothing is renamed or rewritten here, so an error
in the browser still shows the names and the lines' text. ``tests/browser/test_search.py`` holds the size.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "js/search"
PANEL = "panel"
PIECES = ("analyse", "vocabulary", "engine", "snippet")
"""What every language has; a file named after the language comes on top."""

_BLOCK = re.compile(r"^\s*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"(^|\s)// .*$", re.MULTILINE)


def joined(assets: Path, language: str) -> str:
    """The engine of one language, from the pieces below ``assets`` (``docs/assets``)."""
    return "".join(slim(path.read_text(encoding="utf-8")) for path in _paths(assets, language))


def panel(assets: Path) -> str:
    """The panel, which every page loads."""
    return slim((assets / FOLDER / f"{PANEL}.js").read_text(encoding="utf-8"))


def slim(text: str) -> str:
    """A script without comments, indentation and empty lines.

    Strings must not contain `` // ``, and code must not stand on a line that a block comment begins.
    """
    lines = (line.strip() for line in _LINE.sub("", _BLOCK.sub("", text)).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def _paths(assets: Path, language: str) -> list[Path]:
    return [assets / FOLDER / f"{name}.js" for name in (*PIECES, language)]
