"""Read all content into a Library, with a Problem (file, line, column, remedy) for all that is wrong, all at once.

Reads, never judges what one file alone cannot know: whether a referenced page exists is for ``checks``. Content is
data, never code: strict YAML (see ``locate``), only known file types, no symlinks, no path that leaves its folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from grenzen.content import locate
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
    Thing,
)  # fmt: skip
from grenzen.problems import Place, Problem, did_you_mean
from pydantic import ValidationError
from pydantic_core import ErrorDetails

IGNORED = re.compile(
    r"^(\..*|.*~|~\$.*|#.*#|.*\.(bak|tmp|swp|orig|docx?|xlsx?|pptx?|odt|ods|odp)|Thumbs\.db|desktop\.ini)$"
)
"""Files that editors and office programs leave lying about: never read, never copied."""


@dataclass
class Loaded:
    """What came out of the reading: a Library of all that was sound, and every Problem."""

    library: Library
    problems: list[Problem]


def load(root: Path, *more_roots: Path) -> Loaded:
    """Read the content below ``root``; each of ``more_roots`` (an organisation's folder) replaces by id.

    Raises nothing for an author's mistake: what cannot be read is a Problem and is missing from the Library.
    """
    reader = _Reader()
    for folder in (root, *more_roots):
        reader.read(folder, prefix="" if folder == root else f"{folder.name}/")
    return Loaded(reader.library(), sorted(reader.problems))


@dataclass
class _Reader:
    problems: list[Problem] = field(default_factory=list)
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    things: dict[str, dict[str, Thing[Any, Any]]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    names: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in ("pages", *_kind_names())})
    points: SourcePointsFile = field(default_factory=lambda: SourcePointsFile(points={}))
    synonyms: dict[str, list[list[str]]] = field(default_factory=dict)
    places: dict[str, locate.Located] = field(default_factory=dict)
    root: Path = Path()
    prefix: str = ""

    def read(self, root: Path, prefix: str) -> None:
        self.root, self.prefix = root, prefix
        for kind in KINDS:
            self._read_kind(kind)
        for language in LANGUAGES:
            self._read_pages(language)
        self._read_points()
        self._read_synonyms()

    def library(self) -> Library:
        return Library(
            pages=dict(sorted(self.pages.items())),
            things={kind: dict(sorted(found.items())) for kind, found in self.things.items()},
            names={kind: frozenset(ids) for kind, ids in self.names.items()},
            points=self.points,
            synonyms=self.synonyms,
            places=self.places,
        )

    # ── things: a folder with facts and words ──

    def _read_kind(self, kind: Kind) -> None:
        folder = self.root / kind.folder
        if not folder.is_dir():
            return
        for thing in [folder] if kind.alone else self._folders(folder):
            self._read_thing(kind, thing)

    def _folders(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if not entry.is_dir():
                self._problem(entry, "files", f"'{entry.name}' is not a folder", "Each thing has a folder of its own")
            elif not re.fullmatch(SLUG, entry.name):
                remedy = "Use English words in lower case with hyphens"
                self._problem(entry, "ids", f"'{entry.name}' is not a valid id", remedy)
            else:
                yield entry

    def _read_thing(self, kind: Kind, folder: Path) -> None:
        self.names[kind.name].add(folder.name)
        wanted = {"facts": kind.facts, **dict.fromkeys(LANGUAGES, kind.words)}
        self._refuse_other_files(folder, [f"{name}.yml" for name in wanted])
        located = {name: self._read_yaml(folder / f"{name}.yml") for name in wanted}
        shapes = {name: self._shape(shape, located[name]) for name, shape in wanted.items()}
        words = {name: shapes[name] for name in LANGUAGES if shapes[name] is not None}
        if shapes["facts"] is not None and len(words) == len(LANGUAGES):
            thing = Thing(folder.name, kind.name, shapes["facts"], words, located)
            self.things[kind.name][folder.name] = thing

    def _refuse_other_files(self, folder: Path, known: Sequence[str]) -> None:
        for entry in self._entries(folder):
            if entry.name not in known:
                remedy = did_you_mean(entry.name, known) or f"Only {', '.join(known)} belong in this folder"
                self._problem(entry, "files", f"'{entry.name}' is not read", remedy)

    def _entries(self, folder: Path) -> list[Path]:
        """What lies in a folder, sorted; leftovers of editors are passed over, symlinks are refused."""
        entries = []
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if IGNORED.match(entry.name):
                continue
            if entry.is_symlink():
                self._problem(entry, "files", "symbolic links are not followed", "Put the file itself here")
            else:
                entries.append(entry)
        return entries

    def _read_yaml(self, path: Path) -> locate.Located:
        text = self._read_text(path)
        if text is None:
            return locate.Located(problems=[Problem(self._place(path), "files", "unreadable")])
        located = locate.parse(text, self._place(path).path)
        self.problems += located.problems
        return located

    def _read_text(self, path: Path) -> str | None:
        if path.is_symlink() or not os.path.isfile(path):
            if not path.is_symlink():
                self._problem(path, "files", "this file is missing", "Write it; the other language shows its keys")
            return None
        text, problems = locate.read_text(path.read_bytes(), self._place(path).path)
        self.problems += problems
        return None if problems else text

    def _shape(self, shape: type[Shape], located: locate.Located) -> Shape | None:
        if located.problems:
            return None
        try:
            return shape.model_validate(located.value if located.value not in (None, "") else {})
        except ValidationError as error:
            self.problems += [explain(detail, shape, located) for detail in error.errors()]
            return None

    # ── pages: Markdown with front matter ──

    def _read_pages(self, language: str) -> None:
        folder = self.root / "docs" / language
        if folder.is_dir():
            for path in self._walk(folder):
                self._read_page(language, path, path.relative_to(folder).with_suffix("").as_posix())

    def _walk(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_dir():
                yield from self._walk(entry)
            elif entry.suffix == ".md":
                yield entry
            else:
                self._problem(entry, "files", f"'{entry.name}' is not read", "Pages are .md files")

    def _read_page(self, language: str, path: Path, page_id: str) -> None:
        self.names["pages"].add(page_id)
        if not re.fullmatch(f"{SLUG}(/{SLUG})*", page_id):
            self._problem(path, "ids", f"'{page_id}' is not a valid page id", "Use lower case words with hyphens")
            return
        text = self._read_text(path)
        if text is None:
            return
        front, markdown, first_line = split_front_matter(text)
        if front is None:
            self._problem(
                path, "front-matter", "the page has no front matter", "Start it with a block between two --- lines"
            )
            return
        located = locate.parse(front, self._place(path).path, first_line=2)
        self.problems += located.problems
        facts = self._shape(PageFacts, located)
        self.places[self._place(path).path] = located
        if isinstance(facts, PageFacts):
            page = Page(page_id, language, facts, markdown, self._place(path).path, first_line)
            self.pages.setdefault(page_id, {})[language] = page

    # ── single files ──

    def _read_points(self) -> None:
        path = self.root / "docs/data/source-points.yml"
        if path.exists():
            located = self._read_yaml(path)
            self.places[self._place(path).path] = located
            points = self._shape(SourcePointsFile, located)
            if isinstance(points, SourcePointsFile):
                self.points = points

    def _read_synonyms(self) -> None:
        folder = self.root / "docs/data/synonyms"
        for language in LANGUAGES:
            path = folder / f"{language}.yml"
            if not path.exists():
                continue
            located = self._read_yaml(path)
            self.places[self._place(path).path] = located
            if _is_list_of_word_lists(located.value):
                self.synonyms.setdefault(language, []).extend(located.value)  # type: ignore[arg-type]
            elif not located.problems:
                self._problem(
                    path, "synonyms", "this is not a list of word groups", "Write '- [word, other word]' lines"
                )

    # ── telling ──

    def _place(self, path: Path) -> Place:
        return Place(self.prefix + PurePosixPath(path.relative_to(self.root)).as_posix())

    def _problem(self, path: Path, rule: str, text: str, remedy: str) -> None:
        self.problems.append(Problem(self._place(path), rule, text, remedy))


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """``(front matter, Markdown, line at which the Markdown starts)``; front matter is None when there is none."""
    match = re.match(r"---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        return None, text, 1
    return match[1], text[match.end() :], text[: match.end()].count("\n") + 1


def explain(detail: ErrorDetails, shape: type[Shape], located: locate.Located) -> Problem:
    """One pydantic error as a Problem for the author: place, plain words, a near word where there is one."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    kind = detail["type"]
    name = path[-1] if path else "file"
    if kind == "missing":
        return Problem(located.place(path[:-1]), "shape", f"the key '{name}' is missing", "Add it")
    if kind == "extra_forbidden":
        known = _keys_of(shape, path[:-1])
        remedy = did_you_mean(str(name), known) or f"Known here: {', '.join(sorted(known))}"
        return Problem(located.place(path, key=True), "shape", f"unknown key '{name}'", remedy)
    if kind == "literal_error" or "enum" in kind:
        allowed = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        remedy = did_you_mean(str(detail["input"]), allowed) or f"One of: {', '.join(allowed)}"
        return Problem(located.place(path), "shape", f"'{detail['input']}' is not allowed for '{name}'", remedy)
    text, remedy = _plain_words(kind, detail)
    return Problem(located.place(path), "shape", f"'{name}' {text}" if isinstance(name, str) else text, remedy)


def _plain_words(kind: str, detail: ErrorDetails) -> tuple[str, str]:
    given, limits = detail["input"], detail.get("ctx", {})
    if kind == "string_type" and isinstance(given, dict):
        return "is a mapping where a text belongs", "Quote this line: an unquoted ': ' makes a mapping"
    if kind == "string_type":
        return "is a list where a text belongs", "Write one text, quoted if it starts with '-' or '['"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "is a text or list where keys belong", "Write 'key: value' lines beneath it"
    if kind == "list_type":
        return "is not a list", "Write '[a, b]' or '- a' lines"
    if kind == "string_pattern_mismatch":
        return (
            f"'{given}' does not have the right form",
            "Lower case letters, digits and hyphens; a source point is like S1-04",
        )
    if kind == "string_too_short":
        return "is empty", "Write something or remove the key"
    if kind == "string_too_long":
        return f"has {len(str(given))} characters; at most {limits.get('max_length')} fit", "Shorten it"
    if kind in ("too_short", "too_long"):
        least, most = limits.get("min_length"), limits.get("max_length")
        return f"has {limits.get('actual_length')} entries", f"At least {least}" if least else f"At most {most}"
    if kind == "int_type":
        return f"'{given}' is not a whole number", "Write digits only"
    if kind.startswith("date"):
        return f"'{given}' is not a date", "Write it like 2026-04-15"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{given} is out of range", f"From {limits['ge']}" if "ge" in limits else f"Up to {limits['le']}"
    if kind == "value_error":
        return str(limits.get("error", detail["msg"])), ""
    return detail["msg"], ""


def _keys_of(shape: type[Shape], path: tuple[Any, ...]) -> set[str]:
    """The known keys of the model that sits at ``path`` inside ``shape``."""
    current: Any = shape
    for part in path:
        current = _inner_shape(current, part)
        if current is None:
            return set()
    return set(current.model_fields)


def _inner_shape(shape: Any, part: str | int) -> Any:
    fields: Mapping[str, Any] = getattr(shape, "model_fields", {})
    if part not in fields:
        return shape if isinstance(part, int) or not fields else _first_shape(shape) or shape
    return _first_shape(fields[str(part)].annotation)


def _first_shape(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for inner in getattr(annotation, "__args__", ()) if (found := _first_shape(inner))), None)


def _is_list_of_word_lists(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(group, list) and all(isinstance(word, str) for word in group) for group in value
    )


def _kind_names() -> list[str]:
    return [kind.name for kind in KINDS]
