"""One Jinja environment for made pages and functions: templates beside this file, escaped for Markdown and HTML."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grenzen.outputs.pages.trace import stands
from grenzen.outputs.pages.view import View, link

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|~])")


def plain(text: str) -> str:
    """An author's plain text for use inside Markdown or HTML: shown as written, never read as markup."""
    one_line = " ".join(str(text).split())
    escaped = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[1])};", escaped)


def dialled(phone: str) -> str:
    """A phone number as ``tel:`` wants it: digits, with a plus in front for another country."""
    return re.sub(r"[^0-9+]", "", phone)


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
    made.filters["dialled"] = dialled
    made.globals["stands"] = stands
    made.filters["quote"] = lambda text: plain(text)
    return made


def render(template: str, view: View, page: str, **values: Any) -> str:
    """Render a template for page id ``page``.

    Inside it ``to("act/talk")`` is a link in Markdown, relative to that page, and ``page_url("act/talk")`` one in HTML.
    """

    def to(target: str) -> str:
        return link(target, page)

    def page_url(target: str) -> str:
        return link(target, page).replace(".md", ".html")

    made = environment().get_template(template)
    return made.render(view=view, say=view.say, page=page, to=to, page_url=page_url, **values)
