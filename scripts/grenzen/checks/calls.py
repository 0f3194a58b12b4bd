"""Pages call the documented functions with plain texts in quotes, and nothing else of the template language.

Why: content is data, never code. A loop, a sum or a filter in a page could hang the build or show what nobody reviewed;
so anything but ``{{ name("text", key="text") }}`` is refused before a page is rendered. Which functions there are, and
whether an id exists, is told when the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from grenzen.content.model import Library, Page
from grenzen.problems import Place, Problem

_TEXT = r"\"[^\"\\{}]*\"|'[^'\\{}]*'"
_ARGUMENT = rf"(?:[a-z_]+\s?=\s?)?(?:{_TEXT})"
CALL = re.compile(rf"\{{\{{\s?[a-z_]+\((?:{_ARGUMENT}(?:,\s?{_ARGUMENT})*)?\)\s?\}}\}}")
_OPENS = re.compile(r"\{[{%]|\{#(?=[^a-z]|[^}\n]*#\})|[}%#]\}")


def check(library: Library, today: date) -> Iterator[Problem]:
    """Anything between braces that is not a documented call."""
    for versions in library.pages.values():
        for page in versions.values():
            yield from _page(page)


def _page(page: Page) -> Iterator[Problem]:
    rest = CALL.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.markdown)
    odd = _OPENS.search(rest)
    if odd:  # only the first: what follows is in doubt
        what = f"'{odd[0]}' begins or ends something that is not a call"
        yield Problem(place_in(page, odd.start()), "calls", what, 'Write {{ name("text") }} with a documented name')


def place_in(page: Page, at: int) -> Place:
    """The place of character ``at`` of a page's Markdown."""
    before = page.markdown[:at]
    return Place(page.path, page.first_line + before.count("\n"), at - before.rfind("\n"))
