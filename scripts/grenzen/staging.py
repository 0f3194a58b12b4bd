"""Puts the staged site together: every output that makes Markdown pages, and the assets, into one folder per language.

Shared by the two drivers, ``build.py`` and ``mkdocs_hooks.py``. A file is written only when its content differs, so its
time stamp tells MkDocs' live reload what changed; what no output makes any more is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from grenzen.colours import PRIMARY
from grenzen.content.edition import WHOLE, Edition
from grenzen.content.model import Library
from grenzen.outputs import pages, search
from grenzen.outputs.pages.stylesheet import stylesheet
from grenzen.paper import Paper
from grenzen.problems import Problem

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
ASSETS = (".css", ".js", ".woff2", ".svg", ".txt")  # no .png: the picture in the README stays out of the site


@dataclass
class Staged:
    """The staged tree before it is written: path below the staging folder to content."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def stage(library: Library, root: Path, today: date, paper: Paper) -> Staged:
    """Everything MkDocs reads: pages, what people print, the scripts of the search, css, fonts and icons."""
    staged = Staged()
    for language in library.edition.codes:
        made = pages.make(library, language, today)
        staged.files.update({path: text.encode() for path, text in made.files.items()})
        staged.problems += made.problems
        staged.files.update(search.language_files(library, language, root / "docs/assets"))
    staged.files.update({path: text.encode() for path, text in paper.pages.items()})
    staged.files.update(paper.files)
    staged.files.update(assets(root, library.edition))
    return staged


def assets(root: Path, edition: Edition = WHOLE) -> dict[str, bytes]:
    """The css, scripts, fonts and icons that the site ships; other file types are passed over."""
    folder = root / "docs/assets"
    own = edition.organisation
    primary = own.primary if own and own.primary else PRIMARY
    found = sorted(path for path in folder.rglob("*") if path.suffix in ASSETS and not path.is_symlink())
    found = [path for path in found if path.parent != folder / search.SCRIPTS]  # search joins these, per language
    made = search.shared_files(folder) | {"assets/css/palette.css": stylesheet(folder / "icons", primary).encode()}
    made |= _own_pictures(edition)
    return made | {f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def _own_pictures(edition: Edition) -> dict[str, bytes]:
    """An organisation's logo and the pictures of its own pages; scripts and style sheets stay ours."""
    own = edition.organisation
    if own is None:
        return {}
    folder = own.folder / "docs/assets"
    found = sorted(path for path in folder.rglob("*") if path.suffix in PICTURES and not path.is_symlink())
    pictures = {f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}
    return pictures | ({own.logo_path: own.logo.data} if own.logo else {})


def write(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Write what differs and remove what is no longer made. Returns the paths that changed."""
    changed = []
    for name, content in sorted(files.items()):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed.append(name)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
            changed.append(path.relative_to(folder).as_posix())
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed
