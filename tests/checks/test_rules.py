"""Every rule, by cases: each YAML file in the folder of a rule breaks the tiny kit or changes it in an allowed way."""

from __future__ import annotations

from pathlib import Path

import cases
import pytest
from grenzen import checks
from grenzen.content.load import load

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rule(path: Path, tmp_path: Path, update: bool) -> None:
    case = cases.read(path)
    library, problems = cases.read_kit(case, tmp_path)
    rule = checks.RULES[path.parent.name]
    cases.judge(case, {*problems, *rule(library, case.today)}, update)


@pytest.mark.parametrize("rule", checks.RULES)
def test_each_rule_has_a_case_that_breaks_it_and_one_that_is_allowed(rule: str) -> None:
    outcomes = {bool(cases.read(path).problems) for path in CASES if path.parent.name == rule}
    assert outcomes == {True, False}, rule


def test_each_rule_says_what_and_why() -> None:
    for name, rule in checks.RULES.items():
        module = __import__(rule.__module__, fromlist=["x"])
        assert rule.__module__ == f"grenzen.checks.{name}"
        assert "Why:" in (module.__doc__ or ""), name


def test_the_tiny_kit_is_sound() -> None:
    loaded = load(cases.TINY)
    assert [*loaded.problems, *checks.run(loaded.library, cases.Case.today)] == []


def test_a_rule_that_crashes_is_told_and_the_others_still_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(checks.RULES, "parity", lambda library, today: 1 // 0)
    library = load(cases.TINY).library
    assert [problem.text for problem in checks.run(library, cases.Case.today)] == [
        "the rule 'parity' crashed: ZeroDivisionError: integer division or modulo by zero"
    ]
