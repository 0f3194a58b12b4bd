"""The functions that authors may call in a page: ``{{ contacts("police") }}`` and its kin.

Each takes ids and returns Markdown. A wrong id raises ``NotThereError`` with a remedy; ``authored`` turns it into a
Problem with the line of the call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

from grenzen.content.model import ContactKind, LawTopic
from grenzen.outputs.pages.templates import plain, render
from grenzen.outputs.pages.view import CASE_FILTERS, View, link
from grenzen.problems import did_you_mean


class NotThereError(Exception):
    """An author asked for something that does not exist: ``args`` are the text and the remedy of a Problem."""


def functions(view: View, page: str) -> dict[str, Callable[..., str]]:
    """What a page can call, bound to one language and to the page's own place (links are relative to it)."""

    def contacts(*kinds: str) -> str:
        """Where to turn: the contacts of these kinds, grouped per country, each with what it is not for."""
        _must_exist(kinds, get_args(ContactKind), "contact kind")
        return render("_contacts.md", view, page, groups=view.contacts(*kinds))

    def law(*topics: str) -> str:
        """What the law says on these topics, grouped per country, with a notice where a line is not yet checked."""
        _must_exist(topics, get_args(LawTopic), "law topic")
        return render("_law.md", view, page, groups=view.law(*topics))

    def checklist(name: str) -> str:
        """One checklist to tick on the page."""
        _must_exist([name], view.library.names["checklists"], "checklist")
        found = view.library.checklists.get(name)
        return render("_checklist.md", view, page, checklist=found, linked=True) if found else ""

    def scenarios(**wanted: str) -> str:
        """Cases to practise with, by guidance=, harm=, theme=, phase=, sector= or checklist=."""
        _must_exist(wanted, CASE_FILTERS, "filter")
        return render("_cases.md", view, page, cases=view.scenarios(**wanted))

    def term(name: str, shown: str = "") -> str:
        """A word of the glossary, linked, with its explanation as a tooltip."""
        _must_exist([name], _glossary_ids(view), "glossary term")
        assert view.library.glossary is not None
        words = view.library.glossary.words[view.language].terms[name]
        target = link(f"glossary#{name}", page)
        return f'[{plain(shown or words.term)}]({target} "{plain(words.explanation)}"){{ .term }}'

    def incident() -> str:
        """The whole route "it happens now", every question and every end on one page."""
        return render("_incident.md", view, page, incident=view.library.incident) if view.library.incident else ""

    return {one.__name__: one for one in (contacts, law, checklist, scenarios, term, incident)}


def _glossary_ids(view: View) -> Iterable[str]:
    return view.library.glossary.facts.terms if view.library.glossary else ()


def _must_exist(names: Iterable[str], known: Iterable[str], what: str) -> None:
    for name in names:
        if name not in known:
            remedy = did_you_mean(name, known) or f"Known: {', '.join(sorted(known))}"
            raise NotThereError(f"there is no {what} '{name}'", remedy)
