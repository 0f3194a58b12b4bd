"""The licences of everything by others that ships in the site, as plain text files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from grenzen.outputs.bundle.sbom import SHIPPED
from grenzen.outputs.bundle.vendored import Vendored

_BANNER = re.compile(r"/\*!.*?\*/", re.DOTALL)


def make(root: Path, shipped: Mapping[str, bytes], parts: list[Vendored]) -> dict[str, str]:
    """File name to text: the kit's licence, one per vendored part and package, the banners in bundled scripts."""
    return {
        "online-grenzen.txt": (root / "LICENSE").read_text(encoding="utf-8"),
        **{f"{part.name}.txt": (root / part.licence_file).read_text(encoding="utf-8") for part in parts},
        **{f"{name}.txt": of_package(name) for name in sorted(SHIPPED)},
        "bundled-scripts.txt": _banners(shipped),
    }


def of_package(name: str) -> str:
    """The licence text that an installed package brings with it."""
    files = [path for path in metadata.files(name) or [] if re.match(r"(LICEN[CS]E|COPYING|NOTICE)", path.name)]
    return "\n\n".join(Path(str(path.locate())).read_text(encoding="utf-8") for path in sorted(files))


def _banners(shipped: Mapping[str, bytes]) -> str:
    """Scripts that are bundled into one file keep their licences in ``/*! … */`` comments."""
    found: dict[str, None] = {}
    for name, content in sorted(shipped.items()):
        if name.endswith((".js", ".css")):
            found.update(dict.fromkeys(_BANNER.findall(content.decode("utf-8", "replace"))))
    head = "Licence notes inside the scripts and style sheets of this site:"
    return "\n\n".join([head, *found]) + "\n"
