"""A case is one short YAML file: what is changed in a copy of the tiny kit, and which problems come out, word for word.

Keys of a case, all but ``why`` and ``problems`` optional:

- ``why``: one sentence;
- ``edit``: path to {old text: new text}, each old text must be there;
- ``files``: path to the whole text of a file, new or instead of the old one;
- ``bytes``: the same with Python's escapes (``\\xff``), for what is no text;
- ``repeat``: path to [text, times], for files too long to write down;
- ``remove``: paths that go;
- ``links``: path to the target of a symbolic link;
- ``organisation``: the files of an organisation's own folder, path to whole text;
- ``today``: the day of the check, 2026-05-01 when absent;
- ``problems``: the lines that people see, last in the file so that ``--update`` can write them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml
from grenzen.content import organisation
from grenzen.content.edition import WHOLE
from grenzen.content.load import load
from grenzen.content.model import Library
from grenzen.outputs import pages
from grenzen.problems import Problem

TINY = Path(__file__).parent / "tiny"


@dataclass
class Case:
    """One YAML case as read; see the module for its keys."""

    path: Path
    why: str
    problems: list[str]
    edit: dict[str, dict[str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, str] = field(default_factory=dict)
    repeat: dict[str, tuple[str, int]] = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    organisation: dict[str, str] = field(default_factory=dict)
    today: date = date(2026, 5, 1)


def read(path: Path) -> Case:
    """Read one case."""
    return Case(path, **yaml.safe_load(path.read_text(encoding="utf-8")))


def make(case: Case, folder: Path) -> Path:
    """A copy of the tiny kit in ``folder`` with the case's changes; returns its root."""
    root = folder / "kit"
    shutil.copytree(TINY, root)
    for name in case.remove:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, changes in case.edit.items():
        _edit(root / name, changes)
    for name, content in _contents(case).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, text in case.organisation.items():
        path = folder / "our-org" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, target in case.links.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)
    return root


def read_kit(case: Case, folder: Path) -> tuple[Library, list[Problem]]:
    """What the loader makes of the case: our kit, with the organisation's folder over it when the case has one."""
    root = make(case, folder)
    edition, problems = organisation.read(folder / "our-org") if case.organisation else (WHOLE, [])
    loaded = load(root, edition)
    return loaded.library, [*problems, *loaded.problems]


def staged(library: Library, today: date) -> tuple[dict[str, str], list[Problem]]:
    """The pages of every language as Markdown, and what went wrong; other outputs have tests of their own."""
    made = [pages.make(library, language, today) for language in library.edition.codes]
    files = {path: text for one in made for path, text in one.files.items()}
    return files, [problem for one in made for problem in one.problems]


def judge(case: Case, problems: Iterable[Problem], update: bool) -> None:
    """Compare with the expected lines, or write the present ones into the case."""
    lines = [str(problem) for problem in sorted(problems)]
    if update and lines != case.problems:
        _write(case, lines)
    else:
        assert lines == case.problems, case.why


def _edit(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{path} has no '{old}'"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _contents(case: Case) -> dict[str, bytes]:
    raw = {name: text.encode("latin-1").decode("unicode_escape").encode("latin-1") for name, text in case.bytes.items()}
    long = {name: (text * times).encode() for name, (text, times) in case.repeat.items()}
    return {name: text.encode() for name, text in case.files.items()} | raw | long


def _write(case: Case, lines: list[str]) -> None:
    kept = case.path.read_text(encoding="utf-8").partition("\nproblems:")[0].rstrip("\n")
    told = yaml.safe_dump({"problems": lines}, allow_unicode=True, width=1000, sort_keys=False)
    case.path.write_text(f"{kept}\n{told}", encoding="utf-8")
