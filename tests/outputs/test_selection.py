"""A selection of one's own: what it finds and what it says when it cannot."""

from __future__ import annotations

import pytest
from grenzen.content.model import Library
from grenzen.outputs.cards.formats import FORMATS
from grenzen.outputs.cards.selection import select
from outputs.paper import library


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("five"))


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("level<=2", {"about-your-colleague", "beach-photo", "tagged-again", "you-are-live"}),
        ("level>2,theme=threat", {"death-notice"}),
        ("sector=home-care", {"you-are-live"}),
        ("theme=threat|client", {"death-notice", "tagged-again"}),
        ("theme!=threat, level = 1", {"beach-photo", "tagged-again"}),
        ("harm=covert-recording", {"you-are-live"}),
        ("note=death-threat", {"death-notice"}),
        ("id=tagged-again|beach-photo", {"beach-photo", "tagged-again"}),
    ],
)
def test_finds(five: Library, expression: str, found: set[str]) -> None:
    selection = select(five, expression)
    assert (set(selection.scenarios), selection.problems) == (found, [])


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("sektor=home-care", "--select:1:1: unknown condition 'sektor'. Did you mean 'sector'?"),
        ("sector=home-caer", "--select:1:1: unknown sector 'home-caer'. Did you mean 'home-care'?"),
        ("level<=two", "--select:1:1: 'two' is not a whole number. Write it like level<=2."),
        ("theme<threat", "--select:1:1: 'theme' cannot be compared with '<'. Write theme=… or theme!=…."),
        ("level", "--select:1:1: 'level' is not a condition. Write it like level<=2 or sector=home-care."),
        ("level=4", "--select:1:1: no case fits 'level=4'. Leave a part out."),
    ],
)
def test_says(five: Library, expression: str, said: str) -> None:
    assert [str(problem) for problem in select(five, expression).problems] == [said]


def test_every_format_counts_its_paper() -> None:
    assert {name: FORMATS[name].sheets(5) for name in ("a6", "a5", "a4", "a6-fold", "a5-fold")} == {
        "a6": 2, "a5": 3, "a4": 5, "a6-fold": 3, "a5-fold": 5,
    }  # fmt: skip
    assert FORMATS["a6"].place(2, back=False) == (0, 148.5)
    assert FORMATS["a6"].place(2, back=True) == (105, 148.5)
