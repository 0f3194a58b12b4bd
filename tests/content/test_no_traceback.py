"""No input of an author ends in a traceback: the real files, damaged in every way we can think of, give Problems only.

What runs is what ``build.py check`` runs: load, every rule, and, when nothing is wrong, the staging of the pages.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import cases
import pytest
from grenzen import checks
from grenzen.content.load import load
from grenzen.problems import Problem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 5, 1)
ODD = [
    *("\x00", "\x1b[31m", "\t", "\r", "\ufeff", "\u202e", "\u2028", "🙈", "æ", "\\", '"', "'", "`", "|", ">", "%", "@"),
    *(
        ": ",
        " #",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "{",
        "}",
        "[",
        "]",
        "---\n",
        "...\n",
        "~",
        ",",
        "\n\n",
        "\n   ",
    ),
    *(
        "{{",
        "}}",
        "{%",
        "{{ x() }}",
        "{{ term('x') }}",
        "{: onclick=x }",
        "<script>",
        "<!--",
        "](",
        "![",
        "[x]: ",
        "```\n",
    ),
]
VALUES = [
    "",
    "no",
    "~",
    "[]",
    "{}",
    "[[]]",
    "{a: b}",
    "-1",
    "1e9",
    "99999999999",
    "2026-99-99",
    '"\\ud800"',
    "../x",
    "x" * 3000,
]
SETTINGS = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes of a file with one thing wrong."""
    lines = data.split(b"\n")
    at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    how = draw(st.sampled_from(["delete", "double", "swap", "insert", "byte", "cut", "value", "indent"]))
    if how == "delete":
        del lines[at]
    elif how == "double":
        lines.insert(at, lines[at])
    elif how == "swap":
        lines[at], lines[other] = lines[other], lines[at]
    elif how == "insert":
        column = draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:column] + draw(st.sampled_from(ODD)).encode() + lines[at][column:]
    elif how == "byte":
        column = draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:column] + bytes([draw(st.integers(0, 255))]) + lines[at][column + 1 :]
    elif how == "cut":
        return data[: draw(st.integers(0, len(data)))]
    elif how == "value":
        lines[at] = lines[at].partition(b":")[0] + b": " + draw(st.sampled_from(VALUES)).encode()
    else:
        lines[at] = b" " * draw(st.integers(0, 8)) + lines[at].lstrip()
    return b"\n".join(lines)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content."""
    root = tmp_path_factory.mktemp("kit")
    shutil.copytree(ROOT / "scenarios", root / "scenarios")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("*.woff2", "*.ttf"))
    return root


@settings(SETTINGS, max_examples=20)
@given(data=st.data())
def test_damaged_real_files_give_problems_only(kit: Path, data: st.DataObject) -> None:
    texts = sorted(path for folder in ("docs", "scenarios") for path in (kit / folder).rglob("*.[my][dm]*"))
    chosen = data.draw(st.lists(st.sampled_from(texts), min_size=1, max_size=12, unique=True))
    before = {path: path.read_bytes() for path in chosen}
    try:
        for path, content in before.items():
            path.write_bytes(data.draw(damage(content)))
        _judge(kit)
    finally:
        for path, content in before.items():
            path.write_bytes(content)


@settings(SETTINGS, max_examples=60)
@given(data=st.data())
def test_a_damaged_tiny_kit_gives_problems_only(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Fewer files and one thing wrong: more often still sound, so that the pages are made as well."""
    root = tmp_path_factory.mktemp("tiny") / "kit"
    shutil.copytree(cases.TINY, root)
    texts = sorted(path for path in root.rglob("*.[my][dm]*"))
    path = data.draw(st.sampled_from(texts))
    path.write_bytes(data.draw(damage(path.read_bytes())))
    _judge(root)
    shutil.rmtree(root.parent)


@settings(SETTINGS, max_examples=30)
@given(data=st.data())
def test_files_in_each_others_place_give_problems_only(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("tiny") / "kit"
    shutil.copytree(cases.TINY, root)
    texts = sorted(path for path in root.rglob("*.[my][dm]*"))
    one, other = data.draw(st.sampled_from(texts)), data.draw(st.sampled_from(texts))
    shutil.copyfile(one, other) if one != other else one.unlink()
    _judge(root)
    shutil.rmtree(root.parent)


def _judge(root: Path) -> None:
    for problem in _problems(root):
        line = str(problem)
        assert "crashed" not in line, line
        assert line.isprintable(), repr(line)
        assert len(line) < 4000, line[:200]


def _problems(root: Path) -> Iterator[Problem]:
    loaded = load(root)
    found = [*loaded.problems, *checks.run(loaded.library, TODAY)]
    yield from found
    if not any(problem.severity == "error" for problem in found):
        yield from cases.staged(loaded.library, TODAY)[1]
