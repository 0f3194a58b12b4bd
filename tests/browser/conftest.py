"""A real Chromium on our real site, over http and from a folder, with everything that goes wrong written down.

``SITE_UNDER_TEST=path`` judges a site that is built already; else the kit is built once for the whole run.
"""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from built import real_site
from chromium import Watch
from hosting import servers
from playwright.sync_api import Browser, Page

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

PAGE_TYPES = [
    "index.html", "now.html", "act/index.html", "act/first-hour.html", "aftercare/index.html", "prevent/index.html",
    "cases/index.html", "cases/death-notice.html", "checklists/index.html", "checklists/first-hour.html",
    "sessions/index.html", "sessions/case-45.html", "cards/index.html", "cards/choose.html", "glossary.html",
    "law/nl.html", "contacts/dk.html", "checked/be.html", "about/sources.html", "about/accessibility.html",
    "a-z.html", "404.html",
]  # fmt: skip
"""One page of every kind, below the language's folder."""


@dataclass
class Visit:
    """A fresh visitor's page below ``root``, and the watch over what goes wrong on it."""

    page: Page
    root: str
    watch: Watch

    def go(self, path: str) -> Page:
        """Open a page below the site's root, for example ``nl/now.html``."""
        self.page.goto(self.root + path)
        return self.page


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
def address(site: Path) -> Iterator[str]:
    """The site over http."""
    with servers.python(site) as root:
        yield root


@pytest.fixture
def open_at(browser: Browser, address: str) -> Iterator[Open]:
    """``open_at(scheme="dark", size=NARROW)``: a fresh visitor; ``root`` is the http address when not given."""
    contexts = []

    def open_(scheme: Any = "light", size: Any = WIDE, root: str | None = None, **more: Any) -> Visit:
        watch = Watch(root or address)
        context = watch.over(browser.new_context(color_scheme=scheme, viewport=size, locale="nl-NL", **more))
        contexts.append(context)
        return Visit(context.new_page(), root or address, watch)

    yield open_
    for context in contexts:
        context.close()
