"""The door: ``site/index.html``, a small page in every language that leads to each language's home."""

from __future__ import annotations

from html import escape

from grenzen.content.languages import LANGUAGES
from grenzen.words import words

_PAGE = """<!doctype html>
<html lang="{first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{first}/assets/favicon.svg">
<link rel="stylesheet" href="{first}/assets/css/door.css">
</head>
<body>
<main>
<h1>{heading}</h1>
<ul>
{links}
</ul>
</main>
</body>
</html>
"""


def make() -> dict[str, bytes]:
    """The one file of this output, by its path below ``site/``."""
    names = [language.site_name for language in LANGUAGES.values()]
    links = "\n".join(
        f'<li lang="{code}"><a href="{code}/index.html"><strong>{escape(row.name)}</strong> '
        f"<span>{escape(words(code)('site.door'))}</span></a></li>"
        for code, row in LANGUAGES.items()
    )
    heading = "<br>".join(f'<span lang="{code}">{escape(row.site_name)}</span>' for code, row in LANGUAGES.items())
    page = _PAGE.format(first=next(iter(LANGUAGES)), title=escape(" · ".join(names)), heading=heading, links=links)
    return {"index.html": page.encode()}
