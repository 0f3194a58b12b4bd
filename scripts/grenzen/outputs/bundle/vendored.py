"""What lies in the kit that others made: scripts, fonts, icons, with version, licence and checksums.

The list is ``vendored.yml`` beside this file; a test holds it to the files (a changed byte, an unlisted file and a
listed one that is gone each fail).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

LIST = Path(__file__).parent / "vendored.yml"


class Vendored(BaseModel):
    """One thing that others made and that ships with the site or the cards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    name: str
    version: str
    licence: str
    """SPDX id: https://spdx.org/licenses/."""
    purl: str
    licence_file: str
    """Path of the licence text, below the root of the kit."""
    files: list[str]
    """Paths or patterns below the root of the kit."""
    sha256: str
    """``digest`` of the files as they were taken over."""

    def paths(self, root: Path) -> list[Path]:
        """The files that are there, sorted."""
        return sorted({path for pattern in self.files for path in root.glob(pattern) if path.is_file()})

    def digest(self, root: Path) -> str:
        """One sha256 over names and contents of all its files."""
        lines = [f"{path.name}:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in self.paths(root)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def vendored(root: Path) -> list[Vendored]:
    """Everything on the list whose files are there, sorted by name."""
    listed = [Vendored.model_validate(one) for one in yaml.safe_load(LIST.read_text(encoding="utf-8"))]
    return sorted((one for one in listed if one.paths(root)), key=lambda one: one.name)
