"""One Jinja environment for made pages and functions: templates beside this file, escaped for Markdown and HTML."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grenzen.outputs.pages.view import View, link

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|~])")


def plain(text: str) -> str:
    """An author's plain text for use inside Markdown or HTML: shown as written, never read as markup."""
    one_line = " ".join(str(text).split())
    escaped = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[1])};", escaped)


@cache
def environment() -> Environment:
    """Templates decide nothing and see only what ``View`` gives them."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the result is Markdown: authors' words go through the filter ``plain``
    )
    made.filters["plain"] = plain
    made.filters["quote"] = lambda text: plain(text)
    return made


def render(template: str, view: View, page: str, **values: Any) -> str:
    """Render a template for page id ``page``; ``to("act/talk")`` inside it is a link relative to that page."""
    return (
        environment()
        .get_template(template)
        .render(view=view, say=view.say, page=page, to=lambda target: link(target, page), **values)
    )
