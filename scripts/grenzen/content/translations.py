"""Translation state: which translated texts no longer follow the text they were made from, and in which keys.

Every words file and page has a language it was first written in; its other languages are translations. What each
translation was made from stands in ``docs/data/translations.yml``, key by key, as digests of the origin's texts; when
the origin says something else, or gains or loses a key, the translation is *stale* until somebody edits it and accepts.

The design paper of this kit proposed one digest in each translated file (``translated_from``). We keep them in one
file that only ``build.py translations accept`` writes: one digest cannot name the keys that changed, a digest per key
would double every file, and machine data between an author's words invites mistakes. What we gave up: a file copied
alone to another place loses its state and is *unknown* there.

What counts as a change: any other text, and keys that come or go; on a page each heading with what stands beneath it is
a key. What does not: white space, line breaks, comments, the order of keys, Unicode's two ways to write é, keys for one
language alone (``also``, ``flemish``) and everything in front matter but title and description.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from grenzen.content.languages import LANGUAGES
from grenzen.content.load import TRANSLATIONS, load
from grenzen.content.model import ONE_LANGUAGE_ONLY, Library, Page, Thing, TranslationRecord
from grenzen.problems import did_you_mean

State = Literal["fresh", "stale", "unknown"]
_HEAD = """\
# What each translation was made from: digests of the texts of the origin, key by key.
# Written by `build.py translations accept ID`; do not edit by hand.
"""
BEFORE = "before the first heading"
"""The key of what stands above a page's first heading."""

_HOME = {"nl": "nl", "be": "nl", "dk": "da"}
"""Country to the language in which its law lines and contacts are first written."""


@dataclass(frozen=True)
class Translation:
    """A row of the table: one translated file and whether it still follows its origin."""

    kind: str
    """``pages`` or a kind of thing."""
    id: str
    language: str
    path: str
    """The translated file."""
    origin: str
    """The language it is translated from."""
    state: State
    changed: tuple[str, ...]
    """Keys (or headings) of the origin that changed, came or went since it was accepted."""


@dataclass(frozen=True)
class _Pair:
    """A translated file with the texts of its origin as they are now."""

    kind: str
    id: str
    language: str
    path: str
    origin: str
    texts: Mapping[str, str]


class NoSuchTranslationError(Exception):
    """Somebody asked to accept an id that no translation has: ``args`` are the text and the remedy."""


def state(library: Library) -> list[Translation]:
    """Every translated file, sorted by path, with its state and the changed keys."""
    return [_row(library, pair) for pair in _pairs(library)]


def stale(library: Library) -> set[tuple[str, str, str]]:
    """``(kind, id, language)`` of every translation that does not follow its origin; its page says so to readers."""
    return {(row.kind, row.id, row.language) for row in state(library) if row.state == "stale"}


def left_over(library: Library) -> list[str]:
    """Paths in the record that no translation has any more; nothing is said while some content does not load."""
    if library.unread or any(things.keys() != library.names[kind] for kind, things in library.things.items()):
        return []
    return sorted(library.translations.keys() - {pair.path for pair in _pairs(library)})


def accept(root: Path, ids: Iterable[str] | None = None) -> list[str]:
    """Record that translations follow their origin as it is now; returns the paths whose record changed.

    ``ids`` are ids (``death-notice``, ``act/first-hour``), ids with their kind (``scenarios/death-notice``) or paths of
    files; None accepts all. Raises NoSuchTranslationError for an id that nothing has. Records of files that are gone
    are dropped.
    """
    library = load(root).library
    pairs = list(_pairs(library))
    wanted = {pair.path for pair in pairs} if ids is None else {path for one in ids for path in _paths_of(one, pairs)}
    now = {pair.path: _record(pair) for pair in pairs if pair.path in wanted}
    kept = {path: record for path, record in library.translations.items() if (root / path).is_file()}
    _write(root / TRANSLATIONS, {**kept, **now})
    return sorted(path for path in now if now[path] != library.translations.get(path))


def digest(text: str) -> str:
    """Ten characters that change with the text but not with its white space or Unicode form."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:10]


def texts_of(thing: Thing[Any, Any], language: str) -> Iterator[tuple[str, str]]:
    """``(dotted key, text)`` of every translated text of a words file; list entries count from 1."""
    for path, text in thing.texts(language):
        if not ONE_LANGUAGE_ONLY & set(path):
            yield ".".join(str(part + 1) if isinstance(part, int) else part for part in path), text


def sections_of(page: Page) -> Iterator[tuple[str, str]]:
    """``(key, text)`` of a page: title, description, and each heading with what stands beneath it."""
    yield "title", page.facts.title
    yield "description", page.facts.description
    seen: dict[str, int] = {}
    for heading, text in _sections(page.markdown):
        seen[heading] = seen.get(heading, 0) + 1
        yield heading if seen[heading] == 1 else f"{heading} ({seen[heading]})", text


def _sections(markdown: str) -> Iterator[tuple[str, str]]:
    """Headings inside a fence are text of the section around it."""
    heading, lines, fenced = BEFORE, list[str](), False
    for line in [*markdown.split("\n"), None]:
        fenced ^= line is not None and line.lstrip().startswith("```")
        if line is not None and (fenced or not re.match(r"#{1,6} ", line)):
            lines.append(line)
            continue
        if heading != BEFORE or any(one.strip() for one in lines):
            yield heading, "\n".join(lines)
        heading, lines = " ".join((line or "").split()), []


def _pairs(library: Library) -> Iterator[_Pair]:
    found = [*_pairs_of_things(library), *_pairs_of_pages(library)]
    yield from sorted(found, key=lambda pair: pair.path)


def _pairs_of_things(library: Library) -> Iterator[_Pair]:
    for kind, things in library.things.items():
        for thing in things.values():
            origin = origin_of(thing)
            texts = dict(texts_of(thing, origin)) if origin in thing.words else {}
            for language in thing.words.keys() - {origin}:
                yield _Pair(kind, thing.id, language, thing.place(language).path, origin, texts)


def origin_of(thing: Thing[Any, Any]) -> str:
    """The language a thing was first written in: what its facts say, else its country's, else the first of the site."""
    facts: Any = thing.facts
    country = getattr(facts, "country", "")
    return str(getattr(facts, "origin", None) or _HOME.get(country, next(iter(LANGUAGES))))


def _pairs_of_pages(library: Library) -> Iterator[_Pair]:
    for page_id, versions in library.pages.items():
        for language, page in versions.items():
            origin = versions.get(page.facts.origin)
            if origin and origin.language != language:
                yield _Pair("pages", page_id, language, page.path, origin.language, dict(sections_of(origin)))


def _row(library: Library, pair: _Pair) -> Translation:
    known, now = library.translations.get(pair.path), _record(pair)
    changed = _changed(known, now) if known else ()
    found: State = "unknown" if known is None else "stale" if changed else "fresh"
    return Translation(pair.kind, pair.id, pair.language, pair.path, pair.origin, found, changed)


def _changed(known: TranslationRecord, now: TranslationRecord) -> tuple[str, ...]:
    """Keys whose text differs, in the order of the origin; then those that are gone."""
    if known.origin != now.origin:
        return ("origin",)
    differs = [key for key, told in now.keys.items() if known.keys.get(key) != told]
    return (*differs, *(key for key in known.keys if key not in now.keys))


def _record(pair: _Pair) -> TranslationRecord:
    keys = {key: digest(text) for key, text in pair.texts.items()}
    return TranslationRecord.model_construct(origin=pair.origin, keys=keys)  # type: ignore[arg-type]


def _paths_of(name: str, pairs: list[_Pair]) -> list[str]:
    found = [pair.path for pair in pairs if name in (pair.id, f"{pair.kind}/{pair.id}", pair.path)]
    if not found:
        known = {pair.id for pair in pairs}
        raise NoSuchTranslationError(f"there is no translated text with the id '{name}'", did_you_mean(name, known))
    return found


def _write(path: Path, records: Mapping[str, TranslationRecord]) -> None:
    lines = [_HEAD + "files:" + ("" if records else " {}")]
    for name, record in sorted(records.items()):
        lines += [f"  {_quoted(name)}:", f"    origin: {record.origin}", "    keys:" + ("" if record.keys else " {}")]
        lines += [f"      {_quoted(key)}: {told}" for key, told in sorted(record.keys.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    """A key as YAML reads it back unchanged: bare where that is certain, else in single quotes."""
    return text if re.fullmatch(r"[A-Za-z][\w./-]*", text) else "'" + text.replace("'", "''") + "'"
