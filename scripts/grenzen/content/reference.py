"""The authors' reference page, ``FIELDS.md``: every field of every file with its sentence from the model.

Made by ``build.py fields``; a test holds it to the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grenzen.content.model import KINDS, PageFacts, Shape, SourcePointsFile, StyleExceptions, StyleFile
from grenzen.content.organisation import OrganisationFacts

_HEADING = """# Every field, for authors

Made from `model.py` by `python3 scripts/build.py fields`; edit the sentences there. A `*` marks a field that must be
there. Ids are English, lower case, with hyphens.
"""


def fields_page() -> str:
    """The whole page as Markdown."""
    sections = [_section(shape) for shape in _shapes()]
    return "\n".join([_HEADING, *sections])


def _shapes() -> Iterator[type[Shape]]:
    """Every shape an author fills in, files first, each followed by the shapes inside it; none twice."""
    seen: set[type[Shape]] = set()
    for kind in KINDS:
        for shape in (kind.facts, kind.words):
            yield from _with_inner(shape, seen)
    for shape in (PageFacts, OrganisationFacts, SourcePointsFile, StyleFile, StyleExceptions):
        yield from _with_inner(shape, seen)


def _with_inner(shape: type[Shape], seen: set[type[Shape]]) -> Iterator[type[Shape]]:
    if shape in seen:
        return
    seen.add(shape)
    yield shape
    for field in shape.model_fields.values():
        for inner in _inner(field.annotation):
            yield from _with_inner(inner, seen)


def _inner(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inner(argument)


def _section(shape: type[Shape]) -> str:
    lead = re.sub(r"``([^`]*)``", r"`\1`", " ".join((shape.__doc__ or "").split()))
    rows = [
        f"| `{name}`{' *' if field.is_required() else ''} | {_plain(field.description)} |"
        for name, field in shape.model_fields.items()
    ]
    return "\n".join([f"## {shape.__name__}", "", lead, "", "| Field | What it holds |", "|---|---|", *rows, ""])


def _plain(description: str | None) -> str:
    return re.sub(r"``([^`]*)``", r"`\1`", " ".join((description or "").split())).replace("|", "\\|")
