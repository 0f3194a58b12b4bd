"""Shows what is going on: a live line in a terminal (rich), plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

_CONSOLE = Console(stderr=True, highlight=False)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Show ``what`` while it runs and how many seconds it took."""
    started = time.monotonic()
    if _CONSOLE.is_terminal:
        with _CONSOLE.status(f"{what} …"):
            yield
    else:
        say(f"{what} …")
        yield
    say(f"{what}: {time.monotonic() - started:.1f} s")


def say(line: str) -> None:
    """One plain line."""
    _CONSOLE.print(line, soft_wrap=True)
