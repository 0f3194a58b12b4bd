"""Made pages: one per case, checklist and session plan, their lists, glossary, law, contacts, sources.

``MADE_LISTS`` are the pages that stand on their own; the rest is a page per thing or per country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grenzen.content.edition import OWN_PAGE
from grenzen.content.organisation import Organisation
from grenzen.outputs.pages.alphabet import alphabet
from grenzen.outputs.pages.front import front_matter
from grenzen.outputs.pages.templates import render
from grenzen.outputs.pages.view import MADE_LISTS, View
from grenzen.problems import Place

LOADS = {
    "choose": {"styles": ["assets/css/choose.css"], "scripts": ["assets/js/choose.js"]},
}
"""What the pages of a template load besides what every page loads."""


@dataclass(frozen=True)
class Made:
    """A page that no author wrote: its id, its Markdown and the file it was made from."""

    id: str
    text: str
    origin: Place


def made_pages(view: View) -> Iterator[Made]:
    """Every made page of one language."""
    yield from _pages_of_things(view)
    for country in view.countries:
        for kind in ("law", "contacts", "checked"):
            yield _country_page(view, kind, country)
    if view.organisation:
        yield _own_page(view, view.organisation)
    for page_id, key in MADE_LISTS.items():
        title, lead = (view.say(f"pages.{key}.{part}") for part in ("title", "lead"))
        yield _page(view, page_id, f"{key}.md", title, lead, Place("docs/data"))
    yield _alphabet(view)


def _alphabet(view: View) -> Made:
    title, lead = view.say("pages.a_z.title"), view.say("pages.a_z.lead")
    return _page(view, "a-z", "a_z.md", title, lead, Place("docs"), letters=alphabet(view))


def _pages_of_things(view: View) -> Iterator[Made]:
    library, language = view.library, view.language
    for case in library.scenarios.values():
        about = case.words[language]
        yield _page(view, f"cases/{case.id}", "case.md", about.title, about.trigger, case.place("facts"), case=case)
    for checklist in library.checklists.values():
        ticks, place = checklist.words[language], checklist.place("facts")
        page = f"checklists/{checklist.id}"
        yield _page(view, page, "checklist.md", ticks.title, ticks.intro, place, checklist=checklist)
    for plan in library.sessions.values():
        told, place = plan.words[language], plan.place("facts")
        yield _page(view, f"sessions/{plan.id}", "session.md", told.title, told.purpose, place, plan=plan)


def _country_page(view: View, kind: str, country: str) -> Made:
    name = view.label("countries", country)
    title, lead = (view.say(f"pages.{kind}.{part}", country=name) for part in ("title", "lead"))
    return _page(view, f"{kind}/{country}", f"{kind}.md", title, lead, Place(f"docs/data/{kind}"), country=country)


def _own_page(view: View, own: Organisation) -> Made:
    title, lead = view.say("organisation.title", name=own.name(view.language)), view.say("organisation.lead")
    return _page(view, OWN_PAGE, "organisation.md", title, lead, own.located.place(()))


def _page(view: View, page_id: str, template: str, title: str, lead: str, origin: Place, **values: object) -> Made:
    body = render(template, view, page_id, title=title, lead=lead, **values)
    kind = template.removesuffix(".md")
    front = front_matter(
        title, lead[:170], view.library.keywords_of(page_id, view.language), kind=kind, **LOADS.get(kind, {})
    )
    return Made(page_id, front + body, origin)
