"""Look through ``docs/assets``: which files the site can ship, and a Problem for what it must not."""

from __future__ import annotations

import re
from pathlib import Path

from grenzen.content.files import Files, printable

TYPES = (
    *("", ".css", ".js", ".json", ".woff2", ".ttf", ".otf"),
    *(".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".txt", ".md"),
)
"""Endings of files that may lie here; a file without an ending is a licence."""

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNSAFE_SVG = re.compile(
    r"<\s*(?:script|foreignobject|iframe|embed|object|animate|set|handler|!entity|!doctype|\?xml-stylesheet)"
    r"|\bon[a-z]+\s*=|href\s*=\s*[\"']?\s*(?!#)[^\s\"'>]|javascript\s*:|@import|url\(\s*[\"']?\s*(?!#)[^\s)]",
    re.IGNORECASE,
)
"""What makes an SVG more than a drawing: scripts, handlers, links, styles and entities from elsewhere."""


def assets(files: Files) -> set[str]:
    """Paths below ``docs/assets`` of the files that the site can ship."""
    folder = files.root / "docs/assets"
    return set(_below(files, folder, folder)) if files.is_folder(folder) else set()


def _below(files: Files, folder: Path, top: Path) -> list[str]:
    found = []
    for entry in files.entries(folder):
        if not NAME.fullmatch(entry.name):
            what = f"'{printable(entry.name)}' is not a name that every server and disk can carry"
            files.refuse(entry, "files", what, "Use letters a to z, digits, '.', '-' and '_'")
        elif entry.is_dir():
            found += _below(files, entry, top)
        elif _may_ship(files, entry):
            found.append(entry.relative_to(top).as_posix())
    return found


def _may_ship(files: Files, path: Path) -> bool:
    if path.suffix.lower() not in TYPES or not path.is_file():
        files.refuse(path, "files", f"'{path.name}' is not a type that the site ships", "Remove it or convert it")
        return False
    return path.suffix.lower() != ".svg" or _is_drawing(files, path)


def _is_drawing(files: Files, path: Path) -> bool:
    text = files.text(path)
    unsafe = _UNSAFE_SVG.search(text or "")
    if unsafe:
        what = f"this drawing carries more than shapes: '{unsafe[0][:40].strip()}'"
        files.refuse(path, "assets", what, "Save it as a plain SVG without scripts and links")
    return text is not None and unsafe is None
