"""What we have: the shape of every piece of content, with a sentence for its author beneath each field.

*Facts once, words per language*: a folder per thing, ``facts.yml`` for what is true in every language and one
``<language>.yml`` with the same keys for its words. This file holds the shapes alone; ``load`` fills them, ``checks``
judge what one file alone cannot know (does that page exist?), ``outputs`` turn them into pages and paper.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from grenzen.content.edition import OWN_PAGE, Edition
from grenzen.content.locate import Located, Path
from grenzen.problems import Place
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"

# ── What a single value may look like ────────────────────────────────────────────────────────────────────────────


def _whole_number(value: object) -> object:
    """Our YAML keeps every scalar as text, so that '0112' survives; a field that wants a number says so here."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    return value


def _date(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with contextlib.suppress(ValueError):  # 2026-02-30: stays text, and the field says that it is not a date
            return date.fromisoformat(value)
    return value


def _safe_address(value: str) -> str:
    if not re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[a-z0-9/._~%?&=+:,;@#-]*)?", value, re.IGNORECASE):
        raise ValueError("an address starts with https:// and has no spaces, quotes or brackets")
    return value


def _phone_number(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 -]{1,18}[0-9]", value):
        raise ValueError("a phone number has digits, spaces and hyphens, with a + in front for another country")
    return value


def _no_duplicates(values: list[str]) -> list[str]:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ValueError(f"'{twice[0]}' stands in this list twice")
    return values


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$")]
PageId = Annotated[str, StringConstraints(pattern=f"^{SLUG}(/{SLUG})*$")]
SourcePoint = Annotated[str, StringConstraints(pattern=r"^S[0-9]-[0-9]{2}$")]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Day = Annotated[date, BeforeValidator(_date)]
Address = Annotated[str, AfterValidator(_safe_address)]
PhoneNumber = Annotated[str, AfterValidator(_phone_number)]
Slugs = Annotated[list[Slug], AfterValidator(_no_duplicates)]
PageIds = Annotated[list[PageId], AfterValidator(_no_duplicates)]
SourcePoints = Annotated[list[SourcePoint], AfterValidator(_no_duplicates)]

LanguageCode = Literal["nl", "da"]
CountryCode = Literal["nl", "be", "dk"]
CountryOrUnion = Literal["nl", "be", "dk", "eu"]
Confidence = Literal["verified", "secondary", "memory"]
Audience = Literal["self", "colleague", "team", "lead", "organisation", "client"]
ContactKind = Literal[
    "emergency", "police", "victim-support", "online-harm", "discrimination", "sexual", "stalking",
    "crisis", "legal", "employer", "removal", "client-support", "knowledge",
]  # fmt: skip
LawTopic = Literal[
    "threat", "insult", "defamation", "doxing", "stalking", "impersonation", "sexual", "deepfake", "discrimination",
    "recording", "police-report", "secrecy", "employer-duty", "removal", "contact-ban", "minors", "privacy",
    "belgian-reform",
]  # fmt: skip


class Shape(BaseModel):
    """What all shapes share: strict types, no unknown keys, no changes after loading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True)


# ── Scenarios ────────────────────────────────────────────────────────────────────────────────────────────────────


class ScenarioFacts(Shape):
    """``scenarios/<id>/facts.yml``: what is true of a case in every language."""

    origin: LanguageCode
    """The language the case was first written in; the other one is its translation."""
    harm: Slug
    """The one harm the case is about, from ``themes/harms``; it decides theme, colour and icon."""
    side_harms: Annotated[Slugs, Field(max_length=2)]
    """Up to two other harms that play a part; ``[]`` when there are none."""
    channels: Annotated[Slugs, Field(min_length=1, max_length=3)]
    """Where it happens, from ``themes/channels``."""
    sectors: Slugs
    """Where the reader works, from ``themes/sectors``; ``[]`` means that it fits every sector."""
    role: Slug
    """Whose shoes the reader stands in, from ``themes/roles``."""
    phase: Slug
    """The moment the case is about, from ``themes/phases``."""
    level: Annotated[WholeNumber, Field(ge=1, le=4)]
    """1 clear and light, 2 a real dilemma, 3 heavy or a role conflict, 4 danger: with an experienced facilitator."""
    minutes: Annotated[WholeNumber, Field(ge=5, le=90)]
    """How many minutes a team needs for the whole case."""
    countries: Annotated[list[CountryCode], Field(min_length=1), AfterValidator(_no_duplicates)]
    """Countries whose institutions the case fits."""
    content_notes: Slugs
    """What to announce the day before, from ``themes/content-notes``; ``[]`` when there is nothing."""
    guidance: Annotated[PageIds, Field(min_length=1, max_length=4)]
    """Pages that help after the talk, most useful first."""
    checklists: Annotated[Slugs, Field(max_length=3)]
    """Checklists that fit the case."""
    sources: SourcePoints
    """Source points that the case exercises; ``[]`` only in an organisation's own cases."""


class Questions(Shape):
    """Three rings of questions: what I do, what we do, what must be in place."""

    self: Annotated[list[Text], Field(min_length=1, max_length=3)]
    """What do you feel, do and not do in the first ten minutes?"""
    team: Annotated[list[Text], Field(min_length=1, max_length=3)]
    """Who talks, who takes over, which limit do we set?"""
    organisation: Annotated[list[Text], Field(min_length=1, max_length=3)]
    """What must be in place, what is registered, who decides?"""


class Facilitator(Shape):
    """What the person who leads the talk needs to know."""

    aim: Text
    """What the team can do or knows afterwards."""
    watch: Text
    """What can hit people in this case and what to do about it."""
    close: Text
    """The one agreement to write down."""


class ScenarioWords(Shape):
    """``scenarios/<id>/<language>.yml``: the words of a case, the same keys in every language."""

    title: Annotated[Text, Field(max_length=60)]
    """At most five words, neutral, without giving the case away."""
    context: Text
    """Who, where and what went before; two sentences."""
    trigger: Text
    """What you see or hear now; one sentence."""
    dilemma: Text
    """Two good things that collide; it must survive "just follow the protocol"."""
    injects: Annotated[list[Text], Field(min_length=1, max_length=3)]
    """What happens next: it spreads, a role problem, a twist towards care for the client."""
    questions: Questions
    """Questions for yourself, the team and the organisation."""
    helps: Annotated[list[Text], Field(min_length=3, max_length=5)]
    """What helps, verb first; read only after the talk."""
    risks: Annotated[list[Text], Field(min_length=2, max_length=3)]
    """What can make it worse."""
    facilitator: Facilitator
    """Notes for the person who leads the talk."""
    country_notes: dict[CountryCode, Text] = Field(default_factory=dict)
    """What differs per country; a country without a sure note is left out, never filled from another one."""


# ── Checklists and session plans ─────────────────────────────────────────────────────────────────────────────────


class ChecklistGroup(Shape):
    """A part of a checklist with a heading of its own."""

    id: Slug
    """Names the heading in the words files."""
    items: Annotated[Slugs, Field(min_length=1)]
    """The items of this part, in order."""


class ChecklistFacts(Shape):
    """``docs/data/checklists/<id>/facts.yml``."""

    origin: LanguageCode
    """The language it was first written in."""
    audience: Annotated[list[Audience], Field(min_length=1)]
    """Who ticks the list."""
    phase: Slug
    """When it is used, from ``themes/phases``."""
    items: Slugs = Field(default_factory=list)
    """Item ids in order. An id never changes, so that ticks survive an edit of the words."""
    groups: list[ChecklistGroup] = Field(default_factory=list)
    """Instead of ``items``: parts with a heading, each with its items."""
    guidance: PageIds = Field(default_factory=list)
    """Pages that explain the list."""
    sources: SourcePoints = Field(default_factory=list)
    """Source points that the items say."""

    @property
    def item_ids(self) -> list[str]:
        """All item ids in reading order, grouped or not."""
        return self.items or [item for group in self.groups for item in group.items]


class ChecklistWords(Shape):
    """``docs/data/checklists/<id>/<language>.yml``."""

    title: Text
    """The name of the list."""
    intro: Text
    """When you use it and with whom; one or two sentences."""
    items: dict[Slug, Text]
    """The text of each item, verb first."""
    groups: dict[Slug, Text] = Field(default_factory=dict)
    """The heading of each group."""
    close: Text | None = None
    """One closing sentence, if there is something to say."""


class SessionStep(Shape):
    """One step of a session plan."""

    id: Slug
    """Names the step in the words files."""
    minutes: Annotated[WholeNumber, Field(ge=1, le=60)]
    """How long it takes; the steps add up to the promised time."""


class SessionFacts(Shape):
    """``docs/data/sessions/<id>/facts.yml``."""

    origin: LanguageCode
    """The language it was first written in."""
    minutes: Annotated[WholeNumber, Field(ge=5, le=120)]
    """The promised length in minutes."""
    levels: Annotated[list[WholeNumber], Field(min_length=1)]
    """Levels of the cases that fit."""
    group: Text
    """How many people, for example ``4-10``."""
    steps: Annotated[list[SessionStep], Field(min_length=2)]
    """The steps in order."""
    checklists: Slugs = Field(default_factory=list)
    """Checklists to bring."""
    guidance: PageIds = Field(default_factory=list)
    """Pages to read beforehand."""
    sources: SourcePoints = Field(default_factory=list)
    """Source points that the plan carries out."""


class StepWords(Shape):
    """The words of one session step."""

    title: Text
    """Two to five words."""
    text: Text
    """What the facilitator does and says."""


class SessionWords(Shape):
    """``docs/data/sessions/<id>/<language>.yml``."""

    title: Text
    """The name of the plan."""
    purpose: Text
    """What the team has when it leaves the room."""
    for_whom: Text
    """Which team and which facilitator it suits."""
    bring: Annotated[list[Text], Field(min_length=1)]
    """What lies on the table."""
    steps: dict[Slug, StepWords]
    """The words of each step."""
    stop_rule: Text
    """When to stop and what happens then."""


# ── Contacts and law lines: facts that age ───────────────────────────────────────────────────────────────────────


class Checked(Shape):
    """What every fact that ages carries with it."""

    confidence: Confidence
    """``verified`` (seen at the source), ``secondary`` (seen elsewhere or old) or ``memory``; shown unless verified."""
    source: Text
    """Where it was read."""
    checked_on: Day
    """The day it was last compared with its source."""
    review_by: Day
    """The day by which someone compares it again; after it the site says so."""
    order: WholeNumber
    """Smaller numbers stand first."""

    def is_certain(self, today: date) -> bool:
        """Whether it may stand without a notice on ``today``."""
        return self.confidence == "verified" and today <= self.review_by


class ContactFacts(Checked):
    """``docs/data/contacts/<id>/facts.yml``."""

    country: CountryOrUnion
    """The country whose people can turn there."""
    kinds: Annotated[list[ContactKind], Field(min_length=1)]
    """What for; pages ask for contacts by kind."""
    phone: PhoneNumber | None = None
    """The number as people dial it, in quotes; only when verified."""
    url: Address | None = None
    """The owner's own page."""


class ContactWords(Shape):
    """``docs/data/contacts/<id>/<language>.yml``."""

    name: Text
    """The name under which people know it."""
    for_what: Text
    """When you turn there."""
    not_for: Text
    """When you do not turn there, and where then."""
    hours: Text | None = None
    """When it answers."""


class LawFacts(Checked):
    """``docs/data/law/<id>/facts.yml``."""

    country: CountryOrUnion
    """The country whose law it is."""
    topics: Annotated[list[LawTopic], Field(min_length=1)]
    """What it is about; pages ask for law lines by topic."""
    article: Text | None = None
    """The article, for those who look it up."""


class LawWords(Shape):
    """``docs/data/law/<id>/<language>.yml``."""

    title: Text
    """What it is about, in a few words."""
    text: Text
    """What it means for the reader, in at most three plain sentences."""


# ── Vocabularies, glossary, sources ──────────────────────────────────────────────────────────────────────────────


class TermFacts(Shape):
    """One term of a vocabulary."""

    theme: Slug | None = None
    """Harms only: the theme it belongs to."""
    icon: Slug | None = None
    """Themes only: the name of an icon in ``docs/assets/icons``."""


class VocabularyFacts(Shape):
    """``docs/data/themes/<vocabulary>/facts.yml``: a fixed list of terms, in the order in which they are shown."""

    terms: dict[Slug, TermFacts]
    """The ids of the terms."""


class TermWords(Shape):
    """How one term is called."""

    label: Text
    """At most four words; stands on cards and in filters."""
    description: Text
    """One sentence that says what falls under it."""


class VocabularyWords(Shape):
    """``docs/data/themes/<vocabulary>/<language>.yml``."""

    title: Text
    """The name of the list."""
    terms: dict[Slug, TermWords]
    """The words of each term."""


class GlossaryTermFacts(Shape):
    """One term of the glossary."""

    see: PageIds = Field(default_factory=list)
    """Pages where the term matters."""


class GlossaryFacts(Shape):
    """``docs/data/glossary/facts.yml``."""

    terms: dict[Slug, GlossaryTermFacts]
    """The ids of the terms."""


class GlossaryTerm(Shape):
    """The words of one glossary term."""

    term: Text
    """The word itself."""
    also: list[Text] = Field(default_factory=list)
    """Other words people use for it."""
    explanation: Text
    """One or two plain sentences."""
    flemish: Text | None = None
    """Dutch only: what they call it in Flanders."""


class GlossaryWords(Shape):
    """``docs/data/glossary/<language>.yml``."""

    terms: dict[Slug, GlossaryTerm]
    """The words of each term."""


class SourceFacts(Shape):
    """``docs/data/sources/<s0…s4>/facts.yml``: one of the documents this kit stands on."""

    publisher: Text
    """Who published it."""
    language: Text
    """The language it is written in."""
    country: CountryCode
    """The country it was written for."""
    host: Text
    """The site it was read on."""


class SourceWords(Shape):
    """``docs/data/sources/<id>/<language>.yml``."""

    title: Text
    """What the document is called here."""
    about: Text
    """What it is."""
    taken: Text
    """What was taken from it."""
    left_out: Text
    """What was left out as noise, and why."""


class Point(Shape):
    """One thing that a source document says, in our own words (English, for maintainers)."""

    point: Text
    """The point in one line."""
    terms: list[Text] = Field(default_factory=list)
    """Key words of the source."""
    audience: list[Audience]
    """For whom."""
    phase: list[Literal["before", "during", "after"]]
    """When it matters."""
    scope: Text
    """``gen`` or the country it is tied to."""
    kind: Text
    """Checklist, step, question, rule, contact, law, fact or definition."""
    topics: Slugs = Field(default_factory=list)
    """Topics T1 to T19 that it belongs to."""


class SourcePointsFile(Shape):
    """``docs/data/source-points.yml``: every point of the source documents."""

    points: dict[SourcePoint, Point]
    """What must be covered."""
    noise: dict[SourcePoint, Text] = Field(default_factory=dict)
    """What was left out, and why."""


# ── It happens now ───────────────────────────────────────────────────────────────────────────────────────────────


class NodeFacts(Shape):
    """A question on the route."""

    answers: dict[Slug, Slug]
    """Answer id to the node or leaf it leads to."""


class LeafFacts(Shape):
    """An end of the route: what to do."""

    steps: Annotated[Slugs, Field(min_length=1, max_length=6)]
    """Step ids in order, the first safe action first."""
    contacts: list[ContactKind] = Field(default_factory=list)
    """Kinds of contacts to show."""
    links: PageIds = Field(default_factory=list)
    """Pages to read next."""
    checklists: Slugs = Field(default_factory=list)
    """Checklists to open."""


class IncidentFacts(Shape):
    """``docs/data/incident/facts.yml``: the route "it happens now"."""

    start: Slug
    """The first question."""
    nodes: dict[Slug, NodeFacts]
    """The questions."""
    leaves: dict[Slug, LeafFacts]
    """The ends, each with steps."""


class NodeWords(Shape):
    """The words of a question."""

    question: Text
    """The question as you would ask it aloud."""
    answers: dict[Slug, Text]
    """The answers."""


class LeafWords(Shape):
    """The words of an end."""

    title: Text
    """What this is."""
    steps: dict[Slug, Text]
    """What to do, verb first."""


class IncidentWords(Shape):
    """``docs/data/incident/<language>.yml``."""

    title: Text
    """The name of the route."""
    intro: Text
    """One calm sentence."""
    nodes: dict[Slug, NodeWords]
    """The words of each question."""
    leaves: dict[Slug, LeafWords]
    """The words of each end."""


# ── Language: what the style check and the translation state read ────────────────────────────────────────────────


class AvoidedWord(Shape):
    """A word that readers stumble over, with what to write instead."""

    word: Text
    """The word or words; ``*`` stands for any letters: ``bewerkstellig*``."""
    instead: Text
    """What to write."""
    why: Text
    """The reason in a few words."""
    country: CountryCode | None = None
    """Allowed where the text is about this country alone: its contacts, law lines, notes and cases."""
    allowed_in: list[Text] = Field(default_factory=list)
    """Kinds of content that may use the word all the same, for example ``law``."""


class GlossaryChoice(Shape):
    """One word for one thing: the word of the glossary and the ones that break it."""

    use: Text
    """The word that the site uses."""
    never: Annotated[list[Text], Field(min_length=1)]
    """Words that mean the same and are not used; ``*`` stands for any letters."""
    allowed_in: list[Text] = Field(default_factory=list)
    """Kinds of content that may use them all the same."""


class StyleFile(Shape):
    """``docs/data/style/<language>.yml``: what the style check knows about a language."""

    avoid: list[AvoidedWord]
    """Words to avoid."""
    glossary: list[GlossaryChoice]
    """Words that break the glossary."""
    countries: dict[CountryCode, list[Text]]
    """How this language names each country; a passage that names one may use that country's own words."""
    function_words: list[Text]
    """Small words of this language alone: in a text of another language they betray a sentence left untranslated."""
    opposites: list[Annotated[list[Text], Field(min_length=2, max_length=2)]]
    """Pairs that no group of synonyms may bring together."""


ExceptionRule = Literal["avoid", "glossary", "long-sentence", "other-language", "one-july"]


class StyleException(Shape):
    """One place where a rule of style (or ``one-july`` of the rule on countries) does not hold, and why."""

    path: Text
    """The file, as Problems name it."""
    rule: ExceptionRule
    """The rule that does not hold there."""
    word: Text | None = None
    """The word, or the first words of the sentence; without it the whole file is free of the rule."""
    reason: Text
    """Why; the next reader decides with it."""


class StyleExceptions(Shape):
    """``docs/data/style/exceptions.yml``."""

    exceptions: list[StyleException]
    """Every exception; one that is no longer needed is a problem."""


class TranslationRecord(Shape):
    """What one translated file was made from."""

    origin: LanguageCode
    """The language it was translated from."""
    keys: dict[Text, Text]
    """Key (or heading of a page) to the digest of the text it was made from."""


class TranslationsFile(Shape):
    """``docs/data/translations.yml``: written by ``build.py translations accept``, never by hand."""

    files: dict[Text, TranslationRecord]
    """Path of the translated file to what it was made from."""


# ── Prose pages ──────────────────────────────────────────────────────────────────────────────────────────────────


class PageFacts(Shape):
    """The front matter of ``docs/<language>/<id>.md``."""

    title: Text
    """The page's name, as in its first heading."""
    description: Annotated[Text, Field(max_length=170)]
    """One sentence for lists and search results."""
    origin: LanguageCode
    """The language it was first written in."""
    audience: Annotated[list[Audience], Field(min_length=1)]
    """Who the page is for."""
    sources: SourcePoints = Field(default_factory=list)
    """Source points that this text says."""
    keywords: list[Text] = Field(default_factory=list)
    """Words that readers may search for and that do not stand on the page."""


@dataclass(frozen=True)
class Page:
    """A prose page in one language: front matter, Markdown and the line at which the Markdown starts."""

    id: str
    language: str
    facts: PageFacts
    markdown: str
    path: str
    first_line: int


# ── The library ──────────────────────────────────────────────────────────────────────────────────────────────────

Facts = TypeVar("Facts", bound=Shape)
Words = TypeVar("Words", bound=Shape)


@dataclass(frozen=True)
class Thing(Generic[Facts, Words]):
    """One folder of content: its facts, its words per language and where each value stands."""

    id: str
    kind: str
    facts: Facts
    words: Mapping[str, Words]
    located: Mapping[str, Located] = field(repr=False, compare=False, default_factory=dict)
    """Per file name without ending (``facts``, ``nl``, ``da``): the raw values and their places."""

    def place(self, file: str, *path: str | int, key: bool = False) -> Place:
        """Where the value at ``path`` of ``file`` stands, or what is around it."""
        return self.located[file].place(tuple(path), key=key)

    def texts(self, language: str) -> Iterator[tuple[Path, str]]:
        """Every text of a words file, as written, with its path of keys and indexes."""
        yield from _texts(self.located[language].value)


def _texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from _texts(inner, (*path, key))


Scenario = Thing[ScenarioFacts, ScenarioWords]
Checklist = Thing[ChecklistFacts, ChecklistWords]
Session = Thing[SessionFacts, SessionWords]
Contact = Thing[ContactFacts, ContactWords]
LawLine = Thing[LawFacts, LawWords]
Vocabulary = Thing[VocabularyFacts, VocabularyWords]
Glossary = Thing[GlossaryFacts, GlossaryWords]
Source = Thing[SourceFacts, SourceWords]
Incident = Thing[IncidentFacts, IncidentWords]


ONE_LANGUAGE_ONLY = frozenset({"flemish", "also"})
"""Keys that may stand in one language alone: a Flemish note says nothing to a Danish reader."""


@dataclass(frozen=True)
class Kind:
    """A row of the table of kinds: where it lives and which shapes its files have."""

    name: str
    folder: str
    facts: type[Shape]
    words: type[Shape]
    alone: bool = False
    """True when the folder itself is the thing (the glossary), not a folder of things."""


KINDS: tuple[Kind, ...] = (
    Kind("scenarios", "scenarios", ScenarioFacts, ScenarioWords),
    Kind("checklists", "docs/data/checklists", ChecklistFacts, ChecklistWords),
    Kind("sessions", "docs/data/sessions", SessionFacts, SessionWords),
    Kind("contacts", "docs/data/contacts", ContactFacts, ContactWords),
    Kind("law", "docs/data/law", LawFacts, LawWords),
    Kind("themes", "docs/data/themes", VocabularyFacts, VocabularyWords),
    Kind("sources", "docs/data/sources", SourceFacts, SourceWords),
    Kind("glossary", "docs/data/glossary", GlossaryFacts, GlossaryWords, alone=True),
    Kind("incident", "docs/data/incident", IncidentFacts, IncidentWords, alone=True),
)


MADE_PER_THING = {"cases": "scenarios", "checklists": "checklists", "sessions": "sessions"}
"""Folder of made pages to the kind whose things have one page each."""

MADE_PAGES = frozenset(
    {"cases/index", "checklists/index", "sessions/index", "cards/index", "cards/choose"}
    | {"glossary", "about/sources", "a-z"}
    | {f"{kind}/{country}" for kind in ("law", "contacts", "checked") for country in ("nl", "be", "dk")}
)
"""Pages that the build makes besides those; content may point at them."""


@dataclass(frozen=True)
class Library:
    """All content, read once. ``names`` also holds ids whose files did not load, so that one typo gives one Problem."""

    pages: Mapping[str, Mapping[str, Page]]
    """Page id to language to page."""
    things: Mapping[str, Mapping[str, Thing[Any, Any]]]
    """Kind to id to thing, sorted by id."""
    names: Mapping[str, frozenset[str]]
    """Kind (and ``pages``) to every id that has a file, loaded or not."""
    points: SourcePointsFile
    synonyms: Mapping[str, list[list[str]]]
    """Language to groups of words that mean the same to a searcher."""
    keywords: Mapping[str, Mapping[str, list[str]]]
    """Language to page id to hidden words by which readers look for the page, besides those in its front matter."""
    places: Mapping[str, Located]
    """Path of a file to its places: pages' front matter and the single files in docs/data."""
    style: Mapping[str, StyleFile] = field(default_factory=dict)
    """Language to what the style check knows about it."""
    exceptions: Mapping[str, StyleExceptions] = field(default_factory=dict)
    """Path of a file with exceptions from style to its entries."""
    translations: Mapping[str, TranslationRecord] = field(default_factory=dict)
    """Path of a translated file to what it was made from."""
    assets: frozenset[str] = frozenset()
    """Files below ``docs/assets``: ``icons/phone.svg``."""
    unread: frozenset[str] = frozenset()
    """Paths of the files that are there but did not load. Their own Problems are told; rules do not blame others."""
    edition: Edition = field(default_factory=Edition)
    """Whose site this is: its languages, countries and, if there is one, its organisation."""

    @property
    def scenarios(self) -> Mapping[str, Scenario]:
        """All cases."""
        return self.things["scenarios"]

    @property
    def checklists(self) -> Mapping[str, Checklist]:
        """All checklists."""
        return self.things["checklists"]

    @property
    def sessions(self) -> Mapping[str, Session]:
        """All session plans."""
        return self.things["sessions"]

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """All contacts."""
        return self.things["contacts"]

    @property
    def law(self) -> Mapping[str, LawLine]:
        """All law lines."""
        return self.things["law"]

    @property
    def themes(self) -> Mapping[str, Vocabulary]:
        """All vocabularies."""
        return self.things["themes"]

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents this kit stands on."""
        return self.things["sources"]

    def keywords_of(self, page_id: str, language: str) -> list[str]:
        """Hidden words by which readers look for a page, besides those in its own front matter."""
        return self.keywords.get(language, {}).get(page_id, [])

    @property
    def page_ids(self) -> frozenset[str]:
        """Every page id that content may point at: authored, or made by the build."""
        made = {f"{kind}/{one}" for kind, names in MADE_PER_THING.items() for one in self.names[names]}
        own = {OWN_PAGE} if self.edition.organisation else set()
        return self.names["pages"] | MADE_PAGES | made | own

    @property
    def glossary(self) -> Glossary | None:
        """The glossary, if it loaded."""
        return self.things["glossary"].get("glossary")

    @property
    def incident(self) -> Incident | None:
        """The route "it happens now", if it loaded."""
        return self.things["incident"].get("incident")

    def label(self, vocabulary: str, term: str, language: str) -> str:
        """How ``term`` is called in ``language``, for example ``label("harms", "threat", "da")``."""
        words: VocabularyWords = self.themes[vocabulary].words[language]
        return words.terms[term].label

    def theme_of(self, harm: str) -> str:
        """The theme that a harm belongs to."""
        theme = self.themes["harms"].facts.terms[harm].theme
        assert theme is not None, harm  # a check holds every harm to have a theme
        return theme
