"""Our stemmers, written out by hand, against what Snowball itself says of the same words."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/assets/js/search"


@pytest.mark.parametrize("language", ["nl", "da"])
def test_stems_are_snowballs_own(browser: Browser, language: str) -> None:
    lines = (ROOT / f"tests/search/stems-{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if not line.startswith("#")]
    page = browser.new_page()
    page.add_script_tag(content="const siteSearch = {};")
    page.add_script_tag(content=(SCRIPTS / f"{language}.js").read_text(encoding="utf-8"))
    stems = page.evaluate("words => words.map(siteSearch.language.stem)", [word for word, _ in pairs])
    page.close()
    assert [[word, stem] for (word, _), stem in zip(pairs, stems, strict=True)] == pairs
