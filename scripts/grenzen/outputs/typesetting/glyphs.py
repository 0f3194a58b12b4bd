"""Which characters the shipped fonts can print, read from the fonts' own tables; no library needed for that.

Reads table ``cmap`` formats 4 and 12 (https://learn.microsoft.com/typography/opentype/spec/cmap), which is all that
our fonts have. Typst would print an empty box or stop; here the author gets the character, the field and the place.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

INVISIBLE = {"\u00ad", "\u200b", "\u2060", "\n", "\t"}
"""Soft hyphen, break opportunities and white space print nothing and need no glyph."""


def missing(text: str, folder: Path) -> list[str]:
    """The characters of ``text`` that no glyph stands for, each once, in reading order."""
    known = characters(folder)
    return [char for char in dict.fromkeys(text) if ord(char) not in known and char not in INVISIBLE]


def named(character: str) -> str:
    """How a Problem names a character: ``'♥' (U+2665, black heart suit)``."""
    return f"'{character}' (U+{ord(character):04X}, {unicodedata.name(character, 'unnamed').lower()})"


@cache
def characters(folder: Path) -> frozenset[int]:
    """The code points that every font of the folder has."""
    return frozenset.intersection(*(_code_points(path.read_bytes()) for path in sorted(folder.glob("*.ttf"))))


def _code_points(font: bytes) -> frozenset[int]:
    tables = struct.unpack_from(">H", font, 4)[0]
    for at in range(12, 12 + 16 * tables, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, at)
        if tag == b"cmap":
            return _cmap(font, offset)
    raise ValueError("the font has no cmap table")


def _cmap(font: bytes, start: int) -> frozenset[int]:
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, offset)[0]
        if kind == 4:
            found |= _segments(font, offset)
        elif kind == 12:
            found |= _groups(font, offset)
    return frozenset(found)


def _segments(font: bytes, offset: int) -> set[int]:
    """Format 4. Segments are taken whole: our fonts map no code point inside a segment to the missing glyph."""
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * count)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1) if code < 0xFFFF}


def _groups(font: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">I", font, offset + 12)[0]
    groups = (struct.unpack_from(">III", font, offset + 16 + 12 * at) for at in range(count))
    return {code for first, last, _ in groups for code in range(first, last + 1)}
