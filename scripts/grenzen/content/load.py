"""Read all content into a Library, with a Problem (file, line, column, remedy) for all that is wrong, all at once.

Reads, never judges what one file alone cannot know: whether a referenced page exists is for ``checks``. Content is
data, never code: strict YAML (see ``locate``), only known files, no symlinks, no path that leaves its folder (see
``files``). How a wrong value is told stands in ``explain``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from grenzen.content import locate
from grenzen.content.assets import assets
from grenzen.content.edition import WHOLE, Edition
from grenzen.content.explain import explain
from grenzen.content.files import RESERVED, Files, printable
from grenzen.content.languages import LANGUAGES
from grenzen.content.model import (
    KINDS,
    SLUG,
    Kind,
    Library,
    Page,
    PageFacts,
    Shape,
    SourcePointsFile,
    StyleExceptions,
    StyleFile,
    Thing,
    TranslationRecord,
    TranslationsFile,
)
from grenzen.problems import Problem
from pydantic import ValidationError

POINTS, TRANSLATIONS = "docs/data/source-points.yml", "docs/data/translations.yml"
SYNONYMS, KEYWORDS = "docs/data/synonyms", "docs/data/keywords"
STYLE, EXCEPTIONS = "docs/data/style", "docs/data/style/exceptions.yml"
IN_DOCS = ("data", "assets", *LANGUAGES)
IN_DATA = (
    *("source-points.yml", "translations.yml", "style", "synonyms", "keywords"),
    *(kind.folder.removeprefix("docs/data/") for kind in KINDS if kind.folder.startswith("docs/data/")),
)
"""What may stand in docs/ and docs/data/: a folder with a misspelt name would silently be read by nobody."""

MACHINE_WRITTEN = 16 * 1024 * 1024
"""Bytes that a file written by a program may have."""

AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass
class Loaded:
    """What came out of the reading: a Library of all that was sound, and every Problem."""

    library: Library
    problems: list[Problem]


def load(root: Path, edition: Edition = WHOLE) -> Loaded:
    """Read the content below ``root``; what the edition's organisation has in its folder replaces ours by id.

    Raises nothing for an author's mistake: what cannot be read is a Problem and is missing from the Library.
    """
    reader = _Reader(Files(root))
    reader.read()
    if edition.organisation:
        own = edition.organisation
        reader.files = Files(own.folder, own.prefix, reader.files.problems)
        reader.languages = edition.codes
        reader.read()
    return Loaded(replace(reader.library(), edition=edition), sorted(set(reader.files.problems)))


@dataclass
class _Reader:
    files: Files
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    things: dict[str, dict[str, Thing[Any, Any]]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    names: dict[str, set[str]] = field(default_factory=lambda: {"pages": set(), **{kind.name: set() for kind in KINDS}})
    points: SourcePointsFile = field(default_factory=lambda: SourcePointsFile(points={}))
    synonyms: dict[str, list[list[str]]] = field(default_factory=dict)
    keywords: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    style: dict[str, StyleFile] = field(default_factory=dict)
    exceptions: dict[str, StyleExceptions] = field(default_factory=dict)
    translations: dict[str, TranslationRecord] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)
    places: dict[str, locate.Located] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    languages: tuple[str, ...] = tuple(LANGUAGES)
    """The languages that must be there: all of them for ours, an organisation's own for theirs."""

    def read(self) -> None:
        """Read everything below the root of ``files``."""
        for folder, known in (("docs", IN_DOCS), ("docs/data", IN_DATA)):
            if self._is_folder(folder):
                self.files.only(self.files.root / folder, known)
        for kind in KINDS:
            self._read_kind(kind)
        for language in self.languages:
            self._read_pages(language)
        self._read_single_files()
        self.assets |= assets(self.files)

    def library(self) -> Library:
        return Library(
            pages=dict(sorted(self.pages.items())),
            things={kind: dict(sorted(found.items())) for kind, found in self.things.items()},
            names={kind: frozenset(ids) for kind, ids in self.names.items()},
            points=self.points,
            synonyms=self.synonyms,
            keywords=self.keywords,
            places=self.places,
            style=self.style,
            exceptions=self.exceptions,
            translations=self.translations,
            assets=frozenset(self.assets),
            unread=frozenset(self.unread),
        )

    # ── things: a folder with facts and words ──

    def _read_kind(self, kind: Kind) -> None:
        folder = self.files.root / kind.folder
        if self.files.is_folder(folder):
            for thing in [folder] if kind.alone else self._folders(folder):
                self._read_thing(kind, thing)

    def _folders(self, folder: Path) -> Iterator[Path]:
        for entry in self.files.entries(folder):
            name = printable(entry.name)
            if not entry.is_dir():
                self.files.refuse(entry, "files", f"'{name}' is not a folder", "Each thing has a folder of its own")
            elif entry.name in RESERVED:
                self.files.refuse(entry, "ids", f"Windows keeps the name '{name}' for itself", "Choose another id")
            elif not re.fullmatch(SLUG, entry.name):
                remedy = "Use English words in lower case with hyphens"
                self.files.refuse(entry, "ids", f"'{name}' is not a valid id", remedy)
            else:
                yield entry

    def _read_thing(self, kind: Kind, folder: Path) -> None:
        self.names[kind.name].add(folder.name)
        wanted = {"facts": kind.facts, **dict.fromkeys(self.languages, kind.words)}
        self.files.only(folder, [f"{name}.yml" for name in ("facts", *LANGUAGES)])
        located = {name: self._read_yaml(folder / f"{name}.yml") for name in wanted}
        shapes = {name: self._shape(shape, located[name]) for name, shape in wanted.items()}
        facts, words = shapes["facts"], {name: made for name in self.languages if (made := shapes[name]) is not None}
        if facts is not None and len(words) == len(self.languages):
            places = {name: found for name, found in located.items() if found is not None}
            self.things[kind.name][folder.name] = Thing(folder.name, kind.name, facts, words, places)

    def _read_yaml(self, path: Path, limit: int = locate.MAX_BYTES) -> locate.Located | None:
        """The values of a file, or None with Problems when there is nothing to go on with."""
        text = self.files.text(path, limit)
        located = locate.parse(text, self.files.path(path)) if text is not None else None
        if located and located.value in (None, ""):
            located.problems = located.problems or [_empty(located)]
        if located:
            self.files.problems += located.problems
        if located is None or located.problems:
            self.unread.add(self.files.path(path))
            return None
        return located

    def _shape(self, shape: type[AnyShape], located: locate.Located | None) -> AnyShape | None:
        if located is None:
            return None
        try:
            return shape.model_validate(located.value)
        except ValidationError as error:
            self.files.problems += explain(error.errors(), shape, located)
            self.unread.add(located.place(()).path)
            return None

    # ── pages: Markdown with front matter ──

    def _read_pages(self, language: str) -> None:
        folder = self.files.root / "docs" / language
        if self.files.is_folder(folder):
            for path in self._walk(folder):
                self._read_page(language, path, path.relative_to(folder).with_suffix("").as_posix())

    def _walk(self, folder: Path) -> Iterator[Path]:
        for entry in self.files.entries(folder):
            if entry.is_dir():
                yield from self._walk(entry)
            elif entry.suffix == ".md":
                yield entry
            else:
                self.files.refuse(entry, "files", f"'{printable(entry.name)}' is not read", "Pages are .md files")

    def _read_page(self, language: str, path: Path, page_id: str) -> None:
        if not re.fullmatch(f"{SLUG}(/{SLUG})*", page_id) or RESERVED & set(page_id.split("/")):
            remedy = "Use lower case words with hyphens, and no name that Windows keeps for itself"
            self.files.refuse(path, "ids", f"'{printable(page_id)}' is not a valid page id", remedy)
            return
        self.names["pages"].add(page_id)
        page = self._page(language, path, page_id)
        if page:
            self.pages.setdefault(page_id, {})[language] = page
        else:
            self.unread.add(self.files.path(path))

    def _page(self, language: str, path: Path, page_id: str) -> Page | None:
        text, told = self.files.text(path), self.files.path(path)
        if text is None:
            return None
        front, markdown, first_line = split_front_matter(text)
        if front is None:
            remedy = "Start it with title and description between two lines of ---"
            self.files.refuse(path, "front-matter", "the page has no front matter", remedy)
            return None
        located = locate.parse(front, told, first_line=2)
        self.files.problems += located.problems
        self.places[told] = located
        facts = None if located.problems else self._shape(PageFacts, _as_keys(located))
        return Page(page_id, language, facts, markdown, told, first_line) if facts else None

    # ── single files ──

    def _read_single_files(self) -> None:
        self.points = self._single(POINTS, SourcePointsFile) or self.points
        if self._is_folder(STYLE):
            self.files.only(self.files.root / STYLE, [f"{name}.yml" for name in (*LANGUAGES, "exceptions")])
        for folder in (SYNONYMS, KEYWORDS):
            if self._is_folder(folder):
                self.files.only(self.files.root / folder, [f"{name}.yml" for name in LANGUAGES])
        for language in LANGUAGES:
            style = self._single(f"{STYLE}/{language}.yml", StyleFile)
            self.style |= {language: style} if style else {}
            self._read_synonyms(language)
            self._read_keywords(language)
        exceptions = self._single(EXCEPTIONS, StyleExceptions)
        self.exceptions |= {f"{self.files.prefix}{EXCEPTIONS}": exceptions} if exceptions else {}
        records = self._single(TRANSLATIONS, TranslationsFile, MACHINE_WRITTEN)
        if records:
            self.translations |= {f"{self.files.prefix}{path}": one for path, one in records.files.items()}

    def _single(self, name: str, shape: type[AnyShape], limit: int = locate.MAX_BYTES) -> AnyShape | None:
        located = self._single_located(name, limit)
        return self._shape(shape, located)

    def _single_located(self, name: str, limit: int = locate.MAX_BYTES) -> locate.Located | None:
        path = self.files.root / name
        if not path.exists() or not self.files.is_folder(path.parent):
            return None
        located = self._read_yaml(path, limit)
        if located:
            self.places[self.files.path(path)] = located
        return located

    def _read_synonyms(self, language: str) -> None:
        located = self._single_located(f"{SYNONYMS}/{language}.yml")
        if located and _is_list_of_word_lists(located.value):
            self.synonyms.setdefault(language, []).extend(located.value)  # type: ignore[arg-type]
        elif located:
            what, remedy = "this is not a list of word groups", "Write '- [word, other word]' lines"
            self.files.problems.append(Problem(located.place(()), "synonyms", what, remedy))

    def _read_keywords(self, language: str) -> None:
        located = self._single_located(f"{KEYWORDS}/{language}.yml")
        if located and isinstance(located.value, dict) and _is_list_of_word_lists(list(located.value.values())):
            for page, words in located.value.items():
                self.keywords.setdefault(language, {}).setdefault(page, []).extend(words)  # type: ignore[arg-type]
        elif located:
            what, remedy = "this is not a list of words for each page", "Write 'cases/name: [word, other word]'"
            self.files.problems.append(Problem(located.place(()), "keywords", what, remedy))

    def _is_folder(self, name: str) -> bool:
        return self.files.is_folder(self.files.root / name)


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """``(front matter, Markdown, line at which the Markdown starts)``; front matter is None when there is none."""
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != "---":
        return None, text, 1
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip(" \t") == "---"), None)
    if end is None:
        return None, text, 1
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _as_keys(located: locate.Located) -> locate.Located:
    """Empty front matter means: no keys, so that each missing one is named."""
    located.value = {} if located.value in (None, "") else located.value
    return located


def _empty(located: locate.Located) -> Problem:
    return Problem(located.place(()), "files", "this file is empty", "Write it or remove it")


def _is_list_of_word_lists(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(group, list) and all(isinstance(word, str) for word in group) for group in value
    )
