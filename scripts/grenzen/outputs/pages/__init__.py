"""The pages output: a Library in, staged Markdown per language out.

Authored pages are rendered once through a sandboxed Jinja with a few functions (see ``functions``); cases, checklists,
session plans, glossary, law, contacts and sources become made pages from the templates beside this file. The result is
plain Markdown that MkDocs, or another site tool, can read; nothing here knows MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from grenzen.content.model import Library
from grenzen.outputs.pages.authored import render_page
from grenzen.outputs.pages.front import front_matter
from grenzen.outputs.pages.made import made_pages
from grenzen.outputs.pages.stale import stale_pages, with_notice
from grenzen.outputs.pages.view import View
from grenzen.problems import Place, Problem


@dataclass
class Pages:
    """Staged Markdown by path (``nl/act/first-hour.md``), where each came from, and what went wrong."""

    files: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, text: str, origin: Place) -> None:
        """Add one page; two sources for one path are a Problem that names both."""
        if path in self.files:
            what = f"this makes the page '{path}', and so does {self.origins[path]}"
            self.problems.append(Problem(origin, "pages", what, "Rename one of them"))
            return
        self.files[path] = text
        self.origins[path] = origin


def make(library: Library, language: str, today: date) -> Pages:
    """All staged pages of one language. ``today`` decides which facts are past their review date."""
    pages = Pages()
    view = View(library, language, today)
    for path, text, origin in _authored(view, pages.problems):
        pages.add(path, text, origin)
    for made in made_pages(view):
        pages.add(f"{language}/{made.id}.md", made.text, made.origin)
    for page_id in stale_pages(library, language):
        path = f"{language}/{page_id}.md"
        if path in pages.files:
            pages.files[path] = with_notice(pages.files[path], language)
    return pages


def _authored(view: View, problems: list[Problem]) -> Iterator[tuple[str, str, Place]]:
    for page_id, versions in view.library.pages.items():
        page = versions.get(view.language)
        if page is None:
            continue
        body, found = render_page(view, page)
        problems += found
        keywords = [*page.facts.keywords, *view.library.keywords_of(page_id, view.language)]
        front = front_matter(page.facts.title, page.facts.description, keywords, kind="page")
        yield f"{view.language}/{page_id}.md", front + body, Place(page.path)
