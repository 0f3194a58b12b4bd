"""Read an organisation's own folder: ``organisation.yml``, its logo, and what follows from them for the site.

The folder also holds ``docs/``, ``scenarios/`` and ``docs/data/`` in our own shapes; ``load`` reads those over ours.
``narrow`` takes out what this organisation's site does not show. Whether a hidden id exists is for ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from grenzen.colours import Accent, contrast, nearest_passing
from grenzen.content import locate, logo
from grenzen.content.edition import Edition
from grenzen.content.explain import explain
from grenzen.content.files import Files, printable
from grenzen.content.languages import LANGUAGES
from grenzen.content.model import (
    Contact,
    ContactFacts,
    ContactKind,
    ContactWords,
    CountryCode,
    Day,
    LanguageCode,
    PageId,
    PageIds,
    PhoneNumber,
    Shape,
    Slug,
    Slugs,
    Text,
    Thing,
)
from grenzen.problems import Place, Problem
from pydantic import AfterValidator, Field, ValidationError

FILE = "organisation.yml"
REPLACED = "replaced.yml"
"""Which of our texts the organisation replaced and what they looked like then; written by ``organisation accept``."""

IN_FOLDER = (FILE, REPLACED, "docs", "scenarios", "README.md", "LEESMIJ.md", "LAESMIG.md", "LICENSE")
"""What may lie in the folder besides the logo: a misspelt name would silently be read by nobody."""

LIGHT, DARK = "#f2f0ea", "#1e2528"
"""The darkest background of the light site and the lightest of the dark one: what passes here passes on white and on
every page (a test holds them to the site's own surfaces)."""

REVIEW_AFTER = timedelta(days=365)


def _own_address(value: str) -> str:
    """Intranets have short names and ports: ``http://intranet:8080/protocol``."""
    if not re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?(/[a-z0-9/._~%?&=+:,;@#-]*)?", value, re.IGNORECASE):
        raise ValueError("an address starts with https:// (or http:// inside your network) and has no spaces or quotes")
    return value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError('a colour is six hex digits in quotes, like "#12586b"')
    return value.lower()


OwnAddress = Annotated[str, AfterValidator(_own_address)]
Colour = Annotated[str, AfterValidator(_colour)]
if TYPE_CHECKING:
    Spoken = dict[str, str]  # whoever looks up a language has it as a plain text
else:
    Spoken = dict[LanguageCode, Text]
"""A text in each of the organisation's languages."""


class OwnContact(Shape):
    """One of the organisation's own contacts; shown before all others."""

    id: Slug
    """A short English id, for example ``duty-manager``."""
    kinds: Annotated[list[ContactKind], Field(min_length=1)]
    """What for; pages ask for contacts by kind. With ``emergency`` it stands beside 112 on every act page."""
    phone: PhoneNumber | None = None
    """The number as people dial it, in quotes."""
    url: OwnAddress | None = None
    """A page of your own about it."""
    name: Spoken
    """The name under which your people know it."""
    for_what: Spoken
    """When you turn there."""
    not_for: Spoken
    """When you do not turn there, and where then."""
    hours: Spoken = Field(default_factory=dict)
    """When it answers."""


class OwnLink(Shape):
    """A document of the organisation: an address on its intranet or a page of this site."""

    title: Spoken
    """What the document is called."""
    address: OwnAddress | None = None
    """Where it stands on your intranet."""
    page: PageId | None = None
    """Instead of ``address``: the id of a page of this site, for example one of your own."""


class Registration(Shape):
    """How people register an incident inside the organisation."""

    text: Spoken
    """Where and with whom, in one or two sentences."""
    address: OwnAddress | None = None
    """The form, if there is one."""


class OwnColours(Shape):
    """Your colours as ``"#rrggbb"``, in quotes. Each must be readable: 4.5:1 on the site's backgrounds."""

    primary: Colour
    """Header, headings and links, on screen and on paper."""
    primary_dark: Colour | None = None
    """The same on the dark site; made lighter by the build when it is left out."""


class OrganisationFacts(Shape):
    """``organisation.yml``: everything that makes the site an organisation's own."""

    names: Spoken
    """Your name, in each of your languages."""
    country: CountryCode
    """Your country; the law and contacts of other countries are not shown."""
    languages: Annotated[list[LanguageCode], Field(min_length=1)]
    """The languages of your site; one is enough."""
    default_language: LanguageCode | None = None
    """The language that the door shows first; without it the first of ``languages``."""
    checked_on: Day
    """The day you last compared your contacts and links with reality; a year later the site says so."""
    logo: Text | None = None
    """The file name of your logo beside this file: an SVG without scripts, or a PNG."""
    colours: OwnColours | None = None
    """Your colours; without them the kit's own."""
    contacts: Annotated[list[OwnContact], Field(min_length=1)]
    """Whom your people call, most important first."""
    protocol: list[OwnLink] = Field(default_factory=list)
    """Your protocol and other documents that people need when something happens."""
    registration: Registration | None = None
    """How people register an incident."""
    sectors: Slugs = Field(default_factory=list)
    """Your sectors, from ``themes/sectors``: only cases that fit are shown; without it all of them."""
    hide: PageIds = Field(default_factory=list)
    """What you do not want: page ids as in the address (``policy/publish``, ``cases/two-of-you``), single lines
    (``contacts/nl-acm``, ``law/nl-threat``) or all of ours of a kind (``cases``, ``checklists``, ``sessions``)."""
    address: OwnAddress | None = None
    """Where your site will stand; printed on cards as a short address and a QR code."""


@dataclass(frozen=True)
class Organisation:
    """What was read: the facts, the folder they came from and the logo, already proved harmless."""

    facts: OrganisationFacts
    folder: Path
    located: locate.Located = field(repr=False, compare=False)
    logo: logo.Picture | None = None

    @property
    def prefix(self) -> str:
        """Stands before every path of theirs that people see: ``our-org/``."""
        return prefix_of(self.folder)

    @property
    def primary(self) -> Accent | None:
        """Their colour for white and for the dark site, or None when they keep ours."""
        colours = self.facts.colours
        if colours is None:
            return None
        dark = colours.primary_dark or nearest_passing(colours.primary, DARK)
        return Accent(colours.primary, dark)

    @property
    def logo_path(self) -> str:
        """Where the site keeps the logo."""
        return f"assets/organisation/logo{self.logo.suffix}" if self.logo else ""

    def name(self, language: str) -> str:
        """Their name in one of their languages."""
        return self.facts.names[language]

    def contacts(self) -> dict[str, Contact]:
        """Their contacts as ordinary contacts, ordered before all others."""
        return {f"own-{one.id}": self._contact(at, one) for at, one in enumerate(self.facts.contacts)}

    def _contact(self, at: int, own: OwnContact) -> Contact:
        facts = ContactFacts.model_construct(
            country=self.facts.country,
            kinds=own.kinds,
            phone=own.phone,
            url=own.url,
            confidence="verified",
            source=next(iter(self.facts.names.values())),
            checked_on=self.facts.checked_on,
            review_by=self.facts.checked_on + REVIEW_AFTER,
            order=at - len(self.facts.contacts),
        )
        words: dict[str, ContactWords] = {
            code: ContactWords(
                name=own.name[code], for_what=own.for_what[code], not_for=own.not_for[code], hours=own.hours.get(code)
            )
            for code in self.facts.languages
        }
        here = locate.Located(places={(): self.located.place(("contacts", at))})
        return Thing(f"own-{own.id}", "contacts", facts, words, {"facts": here, **dict.fromkeys(words, here)})


def prefix_of(folder: Path) -> str:
    """The prefix of an organisation's paths in messages: its folder's name."""
    return f"{printable(folder.resolve().name)}/"


def read(folder: Path) -> tuple[Edition, list[Problem]]:
    """The edition that ``folder`` describes, or the whole kit with Problems when it cannot be used."""
    files = Files(folder, prefix_of(folder))
    if not folder.is_dir():
        remedy = "Make one with: python3 scripts/build.py new organisation DIR"
        return Edition(), [Problem(Place(files.prefix), "files", "this folder does not exist", remedy)]
    text = files.text(folder / FILE)
    if text is None:
        return Edition(), files.problems
    located = locate.parse(text, files.path(folder / FILE))
    organisation = _organisation(files, located)
    problems = [*files.problems, *located.problems]
    return (_edition(organisation) if organisation and not problems else Edition()), sorted(problems)


def _organisation(files: Files, located: locate.Located) -> Organisation | None:
    """All that is wrong goes to ``files.problems``."""
    if located.problems:
        return None
    try:
        facts = OrganisationFacts.model_validate(located.value or {})
    except ValidationError as error:
        files.problems += explain(error.errors(), OrganisationFacts, located)
        return None
    files.only(files.root, [*IN_FOLDER, *([facts.logo] if facts.logo else [])])
    files.problems += [*_silent_languages(facts, located), *_pale_colours(facts, located), *_links(facts, located)]
    files.problems += _twice(facts, located)
    picture = logo.read(files, facts.logo, located.place(("logo",))) if facts.logo else None
    return Organisation(facts, files.root, located, picture)


def _edition(organisation: Organisation) -> Edition:
    facts = organisation.facts
    first = facts.default_language or facts.languages[0]
    codes = sorted(facts.languages, key=lambda code: (code != first, facts.languages.index(code)))
    return Edition(tuple(LANGUAGES[code] for code in codes), (facts.country,), organisation)


# ── what one file alone can know ──


def _silent_languages(facts: OrganisationFacts, located: locate.Located) -> Iterator[Problem]:
    """Texts that lack one of the organisation's languages, and a default language that is none of them."""
    if facts.default_language and facts.default_language not in facts.languages:
        text = f"the default language '{facts.default_language}' is none of your languages"
        yield Problem(located.place(("default_language",)), "organisation", text, "Add it to languages")
    for path in _spoken(located.value):
        said = set(_value_at(located.value, path))
        for code in facts.languages:
            if code not in said:
                text = f"this text has no '{code}', and that is one of your languages"
                yield Problem(located.place(path), "organisation", text, f"Write a line '{code}: …' beneath it")


def _spoken(value: object, path: locate.Path = ()) -> Iterator[locate.Path]:
    """The paths of all mappings from language to text."""
    if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        yield path
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _spoken(inner, (*path, key))


def _value_at(value: object, path: locate.Path) -> dict[str, str]:
    for part in path:
        value = value[part]  # type: ignore[index]
    assert isinstance(value, dict)
    return value


def _pale_colours(facts: OrganisationFacts, located: locate.Located) -> Iterator[Problem]:
    """Colours that people cannot read, with the nearest that they can."""
    for name, background, where in (("primary", LIGHT, "the light site"), ("primary_dark", DARK, "the dark site")):
        colour = getattr(facts.colours, name, None)
        if colour and contrast(colour, background) < 4.5:
            text = f"{colour} has a contrast of {contrast(colour, background):.1f}:1 on {where}; 4.5:1 is needed"
            remedy = f'The nearest colour that passes is "{nearest_passing(colour, background)}"'
            yield Problem(located.place(("colours", name)), "contrast", text, remedy)


def _links(facts: OrganisationFacts, located: locate.Located) -> Iterator[Problem]:
    for at, one in enumerate(facts.protocol):
        if bool(one.address) == bool(one.page):
            text = "a document has an address or a page, one of the two"
            yield Problem(located.place(("protocol", at)), "organisation", text, "Keep one of them")


def _twice(facts: OrganisationFacts, located: locate.Located) -> Iterator[Problem]:
    ids = [one.id for one in facts.contacts]
    for at, name in enumerate(ids):
        if name in ids[:at]:
            text = f"the contact '{name}' stands here twice"
            yield Problem(located.place(("contacts", at, "id")), "organisation", text, "Rename one of them")
