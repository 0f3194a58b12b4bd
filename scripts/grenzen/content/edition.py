"""Which site this is: whose, in which languages, for which countries. Travels with the Library, not as a global.

The default edition is the whole kit. An organisation's edition (read by ``organisation``) has its own languages and one
country; ``narrow`` takes out of the Library what such a site does not show. Nothing here reads files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grenzen.content.languages import LANGUAGES, Language

if TYPE_CHECKING:
    from grenzen.content.organisation import Organisation

COUNTRIES = ("nl", "be", "dk")
"""Every country of the kit, in the order in which the site shows them."""

PER_COUNTRY = ("law", "contacts", "checked")
"""Folders of made pages that have one page per country."""


@dataclass(frozen=True)
class Edition:
    """One build's site. ``languages`` are rows of the language table, the default language first."""

    languages: tuple[Language, ...] = tuple(LANGUAGES.values())
    countries: tuple[str, ...] = COUNTRIES
    organisation: Organisation | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages: ``("nl", "da")``."""
        return tuple(language.code for language in self.languages)

    def site_name(self, language: Language) -> str:
        """What the site is called: with the organisation's name behind ours when it is theirs."""
        own = self.organisation
        return f"{language.site_name} · {own.name(language.code)}" if own else language.site_name

    @property
    def hidden(self) -> frozenset[str]:
        """What the organisation hides, as written: page ids, ``contacts/<id>``, ``law/<id>`` or a whole kind."""
        return frozenset(self.organisation.facts.hide) if self.organisation else frozenset()

    def is_own(self, path: str) -> bool:
        """Whether a file (by the path that people see) lies in the organisation's own folder."""
        return bool(self.organisation and path.startswith(self.organisation.prefix))

    def shows(self, page_id: str) -> bool:
        """Whether this site has the page at all: not hidden, and not another country's."""
        folder, _, name = page_id.partition("/")
        if page_id == OWN_PAGE:
            return self.organisation is not None
        return page_id not in self.hidden and (folder not in PER_COUNTRY or name in self.countries)


OWN_PAGE = "organisation"
"""The made page with an organisation's own contacts, protocol and registration route; only its own edition has it."""

WHOLE = Edition()
"""The kit itself: every language, every country, nobody's own."""
