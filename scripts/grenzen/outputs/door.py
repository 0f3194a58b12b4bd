"""The door: ``site/index.html``, a small page in every language that leads to each language's home.

A site in one language has no choice to offer: its door leads on by itself (with a link for who does not want to wait).
"""

from __future__ import annotations

from html import escape

from grenzen.content.edition import WHOLE, Edition
from grenzen.content.languages import Language
from grenzen.policy import POLICY
from grenzen.words import words

_PAGE = """<!doctype html>
<html lang="{first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
{onward}<title>{title}</title>
<link rel="icon" href="{first}/assets/favicon.svg">
<link rel="stylesheet" href="{first}/assets/css/palette.css">
<link rel="stylesheet" href="{first}/assets/css/door.css">
</head>
<body>
<main>
<img src="{first}/assets/favicon.svg" alt="" width="56" height="56">
<h1>{heading}</h1>
<ul>
{links}
</ul>
</main>
</body>
</html>
"""


def make(edition: Edition = WHOLE) -> dict[str, bytes]:
    """The one file of this output, by its path below ``site/``."""
    names = {row.code: escape(edition.site_name(row)) for row in edition.languages}
    first = edition.languages[0].code
    page = _PAGE.format(
        first=first,
        policy=escape(POLICY),
        onward=f'<meta http-equiv="refresh" content="0; url={first}/index.html">\n' if len(names) == 1 else "",
        title=" · ".join(dict.fromkeys(names.values())),
        heading="<br>".join(f'<span lang="{code}">{name}</span>' for code, name in names.items()),
        links="\n".join(_link(row) for row in edition.languages),
    )
    return {"index.html": page.encode()}


def _link(row: Language) -> str:
    line = escape(words(row.code)("site.door"))
    return (
        f'<li lang="{row.code}"><a href="{row.code}/index.html"><strong>{escape(row.name)}</strong> '
        f"<span>{line}</span></a></li>"
    )
