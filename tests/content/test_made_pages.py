"""The ids of made pages that content may point at are the pages that the build makes."""

from __future__ import annotations

import cases
from grenzen.content.load import load

ELSEWHERE = {"cards/index", "a-z"}
"""Made by other outputs than the pages: cards and search."""


def test_content_may_point_at_exactly_the_pages_that_are_made() -> None:
    library = load(cases.TINY).library
    staged, _ = cases.staged(library, cases.Case.today)
    for language in library.edition.codes:
        prefix = f"{language}/"
        made = {name[len(prefix) : -len(".md")] for name in staged if name.startswith(prefix)}
        assert made | ELSEWHERE == library.page_ids | ELSEWHERE
