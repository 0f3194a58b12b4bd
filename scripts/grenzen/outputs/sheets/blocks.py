"""The blocks a sheet is built from, as ``sheet.typ`` wants them: plain dictionaries with a ``kind``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Block = dict[str, Any]


def ticks(title: str, items: Sequence[str], *, spacing: float = 0.75) -> Block:
    """Things to tick off. ``spacing`` in units of the type size."""
    return {"kind": "ticks", "title": title, "items": list(items), "spacing": spacing}


def numbered(title: str, items: Sequence[str], *, spacing: float = 0.8) -> Block:
    """Things in an order that matters."""
    return {"kind": "numbered", "title": title, "items": list(items), "spacing": spacing}


def bullets(title: str, items: Sequence[str]) -> Block:
    """Things in no order."""
    return {"kind": "bullets", "title": title, "items": list(items)}


def prose(title: str, *texts: str) -> Block:
    """Paragraphs."""
    return {"kind": "prose", "title": title, "texts": list(texts)}


def alarm(title: str, text: str) -> Block:
    """What must be seen first."""
    return {"kind": "alarm", "title": title, "text": text}


def lines(title: str, count: int) -> Block:
    """Lines to write on."""
    return {"kind": "lines", "title": title, "count": count}


def fields(names: Sequence[str], widths: Sequence[float]) -> Block:
    """Names with a dotted line each, beside each other."""
    return {"kind": "fields", "names": list(names), "widths": list(widths)}


def form(heads: Sequence[str], widths: Sequence[float], *, rows: int, height: float, title: str = "") -> Block:
    """A table to write in: ``rows`` empty rows of ``height`` mm."""
    return {
        "kind": "form",
        "title": title,
        "heads": list(heads),
        "widths": list(widths),
        "rows": rows,
        "height": height,
    }


def timetable(title: str, heads: tuple[str, str], steps: Sequence[tuple[str, str, str]]) -> Block:
    """Steps as (minutes, title, text)."""
    return {"kind": "timetable", "title": title, "heads": list(heads), "steps": [list(step) for step in steps]}


def contacts(title: str, found: Sequence[Block], *, columns: int = 1) -> Block:
    """Whom to call, in columns of about the same length."""
    return {"kind": "contacts", "title": title, "columns": balanced(found, columns)}


def balanced(found: Sequence[Block], columns: int) -> list[list[Block]]:
    """Cut a list into columns, in order, so that the longest one is as short as it can be by its letters."""
    lengths = [60 + len(str(each)) for each in found]
    for most in range(max(lengths, default=0), sum(lengths) + 1, 20):
        cut = _cut(found, lengths, most)
        if len(cut) <= columns:
            return cut + [[] for _ in range(columns - len(cut))]
    return [list(found)]


def _cut(found: Sequence[Block], lengths: Sequence[int], most: int) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    used = 0
    for each, length in zip(found, lengths, strict=True):
        if parts[-1] and used + length > most:
            parts.append([])
            used = 0
        parts[-1].append(each)
        used += length
    return parts


def strips(count: int, *sides: Block) -> Block:
    """The same strip several times, to cut loose; each side has a title, items and fields."""
    return {"kind": "strips", "count": count, "sides": list(sides)}
