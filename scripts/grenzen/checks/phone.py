"""A phone number stands only on a contact that was verified at its source.

Why: somebody dials it in a bad hour. An unverified contact may be named, with its own page and a notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.content.model import Library
from grenzen.problems import Problem


def check(library: Library, today: date) -> Iterator[Problem]:
    """Numbers that nobody verified."""
    for contact in library.contacts.values():
        if contact.facts.phone and contact.facts.confidence != "verified":
            what = f"the number {contact.facts.phone} was not verified (confidence: {contact.facts.confidence})"
            yield Problem(contact.place("facts", "phone"), "phone", what, "Verify it or leave the number out")
