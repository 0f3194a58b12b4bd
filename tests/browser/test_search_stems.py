"""How search reads the forms of a word: ours meet and strangers do not; the Danish stem is Snowball's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/assets/js/search"
MEET = """lines => lines.flatMap(([first, ...others]) => {
  const {fold, stem, root} = siteSearch.language;
  const keys = word => [stem, root].map(key => key(fold(word).replace("-", "")));
  const [ownStem, ownRoot] = keys(first);
  return others.map(word => [`${first} ${word}`, keys(word)[0] === ownStem || keys(word)[1] === ownRoot]);
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content="const siteSearch = {};")
    yield page
    page.close()


def load(page: Page, language: str) -> None:
    """The scripts that know words, without the rest of the engine."""
    for name in ("analyse", language):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))


def rows(name: str) -> list[list[str]]:
    """The words of every line of a file in tests/search."""
    lines = (ROOT / f"tests/search/{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("language", ["nl", "da"])
def test_forms_of_a_word_meet_and_other_words_do_not(page: Page, language: str) -> None:
    load(page, language)
    lines = rows(f"forms-{language}")
    at = lines.index(["apart"])
    lost = [pair for pair, met in page.evaluate(MEET, lines[:at]) if not met]
    mixed = [pair for pair, met in page.evaluate(MEET, lines[at + 1 :]) if met]
    assert (lost, mixed) == ([], [])


def test_danish_stems_are_snowballs_own(page: Page) -> None:
    load(page, "da")
    pairs = rows("stems-da")
    stems = page.evaluate("words => words.map(siteSearch.language.stem)", [word for word, _ in pairs])
    assert [[word, stem] for (word, _), stem in zip(pairs, stems, strict=True)] == pairs
