"""A real Chromium on our real site, over http and from a folder, with everything that goes wrong written down.

``SITE_UNDER_TEST=path`` judges a site that is built already; else the kit is built once for the whole run. A missing
browser is a failure with the line that installs it, never a skip.
"""

from __future__ import annotations

import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from built import real_site
from hosting import servers
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

PAGE_TYPES = [
    "index.html", "now.html", "act/index.html", "act/first-hour.html", "prevent/index.html", "cases/index.html",
    "cases/death-notice.html", "checklists/index.html", "checklists/first-hour.html", "sessions/index.html",
    "sessions/case-45.html", "cards/index.html", "glossary.html", "law/nl.html", "contacts/dk.html", "checked/be.html",
    "about/sources.html", "about/accessibility.html", "a-z.html", "404.html",
]  # fmt: skip
"""One page of every kind, below the language's folder."""


@dataclass
class Visit:
    """An open page and what the browser complained about: console errors, failed and foreign requests, exceptions."""

    page: Page
    root: str
    troubles: list[str] = field(default_factory=list)
    bytes: dict[str, int] = field(default_factory=dict)

    def go(self, path: str) -> Page:
        """Open a page below the site's root, for example ``nl/now.html``."""
        self.page.goto(self.root + path)
        return self.page

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "about:")):
            self.troubles.append(f"asks elsewhere: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.type}: {message.text}")

    def listen(self) -> None:
        """Write down from now on."""
        self.page.on("console", self._console)
        self.page.on("request", self._request)
        self.page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"exception: {error}"))


@contextmanager
def at_depth(site: Path, prefix: str, error_page: str) -> Iterator[str]:
    """The site below ``prefix`` on a server that answers with ``error_page`` in place of what is missing."""

    class Server(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

        def translate_path(self, path: str) -> str:
            return str(site / path.partition("?")[0].removeprefix(prefix)) if path.startswith(prefix) else "/dev/null/x"

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (site / error_page).read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site's folder."""
    given = os.environ.get("SITE_UNDER_TEST")
    return Path(given) if given else real_site()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("There is no Chromium here. Install it with: apt-get install -y chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site over http."""
    with servers.python(site) as root:
        yield root


@pytest.fixture
def open_at(browser: Browser, address: str) -> Iterator[Open]:
    """``open_at(scheme="dark", size=NARROW)``: a fresh visitor; ``root`` is the http address when not given."""
    contexts = []

    def open_(scheme: Any = "light", size: Any = WIDE, root: str | None = None, **more: Any) -> Visit:
        context = browser.new_context(color_scheme=scheme, viewport=size, locale="nl-NL", **more)
        context.set_default_timeout(8000)
        contexts.append(context)
        visit = Visit(context.new_page(), root or address)
        visit.listen()
        return visit

    yield open_
    for context in contexts:
        context.close()
