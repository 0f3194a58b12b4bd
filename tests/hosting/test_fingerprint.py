"""Names of linked files change with their content, and every page finds them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from built import real_site
from grenzen.fingerprint import fingerprint

PAGE = (
    '<link rel="stylesheet" href="{up}assets/css/site.css"><script src="{up}assets/js/a.js"></script>'
    '<a href="{up}x.html">x</a><img src="{up}assets/not-there.png">'
)


def tiny(folder: Path, colour: str) -> Path:
    files = {
        "nl/index.html": PAGE.format(up=""),
        "nl/act/deep/page.html": PAGE.format(up="../../"),
        "nl/assets/css/site.css": f"a {{ src: url(../fonts/a.woff2) }} b {{ color: {colour}; mask: url('data:x') }}",
        "nl/assets/fonts/a.woff2": "font",
        "nl/assets/js/a.js": "script",
        "nl/assets/search/index.js": "loaded by name",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    fingerprint(folder)
    return folder


def names(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(re.sub(r"\.[0-9a-f]{8}\.", ".#.", name) for name in found)


def test_linked_files_get_a_digest_and_others_keep_their_name(tmp_path: Path) -> None:
    assert names(tiny(tmp_path, "red")) == [
        "nl/act/deep/page.html",
        "nl/assets/css/site.#.css",
        "nl/assets/fonts/a.#.woff2",
        "nl/assets/js/a.#.js",
        "nl/assets/search/index.js",
        "nl/index.html",
    ]


def test_pages_at_any_depth_and_style_sheets_lead_to_the_new_names(tmp_path: Path) -> None:
    site = tiny(tmp_path, "red")
    for page in ("nl/index.html", "nl/act/deep/page.html"):
        text = (site / page).read_text(encoding="utf-8")
        for address in re.findall(r'"((?:\.\./)*assets/(?:css|js)/[^"]+)"', text):
            assert ((site / page).parent / address).is_file()
        assert "x.html" in text
        assert "assets/not-there.png" in text
    style = next(site.glob("nl/assets/css/*.css"))
    font = re.search(r"url\((\.\./fonts/[^)]+)\)", style.read_text(encoding="utf-8"))
    assert font
    assert (style.parent / font[1]).is_file()


def test_a_changed_style_gets_another_name_and_an_unchanged_font_keeps_it(tmp_path: Path) -> None:
    red, blue = tiny(tmp_path / "red", "red"), tiny(tmp_path / "blue", "blue")
    styles = [next(folder.glob("nl/assets/css/*.css")).name for folder in (red, blue)]
    fonts = [next(folder.glob("nl/assets/fonts/*")).name for folder in (red, blue)]
    assert styles[0] != styles[1]
    assert fonts[0] == fonts[1]


def test_digests_of_the_real_site_are_those_of_the_files() -> None:
    hashed = [path for path in real_site().glob("*/assets/**/*") if re.fullmatch(r".+\.[0-9a-f]{8}\.\w+", path.name)]
    assert {path.suffix for path in hashed} >= {".css", ".js", ".woff2"}
    for path in hashed:
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:8] == path.suffixes[-2][1:], path
