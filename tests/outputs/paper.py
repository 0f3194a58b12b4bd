"""Small libraries for tests of cards and sheets, and what a test reads back from a PDF."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pdfplumber
import pikepdf
from grenzen.content.load import load
from grenzen.content.model import Library

ROOT = Path(__file__).resolve().parents[2]
CASES = ("about-your-colleague", "beach-photo", "death-notice", "tagged-again", "you-are-live")
"""Five cases of four themes: a full sheet of four and a last one with a single card."""
FROZEN = Path(__file__).parent / "scenarios"
"""A case that no editor touches, for figures and messages that are tested to the letter."""
MM = 72 / 25.4


def library(
    folder: Path, cases: Iterable[str] = CASES, changes: Mapping[str, tuple[str, str]] | None = None
) -> Library:
    """Our own vocabularies, lists and plans with a few cases; ``changes`` maps a file to a text and its replacement."""
    for part in ("docs/data", "docs/nl/team", "docs/da/team"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    for case in cases:
        kept = FROZEN / case
        shutil.copytree(
            kept if kept.is_dir() else ROOT / "scenarios" / case, folder / "scenarios" / case, dirs_exist_ok=True
        )
    for name, (before, after) in (changes or {}).items():
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text, f"{before!r} no longer stands in {name}"
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    loaded = load(folder)
    assert not loaded.problems, loaded.problems
    return loaded.library


def texts(pdf: bytes) -> list[str]:
    """The text of each page, hyphens at line ends undone, white space evened out."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        pages = [page.extract_text() or "" for page in document.pages]
    return [" ".join(re.sub(r"-\n(?=[a-zæøåéëï])", "", page).split()) for page in pages]


def letters(text: str) -> str:
    """Only letters and digits: what must be the same however lines were broken."""
    return re.sub(r"\W", "", text)


def places(pdf: bytes, words: Iterable[str]) -> list[dict[str, tuple[float, float]]]:
    """Per page: where each word that stands alone is first found, as (middle, top) in mm."""
    wanted = set(words)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = []
        for page in document.pages:
            here: dict[str, tuple[float, float]] = {}
            for word in page.extract_words():
                if word["text"] in wanted:
                    here.setdefault(word["text"], ((word["x0"] + word["x1"]) / 2 / MM, word["top"] / MM))
            found.append(here)
    return found


def sizes(pdf: bytes) -> set[tuple[float, float]]:
    """The paper sizes of all pages in mm."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        boxes = [[float(edge) for edge in page.mediabox] for page in document.pages]
    return {(round((box[2] - box[0]) / MM, 1), round((box[3] - box[1]) / MM, 1)) for box in boxes}
