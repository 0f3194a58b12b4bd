"""What must hold: one rule per file, named after the rule; this file lists them and runs them all.

A rule reads the Library and yields Problems. It never prints, never stops at the first, never writes. A rule that
crashes is reported as a Problem of ours and the others still run.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from datetime import date

from grenzen.checks import (
    calls,
    checklists,
    countries,
    coverage,
    freshness,
    incident,
    keywords,
    markdown,
    organisation,
    parity,
    phone,
    reading_time,
    references,
    sessions,
    style,
    synonyms,
    translation,
    vocabulary,
)
from grenzen.content.model import Library
from grenzen.problems import Place, Problem

Rule = Callable[[Library, date], Iterable[Problem]]

RULES: dict[str, Rule] = {
    "parity": parity.check,
    "organisation": organisation.check,
    "references": references.check,
    "vocabulary": vocabulary.check,
    "checklists": checklists.check,
    "sessions": sessions.check,
    "incident": incident.check,
    "calls": calls.check,
    "markdown": markdown.check,
    "reading_time": reading_time.check,
    "coverage": coverage.check,
    "countries": countries.check,
    "phone": phone.check,
    "freshness": freshness.check,
    "synonyms": synonyms.check,
    "keywords": keywords.check,
    "translation": translation.check,
    "style": style.check,
}


def run(library: Library, today: date) -> list[Problem]:
    """Every Problem of every rule, sorted by place. ``today`` decides what is past its review date."""
    problems: list[Problem] = []
    for name, rule in RULES.items():
        try:
            problems += rule(library, today)
        except Exception as error:  # a crashing rule is our bug: say so and let the others speak
            where = traceback.extract_tb(error.__traceback__)[-1]
            text = f"the rule '{name}' crashed: {type(error).__name__}: {error}"
            problems.append(Problem(Place(f"scripts/grenzen/checks/{name}.py", where.lineno or 1), name, text))
    return sorted(problems)
