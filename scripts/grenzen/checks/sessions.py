"""The steps of a session plan add up to the promised minutes, and every step has its words.

Why: a team lead who has 45 minutes must be able to trust the plan; one minute too many is taken from the closing round.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.checks.same_ids import same_ids
from grenzen.content.model import Library, Session
from grenzen.problems import Problem


def check(library: Library, today: date) -> Iterator[Problem]:
    """Plans whose minutes do not add up, and steps without words or words without a step."""
    for plan in library.sessions.values():
        yield from _minutes(plan)
        steps = [step.id for step in plan.facts.steps]
        for twice in sorted({step for step in steps if steps.count(step) > 1}):
            yield Problem(
                plan.place("facts", "steps"), "sessions", f"the step '{twice}' stands here twice", "Rename one"
            )
        for language, words in plan.words.items():
            yield from same_ids("sessions", plan, language, ("steps",), steps, words.steps)


def _minutes(plan: Session) -> Iterator[Problem]:
    total = sum(step.minutes for step in plan.facts.steps)
    if total != plan.facts.minutes:
        what = f"the steps add up to {total} minutes; the plan promises {plan.facts.minutes}"
        yield Problem(plan.place("facts", "minutes"), "sessions", what, "Change a step or the promise")
