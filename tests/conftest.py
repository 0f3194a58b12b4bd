"""Shared by all tests: the option that refreshes the expected outcomes of YAML cases, and the one Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import chromium
import pytest
from playwright.sync_api import Browser


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes what the code says now into the cases; a person reads the difference."""
    parser.addoption("--update", action="store_true", help="write the present outcome into the YAML cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether this run refreshes the cases instead of judging them."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: one per process, because Playwright refuses a second one beside it."""
    with chromium.browser() as opened:
        yield opened
