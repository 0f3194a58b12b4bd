"""What holds on every built site, ours and the tiny ones: functions from its folder to complaints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from grenzen.policy import POLICY
from reading import Page, read

LEADS_AWAY = {"https", "http", "mailto", "tel", "about"}


def pages(site: Path) -> list[Page]:
    """Every page of the site."""
    return [read(path) for path in sorted(site.rglob("*.html"))]


def links_and_anchors_exist(site: Path) -> Iterator[str]:
    """Links, pictures, styles and scripts lead to files that are there, and anchors to ids on their page."""
    for page in pages(site):
        for address in [*page.links, *page.loads]:
            parts = urlsplit(address)
            if parts.scheme in LEADS_AWAY or address.startswith("data:"):
                continue
            target = Path(os.path.normpath(page.path.parent / unquote(parts.path))) if parts.path else page.path
            if parts.scheme or parts.netloc or address.startswith("/") or not target.is_file():
                yield f"{_name(site, page)}: {address} leads nowhere"
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read(target).ids:
                yield f"{_name(site, page)}: {address} has no such anchor"


def nothing_is_loaded_from_elsewhere(site: Path) -> Iterator[str]:
    """Pages load what lies on the site; links may lead away, loading may not."""
    for page in pages(site):
        for address in page.loads:
            if urlsplit(address).scheme not in ("", "data") or address.startswith("//"):
                yield f"{_name(site, page)}: loads {address}"


def style_sheets_stay_here(site: Path) -> Iterator[str]:
    """The same for what style sheets name."""
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        if "@import" in text or "//" in text.replace("http://www.w3.org/2000/svg", ""):
            yield f"{path.relative_to(site)}: names an address elsewhere"


def nothing_is_inline(site: Path) -> Iterator[str]:
    """No inline script, style or handler, no generator, no alternate links."""
    for page in pages(site):
        yield from (f"{_name(site, page)}: {what}" for what in page.forbidden)


def the_policy_is_on_every_page(site: Path) -> Iterator[str]:
    """The content security policy, to the letter."""
    yield from (f"{_name(site, page)}: '{page.policy}'" for page in pages(site) if page.policy != POLICY)


def pages_declare_the_language_of_their_folder(site: Path) -> Iterator[str]:
    """``nl/…`` says ``lang="nl"``; the door says its first language."""
    languages = sorted(path.name for path in site.iterdir() if (path / "index.html").is_file())
    for page in pages(site):
        folder = page.path.relative_to(site).parts[0]
        if page.language != (folder if folder in languages else page.language or "none"):
            yield f"{_name(site, page)}: lang='{page.language}'"


def titles_are_unique(site: Path) -> Iterator[str]:
    """Within a language no two pages have one title: tabs, bookmarks and screen readers tell pages apart by it."""
    seen: dict[tuple[str, str], str] = {}
    for page in pages(site):
        name, key = _name(site, page), (page.path.relative_to(site).parts[0], page.title)
        if not page.title:
            yield f"{name}: no title"
        elif key in seen:
            yield f"{name}: '{page.title}' is also the title of {seen[key]}"
        seen[key] = name


def ids_are_unique(site: Path) -> Iterator[str]:
    """An anchor leads to one place."""
    for page in pages(site):
        twice = sorted({one for one in page.ids if page.ids.count(one) > 1})
        yield from (f"{_name(site, page)}: id '{one}' twice" for one in twice)


def no_page_is_empty(site: Path) -> Iterator[str]:
    """Every page of a language says something below its heading; the door and the error page have no article."""
    for page in pages(site):
        if page.path.parent != site and page.path.name != "404.html" and len(page.main.splitlines()) < 2:
            yield f"{_name(site, page)}: nothing below the heading"


def languages_have_the_same_pages(site: Path) -> Iterator[str]:
    """Parity makes the language switch lead somewhere."""
    sets = {
        path.name: {one.relative_to(path).as_posix() for one in path.rglob("*.html")}
        for path in site.iterdir()
        if (path / "index.html").is_file()
    }
    for language, mine in sorted(sets.items()):
        for other, theirs in sorted(sets.items()):
            yield from (f"{other}/{name} is there, {language}/{name} is not" for name in sorted(theirs - mine))


def nothing_unused_is_shipped(site: Path) -> Iterator[str]:
    """No source maps, sitemaps, theme files or fonts in a form that only the typesetter reads."""
    for pattern in ("*.map", "sitemap*", "*.min.js", "*.min.css", "*.ttf"):
        yield from (str(path.relative_to(site)) for path in sorted(site.rglob(pattern)))


INVARIANTS: list[Callable[[Path], Iterator[str]]] = [
    links_and_anchors_exist, nothing_is_loaded_from_elsewhere, style_sheets_stay_here, nothing_is_inline,
    the_policy_is_on_every_page, pages_declare_the_language_of_their_folder, titles_are_unique, ids_are_unique,
    no_page_is_empty, languages_have_the_same_pages, nothing_unused_is_shipped,
]  # fmt: skip


def _name(site: Path, page: Page) -> str:
    return page.path.relative_to(site).as_posix()
