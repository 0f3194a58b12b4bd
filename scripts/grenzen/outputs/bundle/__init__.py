"""The bundle: one zip for an IT department, with the site, checksums, an SBOM, licences and server settings.

Knows files and servers, no content: it takes the built site as a folder and returns bytes. Same site, same day, same
bytes: sorted names, one time stamp (the day of the build, so that servers see a newer file after an upgrade).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from grenzen.outputs.bundle import archive, licences, sbom, servers
from grenzen.outputs.bundle.vendored import vendored


def make(root: Path, site: Path, version: str, day: date) -> bytes:
    """The zip as bytes. ``root`` is the kit (lock file, vendored files), ``site`` the built site."""
    shipped = {f"site/{path.relative_to(site).as_posix()}": path.read_bytes() for path in _files(site)}
    parts = vendored(root)
    files = {
        **shipped,
        **{f"servers/{name}": text.encode() for name, text in servers.make(_languages(site)).items()},
        **{f"licences/{name}": text.encode() for name, text in licences.make(root, shipped, parts).items()},
        "sbom.cdx.json": sbom.make(root, parts, version, day).encode(),
        "README.md": (Path(__file__).parent / "README.md").read_bytes(),
    }
    return archive.zipped({**files, "SHA256SUMS": archive.checksums(files).encode()}, day)


def _files(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*") if path.is_file())


def _languages(site: Path) -> list[str]:
    """The language folders of the site: the ones with a home page."""
    return sorted(path.parent.name for path in site.glob("*/index.html"))
