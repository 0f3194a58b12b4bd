"""Shared by all tests: the option that refreshes the expected outcomes of YAML cases."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes what the code says now into the cases; a person reads the difference."""
    parser.addoption("--update", action="store_true", help="write the present outcome into the YAML cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether this run refreshes the cases instead of judging them."""
    return bool(request.config.getoption("--update"))
