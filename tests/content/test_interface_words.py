"""The interface's own words keep to the rules of style that authors keep to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from grenzen.checks.style import breaches
from grenzen.checks.texts import Passage
from grenzen.content.languages import LANGUAGES
from grenzen.content.load import load
from grenzen.problems import Place
from grenzen.words import words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_interface_words_keep_to_the_rules_of_style(language: str) -> None:
    library = load(ROOT).library
    texts = words(language).texts
    assert texts
    found = []
    for key, text in texts.items():
        place = Place(f"scripts/grenzen/words/{language}.yml")
        plain = re.sub(r"\{[^{}]*\}", "x", text)
        passage = Passage(plain, language, "words", (key,), frozenset(), lambda at, place=place: place)  # type: ignore[misc]
        found += [f"{key}: {breach.problem.text}" for breach in breaches(library, passage)]
    assert found == []
