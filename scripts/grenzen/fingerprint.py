"""Puts a digest into the names of the files that pages link: ``site.css`` becomes ``site.1f2e3d4c.css``.

The last step over a built site. A name that changes with its content lets servers say "keep this for a year", and an
upgrade is seen at once all the same. Pages, PDFs, and what a script loads by name (the search index) keep their names
and are asked for again each time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

NAMED = (".css", ".js", ".woff2", ".svg", ".png", ".jpg", ".jpeg", ".webp")
_IN_PAGE = re.compile(r'((?:href|src)=")([^"#?:]*assets/[^"#?:]+)(")')
_IN_STYLE = re.compile(r"(url\([\"']?)([^\"'()#?:]+)([\"']?\))")

Names = dict[str, str]
"""Old path below the site to the new one."""


def fingerprint(site: Path) -> None:
    """Rename every linked asset below ``site`` and mend the pages and style sheets that link it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    linked = {target for path, text in pages.items() for target in _targets(_IN_PAGE, text, _inside(site, path))}
    styles = sorted(name for name in linked if name.endswith(".css") and (site / name).is_file())
    linked |= {target for name in styles for target in _targets(_IN_STYLE, (site / name).read_text("utf-8"), name)}
    names: Names = {}
    for name in sorted(linked - set(styles)):
        _rename(site, name, names)
    for name in styles:  # after the fonts that they name
        _mend(site / name, _IN_STYLE, name, names)
        _rename(site, name, names)
    for path in pages:
        _mend(path, _IN_PAGE, _inside(site, path), names)


def _rename(site: Path, name: str, names: Names) -> None:
    path = site / name
    if path.is_file() and path.suffix in NAMED:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        new = path.with_name(f"{path.stem}.{digest}{path.suffix}")
        path.rename(new)
        names[name] = _inside(site, new)


def _mend(path: Path, links: re.Pattern[str], name: str, names: Names) -> None:
    text = path.read_text(encoding="utf-8")
    mended = links.sub(_renamed(name, names), text)
    if mended != text:
        path.write_text(mended, encoding="utf-8", newline="\n")


def _renamed(name: str, names: Names) -> Callable[[re.Match[str]], str]:
    folder = dirname(name) or "."

    def link(found: re.Match[str]) -> str:
        target = names.get(normpath(join(folder, found[2])))
        return found[0] if target is None else f"{found[1]}{relpath(target, folder)}{found[3]}"

    return link


def _targets(links: re.Pattern[str], text: str, name: str) -> set[str]:
    return {normpath(join(dirname(name), found[2])) for found in links.finditer(text)}


def _inside(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()
