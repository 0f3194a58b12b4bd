"""An organisation's folder is read strictly: a YAML case is a folder and the problems that come out, word for word."""

from __future__ import annotations

from pathlib import Path

import cases
import pytest
from grenzen.content import organisation

HERE = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yml")), ids=lambda path: path.stem)
def test_reading(path: Path, tmp_path: Path, update: bool) -> None:
    case = cases.read(path)
    _, problems = organisation.read(cases.make(case, tmp_path) / "our-org")
    cases.judge(case, problems, update)
