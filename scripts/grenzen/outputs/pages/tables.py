"""Tables in made HTML: each gets a region that scrolls sideways and can be reached with the keyboard."""

from __future__ import annotations

import html as entities
import re

from grenzen.words import Words

_PIECES = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>|</table>", re.DOTALL)
_TAGS = re.compile(r"<a class=\"headerlink\".*?</a>|<[^>]+>", re.DOTALL)


def with_table_regions(html: str, title: str, say: Words) -> str:
    """``html`` with every plain table in a labelled, focusable region named after the heading above it."""
    heading, tables = title, 0

    def piece(found: re.Match[str]) -> str:
        nonlocal heading, tables
        if found["heading"] is not None:
            heading = entities.unescape(_TAGS.sub("", found["heading"])).strip()
            return found[0]
        if found[0] == "</table>":
            return "</table></div>"
        tables += 1
        name = entities.escape(say("site.table", heading=heading))
        return f'<div class="table" role="region" aria-label="{name}" tabindex="0"><table class="table__itself">'

    return _PIECES.sub(piece, html)
