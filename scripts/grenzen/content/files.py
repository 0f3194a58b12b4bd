"""Open folders and files safely: what lies there, and the text of one file, or a Problem.

Symlinks are refused wherever they stand below the root, because they lead out of the folder; what editors and office
programs leave lying about is passed over. This file knows no content; ``load`` gives the text a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from grenzen.content.locate import MAX_BYTES, read_text
from grenzen.problems import Place, Problem, did_you_mean

IGNORED = re.compile(
    r"(\..*|.*~|~\$.*|#.*#|.*\.(bak|tmp|swp|orig|docx?|xlsx?|pptx?|odt|ods|odp)|thumbs\.db|desktop\.ini)", re.IGNORECASE
)
"""Files that editors and office programs leave lying about: never read, never copied."""

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""Names that Windows keeps for itself: a folder or page called so cannot be copied there.
https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""


@dataclass
class Files:
    """One root folder; ``prefix`` stands before every path that is told, ``problems`` collects what is wrong."""

    root: Path
    prefix: str = ""
    problems: list[Problem] = field(default_factory=list)

    def path(self, path: Path) -> str:
        """The posix path that people see; characters that cannot be shown are written as escapes."""
        return self.prefix + printable(PurePosixPath(path.relative_to(self.root)).as_posix())

    def refuse(self, path: Path, rule: str, text: str, remedy: str) -> None:
        """Remember a Problem at the top of a file or folder."""
        self.problems.append(Problem(Place(self.path(path)), rule, text, remedy))

    def is_folder(self, path: Path) -> bool:
        """Whether ``path`` is a folder that can be read; one that is reached through a symlink is refused."""
        below = [path, *path.parents][: len(path.relative_to(self.root).parts)]
        link = next((part for part in below if part.is_symlink()), None)
        if link:
            self._refuse_link(link)
        elif path.exists() and not path.is_dir():
            self.refuse(path, "files", "this is not a folder", "Make it a folder or remove it")
        return link is None and path.is_dir()

    def entries(self, folder: Path) -> list[Path]:
        """What lies in a folder, sorted by name; leftovers are passed over, symlinks are refused."""
        try:
            found = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(folder, "files", f"this folder cannot be read: {error.strerror}", "Check who may read it")
            return []
        for link in [entry for entry in found if entry.is_symlink() and not IGNORED.fullmatch(entry.name)]:
            self._refuse_link(link)
        return [entry for entry in found if not entry.is_symlink() and not IGNORED.fullmatch(entry.name)]

    def only(self, folder: Path, known: Sequence[str]) -> list[Path]:
        """The entries of ``folder`` with a known name; the others are Problems."""
        entries = self.entries(folder)
        for entry in entries:
            if entry.name not in known:
                remedy = did_you_mean(entry.name, known) or f"Only {', '.join(known)} belong in this folder"
                self.refuse(entry, "files", f"'{printable(entry.name)}' is not read", remedy)
        return [entry for entry in entries if entry.name in known]

    def text(self, path: Path, limit: int = MAX_BYTES) -> str | None:
        """The text of a file, or None with a Problem. A symlink was refused when its folder was read."""
        if path.is_symlink():
            return None
        if not path.is_file():
            what, remedy = ("is not a plain file", "Put a file here") if path.exists() else _MISSING
            self.refuse(path, "files", f"this file {what}", remedy)
            return None
        text, problems = read_text(self._bytes(path, limit), self.path(path), limit)
        self.problems += problems
        return None if problems else text

    def _bytes(self, path: Path, limit: int) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(limit + 1)
        except OSError as error:
            self.refuse(path, "files", f"this file cannot be read: {error.strerror}", "Check who may read it")
            return b""

    def _refuse_link(self, path: Path) -> None:
        self.refuse(path, "files", "symbolic links are not followed", "Put the file or folder itself here")


_MISSING = ("is missing", "Write it with the same keys as its neighbour in the other language")


def printable(text: str) -> str:
    """``text`` with what cannot be shown (control characters, bytes that are no UTF-8) written as escapes."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
