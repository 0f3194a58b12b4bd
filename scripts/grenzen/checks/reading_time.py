"""The story of a case is read aloud in under 60 seconds: at most 120 words of context, trigger and dilemma.

Why: one person reads the card to the team. 120 words a minute is the calm pace that the language notes of this project
reckon with ("each card must work when one person reads it aloud in under 60 seconds (about 120 words)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from grenzen.content.model import Library
from grenzen.problems import Problem

WORDS_A_MINUTE = 120


def check(library: Library, today: date) -> Iterator[Problem]:
    """Stories that take longer than a minute, in each language by itself."""
    for case in library.scenarios.values():
        for language, words in case.words.items():
            count = len(re.findall(r"\w+(?:['’-]\w+)*", f"{words.context} {words.trigger} {words.dilemma}"))
            if count > WORDS_A_MINUTE:
                seconds = round(count / WORDS_A_MINUTE * 60)
                what = f"the story has {count} words, {seconds} seconds read aloud"
                remedy = f"Shorten context, trigger or dilemma to {WORDS_A_MINUTE} words together"
                yield Problem(case.place(language, "context"), "reading_time", what, remedy)
