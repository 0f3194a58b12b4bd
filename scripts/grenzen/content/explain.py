"""Turn pydantic's errors into Problems for authors: place, plain words, and a near word where there is one.

One mistake gives one Problem: a misspelt key is not also reported as the missing key that it was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from grenzen.content.locate import Located, Path
from grenzen.content.model import Shape
from grenzen.problems import Problem, did_you_mean
from pydantic_core import ErrorDetails

SHOWN = 60
"""Characters of an author's value that a message repeats."""


def explain(errors: Sequence[ErrorDetails], shape: type[Shape], located: Located) -> list[Problem]:
    """All errors of one file, without the missing keys that an unknown key nearly spells."""
    meant = {meant for error in errors if (meant := _meant(error, errors, shape))}
    left = [error for error in errors if error["type"] != "missing" or _path(error) not in meant]
    return [_problem(error, shape, located) for error in left]


def _meant(error: ErrorDetails, errors: Sequence[ErrorDetails], shape: type[Shape]) -> Path | None:
    """The path of the missing key that this unknown key nearly spells."""
    path = _path(error)
    if error["type"] != "extra_forbidden":
        return None
    missing = {str(_path(one)[-1]) for one in errors if one["type"] == "missing" and _path(one)[:-1] == path[:-1]}
    remedy = did_you_mean(str(path[-1]), _keys_of(shape, path[:-1]))
    return next(((*path[:-1], name) for name in missing if f"'{name}'" in remedy), None)


def _problem(error: ErrorDetails, shape: type[Shape], located: Located) -> Problem:
    path, kind = _path(error), error["type"]
    name = str(path[-1]) if path else "file"
    if "[key]" in error["loc"]:
        text, remedy = _about_key(error, name)
        return Problem(located.place(path, key=True), "shape", text, remedy)
    if kind == "missing":
        return Problem(located.place(path[:-1]), "shape", f"the key '{name}' is missing", "Add it")
    if kind == "extra_forbidden":
        known = _keys_of(shape, path[:-1])
        remedy = did_you_mean(name, known) or f"Known here: {', '.join(sorted(known))}"
        return Problem(located.place(path, key=True), "shape", f"unknown key '{short(name)}'", remedy)
    text, remedy = _about_value(error)
    return Problem(located.place(path), "shape", f"{_called(path)} {text}", remedy)


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part != "[key]")


def _called(path: Path) -> str:
    """What a value is called in a message: its key, with its number when it stands in a list."""
    if not path:
        return "the file"
    named = [at for at, part in enumerate(path) if isinstance(part, str)]
    if not named or named[-1] == len(path) - 1:
        return f"'{short(path[-1])}'"
    return f"entry {int(path[-1]) + 1} of '{short(path[named[-1]])}'"


def _about_key(error: ErrorDetails, name: str) -> tuple[str, str]:
    if error["type"] == "literal_error":
        allowed = _allowed(error)
        return f"unknown key '{short(name)}'", did_you_mean(name, allowed) or f"Known here: {', '.join(allowed)}"
    return f"the key '{short(name)}' does not have the right form", _FORM


def _about_value(error: ErrorDetails) -> tuple[str, str]:
    kind, given, limits = error["type"], error["input"], error.get("ctx", {})
    if kind == "literal_error":
        allowed = _allowed(error)
        return f"cannot be '{short(given)}'", did_you_mean(str(given), allowed) or f"One of: {', '.join(allowed)}"
    if kind == "string_type" and isinstance(given, dict):
        return "is a mapping where a text belongs", "Quote this line: an unquoted ': ' makes a mapping"
    if kind == "string_too_long":
        return f"has {len(str(given))} characters; at most {limits.get('max_length')} fit", "Shorten it"
    if kind in ("too_short", "too_long"):
        least, most = limits.get("min_length"), limits.get("max_length")
        return f"has {limits.get('actual_length')} entries", f"At least {least}" if least else f"At most {most}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{given} is out of range", f"From {limits['ge']}" if "ge" in limits else f"Up to {limits['le']}"
    if kind == "value_error":
        return f"is not right: {limits.get('error', error['msg'])}", ""
    text, remedy = next((said for start, said in _SAID.items() if kind.startswith(start)), (error["msg"], ""))
    return text.format(given=short(given)), remedy


_FORM = "Lower case letters, digits and hyphens; a source point is like S1-04"
_SAID = {
    "string_type": ("is a list where a text belongs", "Write one text, quoted if it starts with '-' or '['"),
    "string_pattern_mismatch": ("does not have the right form: '{given}'", _FORM),
    "string_too_short": ("is empty", "Write something or remove the key"),
    "dict_type": ("is a text or list where keys belong", "Write 'key: value' lines beneath it"),
    "model_": ("is a text or list where keys belong", "Write 'key: value' lines beneath it"),
    "list_type": ("is not a list", "Write '[a, b]' or '- a' lines"),
    "int_": ("is not a whole number: '{given}'", "Write digits only"),
    "date": ("is not a date: '{given}'", "Write it like 2026-04-15"),
}
"""Start of pydantic's error type to what we say instead."""


def short(value: object) -> str:
    """A value as a message repeats it: one line, at most ``SHOWN`` characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _allowed(error: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def _keys_of(shape: type[Shape], path: Path) -> set[str]:
    """The known keys of the model that sits at ``path`` inside ``shape``."""
    return set(next(_shapes_at(shape, path), shape).model_fields)


def _shapes_at(annotation: Any, path: Path) -> Iterator[type[Shape]]:
    """Walk from an annotation along ``path``: fields of shapes by name, members of lists and mappings by any key."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        if not path:
            yield annotation
        elif path[0] in annotation.model_fields:
            yield from _shapes_at(annotation.model_fields[str(path[0])].annotation, path[1:])
        return
    rest = path[1:] if getattr(annotation, "__origin__", None) in (list, dict) else path
    for inner in getattr(annotation, "__args__", ()):
        yield from _shapes_at(inner, rest)
