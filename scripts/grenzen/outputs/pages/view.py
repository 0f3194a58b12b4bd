"""What a template sees: the library in one language, on one day, with the look-ups pages need.

Nothing is decided in templates: sorting, grouping and the wording of notices happen here or in ``words``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from posixpath import relpath

from grenzen.content.model import Checked, Checklist, Contact, GlossaryTerm, LawLine, Library, Scenario, Session, Thing
from grenzen.content.organisation import Organisation
from grenzen.words import Words, words

MADE_LISTS = {
    "cases/index": "cases",
    "checklists/index": "checklists",
    "sessions/index": "sessions",
    "cards/choose": "choose",
    "glossary": "glossary",
    "about/sources": "sources",
}
"""Pages that stand on their own and no author writes: page id to template and words."""

COUNTRIES = ("nl", "be", "dk", "eu")
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
}


@dataclass(frozen=True)
class View:
    """The library as readers of one language see it on ``today``."""

    library: Library
    language: str
    today: date

    @property
    def say(self) -> Words:
        """The interface words."""
        return words(self.language)

    def label(self, vocabulary: str, term: str) -> str:
        """How a term of a vocabulary is called."""
        return self.library.label(vocabulary, term, self.language)

    def description(self, vocabulary: str, term: str) -> str:
        """The sentence that says what falls under a term."""
        found: str = self.library.themes[vocabulary].words[self.language].terms[term].description
        return found

    def terms(self, vocabulary: str) -> list[str]:
        """The ids of a vocabulary, in the order in which they are shown."""
        return list(self.library.themes[vocabulary].facts.terms)

    def icon(self, theme: str) -> str:
        """The name of a theme's drawing in ``docs/assets/icons``."""
        return str(self.library.themes["themes"].facts.terms[theme].icon)

    def day(self, day: date) -> str:
        """A date as people write it: ``15 april 2026``, ``15. april 2026``."""
        month = MONTHS[self.language].split()[day.month - 1]
        return f"{day.day}{'.' if self.language == 'da' else ''} {month} {day.year}"

    # ── whose site ──

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that this site is for."""
        return self.library.edition.countries

    @property
    def organisation(self) -> Organisation | None:
        """The organisation whose site this is, if it is one's own."""
        return self.library.edition.organisation

    def own_contacts(self) -> list[Contact]:
        """The organisation's own contacts, in its order."""
        own = self.organisation.contacts() if self.organisation else {}
        return [self.library.contacts[name] for name in own]

    def call_first(self) -> tuple[str, str] | None:
        """Name and number of the organisation's first contact with a telephone, for the edge of its cards."""
        found = [one for one in self.own_contacts() if one.facts.phone]
        return (found[0].words[self.language].name, str(found[0].facts.phone)) if found else None

    def printed_address(self, page_id: str) -> str:
        """Where a page stands, short enough for paper; the path alone when the site's address is not known."""
        own = self.organisation.facts.address if self.organisation else None
        return f"{own.rstrip('/')}/{self.language}/{page_id}.html".partition("://")[2] if own else page_id

    def emergency(self) -> list[tuple[str, list[Contact]]]:
        """The emergency numbers per country; in danger 112 comes before anything of an organisation's own."""
        own = {contact.id for contact in self.own_contacts()}
        groups = self.contacts("emergency")
        public = [(country, [one for one in found if one.id not in own]) for country, found in groups]
        return [(country, found) for country, found in public if found]

    def numbers(self, kinds: Sequence[str]) -> list[tuple[str, list[Contact]]]:
        """The certain phone numbers for these kinds of contacts, per country; nothing when no kind is asked for."""
        groups = self.contacts(*kinds) if kinds else []
        sure = [
            (country, [one for one in found if one.facts.phone and not self.notice(one.facts)])
            for country, found in groups
        ]
        return [(country, found) for country, found in sure if found and country in self.countries]

    # ── look-ups ──

    def page_title(self, page_id: str) -> str:
        """The title of an authored page, or of one of the made lists."""
        if page_id in MADE_LISTS:
            return self.say(f"pages.{MADE_LISTS[page_id]}.title")
        return self.library.pages[page_id][self.language].facts.title

    def contacts(self, *kinds: str, country: str | None = None) -> list[tuple[str, list[Contact]]]:
        """Contacts of any of ``kinds`` (all when none is given), grouped by country in a fixed order."""
        found = [
            contact
            for contact in self.library.contacts.values()
            if (not kinds or set(kinds) & set(contact.facts.kinds)) and country in (None, contact.facts.country)
        ]
        return _by_country(found)

    def law(self, *topics: str, country: str | None = None) -> list[tuple[str, list[LawLine]]]:
        """Law lines on any of ``topics`` (all when none is given), grouped by country in a fixed order."""
        found = [
            line
            for line in self.library.law.values()
            if (not topics or set(topics) & set(line.facts.topics)) and country in (None, line.facts.country)
        ]
        return _by_country(found)

    def notice(self, facts: Checked) -> str:
        """The plain notice beneath a line that is not certain today; empty when it is."""
        if self.today > facts.review_by:
            return self.say("pages.past_review", day=self.day(facts.review_by))
        if facts.confidence != "verified":
            return self.say("pages.not_verified")
        return ""

    def scenarios(self, **wanted: str) -> list[Scenario]:
        """Cases that match all of guidance=, harm=, theme=, phase=, sector=, checklist=; lightest first."""
        found = [
            case for case in self.library.scenarios.values() if all(_has(self, case, *item) for item in wanted.items())
        ]
        return sorted(found, key=lambda case: (case.facts.level, case.id))

    def theme(self, case: Scenario) -> str:
        """The theme of a case."""
        return self.library.theme_of(case.facts.harm)

    def glossary(self) -> list[tuple[str, GlossaryTerm]]:
        """The words of the glossary with their ids, in the order of the language's alphabet."""
        if self.library.glossary is None:
            return []
        terms = self.library.glossary.words[self.language].terms
        return sorted(terms.items(), key=lambda item: (alphabetical(item[1].term), item[0]))

    def letters(self) -> list[tuple[str, str]]:
        """First letters of the glossary, each with the id of its first word."""
        first: dict[str, str] = {}
        for name, told in self.glossary():
            first.setdefault(initial(told.term), name)
        return list(first.items())

    def checklists(self) -> list[Checklist]:
        """All checklists, in the order of the phases."""
        phases = self.terms("phases")
        found = self.library.checklists.values()
        return sorted(found, key=lambda one: (phases.index(one.facts.phase), one.id))

    def sessions(self) -> list[Session]:
        """All session plans, shortest first."""
        return sorted(self.library.sessions.values(), key=lambda plan: (plan.facts.minutes, plan.id))


def link(target: str, start: str) -> str:
    """A relative link from page id ``start`` to page id ``target``, both without ending: ``../act/talk.md``."""
    page, _, anchor = target.partition("#")
    folder = start.rpartition("/")[0] or "."
    return f"{relpath(page, folder)}.md" + (f"#{anchor}" if anchor else "")


_DANISH_LAST = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def alphabetical(text: str) -> str:
    """A key that sorts words as readers expect: accents do not count, and æ, ø, å come after z."""
    lower = unicodedata.normalize("NFC", text).casefold().translate(_DANISH_LAST)
    return "".join(letter for letter in unicodedata.normalize("NFD", lower) if not unicodedata.combining(letter))


def initial(text: str) -> str:
    """The letter under which a word stands: accents do not count, æ, ø and å do."""
    letter = next((letter for letter in text if letter.isalnum()), text[:1]).upper()
    return letter if letter in "ÆØÅ" else unicodedata.normalize("NFD", letter)[0]


def _by_country(things: Iterable[Thing]) -> list[tuple[str, list[Thing]]]:  # type: ignore[type-arg]
    ordered = sorted(things, key=lambda thing: (thing.facts.order, thing.id))
    groups = {country: [thing for thing in ordered if thing.facts.country == country] for country in COUNTRIES}
    return [(country, found) for country, found in groups.items() if found]


_MATCHES = {
    "guidance": lambda view, case, value: value in case.facts.guidance,
    "harm": lambda view, case, value: value in (case.facts.harm, *case.facts.side_harms),
    "theme": lambda view, case, value: value == view.theme(case),
    "phase": lambda view, case, value: value == case.facts.phase,
    "sector": lambda view, case, value: not case.facts.sectors or value in case.facts.sectors,
    "checklist": lambda view, case, value: value in case.facts.checklists,
}
CASE_FILTERS = tuple(_MATCHES)


def _has(view: View, case: Scenario, name: str, value: str) -> bool:
    return bool(_MATCHES[name](view, case, value))  # type: ignore[no-untyped-call]
