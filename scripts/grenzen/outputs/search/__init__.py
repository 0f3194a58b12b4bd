"""The search output: per language ``engine.js``, ``words.js`` and ``index.js``, scripts that load from file:// too.

``engine.js`` joins the pieces in ``docs/assets/js/search``; ``words.js`` holds synonyms and interface words from the
Library; both are staged with the pages. ``index.js`` comes from the pages as they were built, so that every anchor in
it exists. Nothing is analysed here: folding and stemming happen in the browser, by the one analyser that also reads
what is typed, so that the two cannot drift apart.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from grenzen.content.edition import PER_COUNTRY
from grenzen.content.model import Library
from grenzen.outputs.search import scripts
from grenzen.outputs.search.reader import BuiltPage, Section, read
from grenzen.words import Words, words

FOLDER = "assets/search"
SCRIPTS = scripts.FOLDER
URGENT = ("now", "act/first-hour")
"""Pages that come first when all that was typed stands in their keywords: words of danger."""

HOME_COUNTRIES = {"nl": ("nl", "be"), "da": ("dk",)}
"""Countries whose law and contacts readers of a language most likely look for, home first; the others come behind."""

NEXT_DOOR = 0.92
ABROAD = 0.6
"""What pages of the second country and of all others weigh: on a tie home comes first."""

WEIGHTS = {"law": 0.9, "checked": 0.6, "about": 0.8, "glossary": 0.85, "cards": 0.6}
"""Folders or pages that answer less often than others when the same words stand on both."""

LISTS = ("a-z", "checked", "cards/choose")
"""Pages or folders that only list what stands elsewhere: found by their own name, not by what they list."""


def shared_files(assets: Path) -> dict[str, bytes]:
    """The panel's script for the staging folder, from the pieces below ``assets`` (``docs/assets``)."""
    return {f"assets/{SCRIPTS}/panel.js": scripts.panel(assets).encode()}


def language_files(library: Library, language: str, assets: Path) -> dict[str, bytes]:
    """``<language>/assets/search/engine.js`` and ``words.js`` for the staging folder."""
    told = {"synonyms": library.synonyms.get(language, []), "texts": words(language).below("search")}
    return {
        f"{language}/{FOLDER}/engine.js": scripts.joined(assets, language).encode(),
        f"{language}/{FOLDER}/words.js": _script("told", told),
    }


def index_file(site: Path, staged: Path, language: str) -> dict[str, bytes]:
    """``assets/search/index.js`` for a built language in ``site``; ``staged`` holds its Markdown (kind, keywords)."""
    return {f"{FOLDER}/index.js": _script("pages", list(_pages(site, staged, words(language))))}


def _pages(site: Path, staged: Path, say: Words) -> Iterator[Mapping[str, Any]]:
    for path in sorted(staged.rglob("*.md")):
        page_id = path.relative_to(staged).with_suffix("").as_posix()
        built = site / f"{page_id}.html"
        if not built.is_file():
            continue
        front = _front_matter(path.read_text(encoding="utf-8"))
        page = read(built.read_text(encoding="utf-8"), page_id)
        if page is None:
            continue
        sections = _sections(page, page_id, html.unescape(front.get("description", "")), say)
        yield {
            "url": f"{page_id}.html",
            "title": page.title,
            "kind": _kind(page_id),
            "keywords": [*map(html.unescape, front.get("keywords", [])), *page.labels],
            "weight": _weight(page_id, say.language),
            "urgent": page_id in URGENT,
            "sections": [_row(section) for section in sections],
        }


def _sections(page: BuiltPage, page_id: str, description: str, say: Words) -> list[Section]:
    """The sections that say something themselves; the first one begins with the page's description."""
    if {page_id, page_id.partition("/")[0]} & set(LISTS):
        return [Section("", text=description)]
    top = page.sections[0]
    text = top.text if description in top.text else f"{description} {top.text}".strip()
    further = say("pages.case.further")
    return [replace(top, text=text), *(one for one in page.sections[1:] if one.heading != further)]


def _kind(page_id: str) -> str:
    """A page's kind from where it stands; lists (``cases/index``) are pages like any other."""
    folder, _, name = page_id.rpartition("/")
    made = {"cases": "case", "checklists": "checklist", "sessions": "session"}
    return made.get(folder, "page") if name != "index" else "page"


def _weight(page_id: str, language: str) -> float:
    folder, _, name = page_id.partition("/")
    home, *next_door = HOME_COUNTRIES[language]
    nearness = 1.0 if folder not in PER_COUNTRY or name == home else NEXT_DOOR if name in next_door else ABROAD
    return round(WEIGHTS.get(folder, 0.8 if name == "index" else 1) * nearness, 2)


def _row(section: Section) -> list[str]:
    """Anchor, heading, text and, where it differs from the page's, the kind."""
    row = [section.anchor, section.heading, section.text]
    return [*row, section.kind] if section.kind else row


def _front_matter(text: str) -> dict[str, Any]:
    """The front matter of a staged page: ``key: JSON`` lines, as ``outputs/pages/front.py`` writes them."""
    block = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    lines = block[1].splitlines() if block else []
    return {key: _value(value) for key, _, value in (line.partition(": ") for line in lines)}


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _script(name: str, value: object) -> bytes:
    """A classic script: it loads from file:// and under ``script-src 'self'``, where fetching JSON does not."""
    return f"siteSearch.{name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()
