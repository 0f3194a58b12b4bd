"""Pages are plain Markdown: no raw HTML, no handlers, no foreign schemes, links that lead somewhere, one heading.

Why: content is data, never code; the site runs under a policy that allows no inline script, and a page must also be
harmless without it. The rule reads the source and is strict where Markdown is clever: what merely looks like HTML is
refused as well, because a guess about what a parser makes of it can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from posixpath import normpath
from typing import Any

from grenzen.checks.calls import place_in
from grenzen.content.model import Library, Page, Thing
from grenzen.problems import Problem, did_you_mean

_HTML = re.compile(r"<(?=[a-z/!?])(?!(?:https?://|mailto:)[^\s<>\"'`\\]+>)", re.IGNORECASE)
_CODE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
"""Calls, and what the rule on calls refuses."""

_ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
_PLAIN_ATTRIBUTES = re.compile(
    r"(?:\s*(?:[.#][a-z][a-z0-9_-]*|(?:lang|title|width|height|start)=(?:\"[^\"<>&]*\"|[a-z0-9-]+))(?=\s|$))+\s*"
)
_LINK = re.compile(
    r"(!?)\[([^\[\]]*)\]\(\s*([^\s()]*)|\]\(\s*([^\s()]*)|\]:\s*(\S+)|<((?:https?|mailto):[^<>\s]*)>", re.IGNORECASE
)
_SCHEME = re.compile(r"(?:https?://[^\s\\]|mailto:[^\s\\]|tel:[+0-9])", re.IGNORECASE)
_H1 = re.compile(r"^#(?!#)(.*)$|^(.+)\n=+[ \t]*$", re.MULTILINE)
MAX_BRACKETS = 200
"""Opening brackets in one paragraph. Markdown looks for the partner of each one, which takes their number squared."""

_DEEP = re.compile(r"^(?: {25,}\S|[ \t]*(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+){7})", re.MULTILINE)
"""Lists and quotations more than six deep: Python-Markdown calls itself for each level until Python stops it."""


def check(library: Library, today: date) -> Iterator[Problem]:
    """What is not plain Markdown in the pages, and links that lead nowhere."""
    for versions in library.pages.values():
        for page in versions.values():
            text = without_code(page.markdown)
            yield from _code(page, text)
            yield from _attributes(page, text)
            yield from _links(library, page, text)
            yield from _heading(page, text)
    for things in library.things.values():
        for thing in things.values():
            yield from _words(thing)


def without_code(markdown: str) -> str:
    """The Markdown with closed fences blanked (they are always shown as written), every place kept."""
    lines = markdown.split("\n")
    marks = [at for at, line in enumerate(lines) if re.fullmatch(r"```[a-z]*", line)]
    opened: int | None = None
    for at in marks:
        if opened is None:
            opened = at
        elif lines[at] == "```":
            lines[opened : at + 1] = [" " * len(line) for line in lines[opened : at + 1]]
            opened = None
    return "\n".join(lines)


def _code(page: Page, text: str) -> Iterator[Problem]:
    for found in _HTML.finditer(text):
        shown = text[found.start() : found.start() + 20].split("\n")[0]
        what = f"raw HTML does not belong in a page: '{shown}'"
        yield Problem(place_in(page, found.start()), "markdown", what, "Write it in Markdown; write &lt; to show a '<'")
    for deep in _DEEP.finditer(text):
        yield Problem(place_in(page, deep.start()), "markdown", "this is nested more than six deep", "Flatten it")
    for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        if found[0].count("[") > MAX_BRACKETS:
            what = f"this paragraph opens {found[0].count('[')} brackets; at most {MAX_BRACKETS} are read"
            yield Problem(place_in(page, found.start()), "markdown", what, "Break it up")


def _words(thing: Thing[Any, Any]) -> Iterator[Problem]:
    """Words are shown as written, but a text that begins with list marks becomes a list all the same."""
    for language in thing.words:
        for keys, text in thing.texts(language):
            if _DEEP.search(text):
                place = thing.place(language, *keys)
                yield Problem(place, "markdown", "this text begins with many list marks", "Write a sentence")


def _attributes(page: Page, text: str) -> Iterator[Problem]:
    rest = _CODE.sub(lambda found: " " * len(found[0]), text)
    for found in _ATTRIBUTES.finditer(rest):
        if not _PLAIN_ATTRIBUTES.fullmatch(found[1]):
            what = f"'{found[0][:40]}' does not belong in a page"
            remedy = "Between braces stand .class, #id, lang, title, width, height or start"
            yield Problem(place_in(page, found.start()), "markdown", what, remedy)


def _links(library: Library, page: Page, text: str) -> Iterator[Problem]:
    for found in _LINK.finditer(text):
        if found[1] and not found[2].strip():
            what, remedy = "this picture has no text for people who do not see it", "Write it between the brackets"
            yield Problem(place_in(page, found.start()), "markdown", what, remedy)
        target = next((part for part in found.groups()[2:] if part is not None), "")
        what, remedy = _wrong(library, page, target.strip("<>"))
        if what:
            yield Problem(place_in(page, found.start()), "markdown", what, remedy)


def _wrong(library: Library, page: Page, target: str) -> tuple[str, str]:
    """What is wrong with a link's target, and the remedy; two empty texts when it is right."""
    if re.search(r"&[#a-z0-9]+;|[\\\x00-\x1f]|%(?:0|5c)", target, re.IGNORECASE):
        return f"the link '{target[:60]}' hides what it leads to", "Write it out, with '/' only"
    if _SCHEME.match(target) or target.startswith("#"):
        return "", ""
    if re.match(r"[^/?#]*:|//", target):
        return f"the link '{target[:60]}' has a scheme that pages do not use", "Use https, mailto, tel or a page's file"
    if target.startswith("/") or not target:
        return f"the link '{target[:60]}' does not say which file it leads to", "Write it relative to this file"
    return _wrong_file(library, page, target)


def _wrong_file(library: Library, page: Page, target: str) -> tuple[str, str]:
    path, _, anchor = target.partition("#")
    found = normpath(f"{page.id.rpartition('/')[0] or '.'}/{path}")
    if found.startswith("../assets/"):
        known = {f"../assets/{one}" for one in library.assets}
        return ("", "") if found in known else (f"there is no file '{path}'", did_you_mean(found, known))
    page_id = found.removesuffix(".md")
    if not path.endswith(".md"):
        made = page_id.removesuffix(".html") in library.page_ids
        remedy = f"Link to {path.removesuffix('.html')}.md" if made else "Link to .md files or to files in docs/assets"
        return f"the link '{target[:60]}' does not lead to a page's file", remedy
    if page_id not in library.page_ids:
        return f"there is no page '{page_id[:60]}'", did_you_mean(page_id, library.page_ids)
    if page_id == "glossary" and anchor and library.glossary and anchor not in library.glossary.facts.terms:
        return f"the glossary has no term '{anchor}'", did_you_mean(anchor, library.glossary.facts.terms)
    return "", ""


def _heading(page: Page, text: str) -> Iterator[Problem]:
    headings = list(_H1.finditer(text))
    if not headings:
        yield Problem(place_in(page, 0), "markdown", "the page has no first heading", f"Write '# {page.facts.title}'")
        return
    title = unescape(headings[0][1] or headings[0][2] or "").rstrip().rstrip("#").strip()
    if title != page.facts.title:
        what = f"the first heading is '{title[:60]}' and the title '{page.facts.title[:60]}'"
        yield Problem(place_in(page, headings[0].start()), "markdown", what, "Make them the same")
    for more in headings[1:]:
        what = "a page has one heading of the first level"
        yield Problem(place_in(page, more.start()), "markdown", what, "Write '##'")
