"""Plain language, as far as a program can see: words to avoid, one word per thing, short sentences, one language.

Why: readers are tired, upset or reading in a second language. What is avoided, and why, stands as data in
``docs/data/style/<language>.yml``; a place where a rule does not hold stands in ``docs/data/style/exceptions.yml`` with
its reason, and an exception that nothing needs any more is itself a Problem. In an
organisation's own folder these are warnings: the language there is theirs. Words that people use (``also``) and names
(``name`` of a contact) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeVar

from grenzen.checks.exceptions import Found, allow
from grenzen.checks.texts import Passage, passages
from grenzen.content.model import AvoidedWord, ExceptionRule, Library, StyleFile
from grenzen.problems import Problem

LONGEST = 25
"""Words in a sentence: the limit of this project's language notes for both languages."""

FREE = {"also"}
NAMES = {"name", "publisher"}
_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_QUOTED = re.compile(r"“[^“”]*”|»[^»«]*«|\"[^\"]*\"|‘[^‘’]*’")


Entry = TypeVar("Entry")
RULES: tuple[ExceptionRule, ...] = ("avoid", "glossary", "long-sentence", "other-language")


def check(library: Library, today: date) -> Iterator[Problem]:
    """Breaches that no exception covers, and exceptions that cover nothing."""
    own = library.edition.organisation
    for problem in allow(library, RULES, (one for text in passages(library) for one in breaches(library, text))):
        theirs = own is not None and problem.place.path.startswith(own.prefix)
        yield replace(problem, severity="warning") if theirs else problem


def breaches(library: Library, passage: Passage) -> Iterator[Found]:
    """What one passage does against the rules of its language, exceptions not yet asked."""
    style = library.style.get(passage.language)
    if style is None or FREE & set(passage.keys):
        return
    yield from _avoided(style, passage)
    yield from _off_glossary(style, passage)
    yield from _long_sentences(passage)
    yield from _other_language(library, passage)


def _avoided(style: StyleFile, passage: Passage) -> Iterator[Found]:
    for found, entry in _words_in(passage.text, {entry.word: entry for entry in style.avoid}):
        if passage.kind not in entry.allowed_in and not _at_home(style, entry, passage):
            what, remedy = f"'{found[0]}' is avoided: {entry.why}", f"Write {entry.instead}"
            yield Found("avoid", found[0], Problem(passage.at(found.start()), "style", what, remedy))


def _at_home(style: StyleFile, entry: AvoidedWord, passage: Passage) -> bool:
    """Whether the text is about the word's own country, and not also about the one where it sounds odd."""
    named = {country for country, names in style.countries.items() if any(name in passage.text for name in names)}
    about = named or passage.countries
    return entry.country in about and not ({"nl", "be"} - {entry.country}) & about


def _off_glossary(style: StyleFile, passage: Passage) -> Iterator[Found]:
    for found, entry in _words_in(passage.text, {word: one for one in style.glossary for word in one.never}):
        if passage.kind not in entry.allowed_in:
            what, remedy = f"'{found[0]}' breaks the glossary", f"Write {entry.use}"
            yield Found("glossary", found[0], Problem(passage.at(found.start()), "style", what, remedy))


def _words_in(text: str, entries: Mapping[str, Entry]) -> Iterator[tuple[re.Match[str], Entry]]:
    """Where the words stand in a text. Asks for all of them at once first, because nearly every text has none."""
    if pattern(*entries).search(text):
        for word, entry in entries.items():
            for found in pattern(word).finditer(text):
                yield found, entry


@cache
def pattern(*words: str) -> re.Pattern[str]:
    """Words as a pattern: whole words in any case, ``*`` for any letters, any white space between two."""
    texts = [r"\s+".join(r"\w*".join(map(re.escape, part.split("*"))) for part in word.split()) for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(texts) or '(?!)'})(?!\w)", re.IGNORECASE)


def _long_sentences(passage: Passage) -> Iterator[Found]:
    for start, sentence in sentences(passage.text):
        words = _WORD.findall(sentence)
        if len(words) > LONGEST:
            begin = " ".join(sentence.split())
            what = f"a sentence of {len(words)} words: '{begin[:50].strip()} …'"
            place = passage.at(start)
            yield Found("long-sentence", begin, Problem(place, "style", what, f"At most {LONGEST}: make it two"))


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a passage, each with its position. A full stop before a small letter or a digit ends none."""
    words = list(re.finditer(r"\S+", text))
    begin = 0
    for at, word in enumerate(words):
        last = at + 1 == len(words)
        if last or _ends(word[0].rstrip("\"'”’«»)"), words[at + 1][0].lstrip("\"'“‘«»(")):
            start = words[begin].start()
            yield start, text[start : word.end()]
            begin = at + 1


def _ends(word: str, following: str) -> bool:
    """Whether a sentence ends between two words: 'kl. 21' and 'f.eks. når' go on."""
    return word.endswith(("!", "?")) or (word.endswith((".", "…")) and following[:1].isupper())


def _other_language(library: Library, passage: Passage) -> Iterator[Found]:
    if NAMES & set(passage.keys) or passage.kind == "sources":
        return
    text = _QUOTED.sub(lambda found: " " * len(found[0]), passage.text)
    for other, style in library.style.items():
        words = _any_of(tuple(style.function_words)) if other != passage.language else None
        for found in words.finditer(text) if words else ():
            what = f"'{found[0]}' is a word of the other language ({other})"
            problem = Problem(passage.at(found.start()), "style", what, "Translate the sentence, or quote the words")
            yield Found("other-language", found[0], problem)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Small letters only: with a capital it is as likely part of a name ('Lev Uden Vold')."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")
