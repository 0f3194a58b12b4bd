"""The fonts, the colours and the words that every printed thing stands on."""

from __future__ import annotations

import pytest
from grenzen.colours import PRIMARY, QUIET, THEMES, Accent, contrast
from grenzen.outputs.typesetting.glyphs import characters, missing, named
from grenzen.outputs.typesetting.press import FONTS, ICONS


@pytest.mark.parametrize("accent", [PRIMARY, *THEMES.values()], ids=["primary", *THEMES])
def test_accents_can_be_read(accent: Accent) -> None:
    assert contrast(accent.light, "#ffffff") >= 4.5
    assert contrast(accent.dark, "#1e2129") >= 4.5
    assert contrast(QUIET, "#ffffff") >= 4.5


def test_accents_differ() -> None:
    assert len({accent.light for accent in [PRIMARY, *THEMES.values()]}) == len(THEMES) + 1


def test_fonts_print_our_languages_and_many_names() -> None:
    assert missing("æøåÆØÅéèëïüçÇłşčžőñ “”»«…–—’ € 0123", FONTS) == []
    assert missing("♥漢", FONTS) == ["♥", "漢"]
    assert named("♥") == "'♥' (U+2665, black heart suit)"
    assert len(characters(FONTS)) > 300


def test_fonts_and_icons_come_with_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ICONS / "LICENSE.txt").read_text(encoding="utf-8")
