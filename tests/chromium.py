"""Chromium for the tests, and a visit that remembers everything a page did that it should not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""Without these, Chromium looks for its own updates while a test counts requests."""


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium; Playwright brings none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "install it with: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield opened
        opened.close()


@dataclass
class Watch:
    """What went wrong on the pages of one context; ``home`` is the address below which everything must stay."""

    home: str
    wrong: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> BrowserContext:
        """Watch every page of ``context``: console, failures, strangers, violations of the policy."""
        context.set_default_timeout(8000)
        context.on("console", lambda said: self._say(said.type in ("error", "warning"), f"console: {said.text}"))
        context.on("requestfailed", self._failed)
        context.on("response", lambda said: self._say(said.status >= 400, f"{said.status}: {said.url}"))
        context.on("request", lambda one: self._request(one.url))
        context.on("weberror", lambda error: self._say(True, f"script: {error.error}"))
        return context

    def _request(self, address: str) -> None:
        self.requests.append(address)
        self._say(not address.startswith((self.home, "data:", "about:", "blob:")), f"outside the site: {address}")

    def _failed(self, request: Request) -> None:
        """A page that is left while it still loads aborts its requests: that is no failure of the site."""
        self._say("ERR_ABORTED" not in (request.failure or ""), f"failed: {request.url} {request.failure}")

    def _say(self, is_wrong: bool, text: str) -> None:
        if is_wrong:
            self.wrong.append(text)


def kinds(page: Page) -> str:
    """The kind of page, as its article says it."""
    return page.locator("article").first.get_attribute("class") or ""
