"""A page whose translation is behind says so; its origin does not, and neither does a page that follows."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from grenzen.content.load import load
from grenzen.content.model import Library
from grenzen.content.translations import accept
from grenzen.outputs import pages
from grenzen.words import words

TINY = Path(__file__).resolve().parents[1] / "tiny"


def edited(folder: Path, name: str, old: str, new: str) -> Library:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load(folder).library


def notices(library: Library, language: str) -> list[str]:
    made = pages.make(library, language, date(2026, 1, 1))
    return sorted(path for path, text in made.files.items() if words(language)("pages.stale") in text)


def test_a_stale_case_says_so_in_the_readers_language_until_it_is_accepted(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    accept(tmp_path)
    facts = (tmp_path / "scenarios/first-case/facts.yml").read_text(encoding="utf-8")
    origin, other = ("nl", "da") if "origin: nl" in facts else ("da", "nl")
    library = edited(tmp_path, f"scenarios/first-case/{origin}.yml", "title: ", "title: Ny ")
    assert notices(library, other) == [f"{other}/cases/first-case.md"]
    assert notices(library, origin) == []
    accept(tmp_path)
    assert notices(load(tmp_path).library, other) == []


def test_a_stale_page_says_so_beneath_its_heading_and_the_emergency_numbers(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    accept(tmp_path)
    page = tmp_path / "docs/nl/act/first-hour.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEr komt een zin bij.\n", encoding="utf-8")
    library = load(tmp_path).library
    assert notices(library, "da") == ["da/act/first-hour.md"]
    text = pages.make(library, "da", date(2026, 1, 1)).files["da/act/first-hour.md"]
    heading, emergency, notice = (text.index(part) for part in ("\n# ", "emergency", words("da")("pages.stale")))
    assert heading < emergency < notice, "the notice stands beneath the heading and never above the numbers to call"
