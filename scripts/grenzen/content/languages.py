"""The language table: one row per language of the site. Everything else asks this table.

Adding a language is one row here, one ``words/<code>.yml`` and one words file per thing; ``check`` lists what is
missing. Language is not country: countries are a property of law lines, contacts and notes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A row of the table: ``locale`` is what PDFs and pages declare, ``name`` is the language's own name for itself."""

    code: str
    locale: str
    name: str
    site_name: str
    quotes: tuple[str, str]


LANGUAGES: dict[str, Language] = {
    "nl": Language("nl", "nl-NL", "Nederlands", "Online Grenzen", ("“", "”")),
    "da": Language("da", "da-DK", "Dansk", "Digitale Grænser", ("»", "«")),
}
