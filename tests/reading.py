"""Reads built pages as tests need them: language, title, links, anchors, what is forbidden, and the main text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("video", "src")}
BREAKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "tr", "summary", "div", "section", "label"}
UNREAD = {"script", "style", "template"}


@dataclass
class Page:
    """One HTML file, read."""

    path: Path
    language: str = ""
    title: str = ""
    policy: str = ""
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    main: str = ""


class _Reader(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page(path)
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        page = self.page
        if tag == "html":
            page.language = values.get("lang", "")
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            page.policy = values["content"]
        if tag == "a" and "href" in values:
            page.links.append(values["href"])
        if "id" in values:
            page.ids.append(values["id"])
        page.loads += [values[name] for element, name in LOADING if element == tag and name in values]
        page.forbidden += [f"{name}= on <{tag}>" for name in values if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in values):
            page.forbidden.append(f"inline <{tag}>")
        if tag == "meta" and values.get("name") == "generator":
            page.forbidden.append("<meta name=generator>")
        if tag == "link" and values.get("rel") == "alternate":
            page.forbidden.append("<link rel=alternate>")
        if tag in BREAKS:
            self.text.append("\n")
        if tag == "input" and "article" in self.open:
            self.text.append("☐ ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass
        if tag in BREAKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if "title" in self.open and "svg" not in self.open:
            self.page.title += data
        if "article" in self.open and not UNREAD & set(self.open):
            self.text.append(re.sub(r"\s+", " ", data))


@cache
def read(path: Path) -> Page:
    """Read one built page."""
    reader = _Reader(path)
    reader.feed(path.read_text(encoding="utf-8"))
    lines = (re.sub(r" +", " ", line).strip().removesuffix("#") for line in "".join(reader.text).split("\n"))
    reader.page.main = "\n".join(line for line in lines if line)
    reader.page.title = " ".join(reader.page.title.split())
    return reader.page
