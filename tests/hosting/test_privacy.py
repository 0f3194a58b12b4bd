"""The privacy page is true: what a browser holds after a long visit, and what left it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built import ROOT, real_site
from chromium import Watch
from playwright.sync_api import Browser, BrowserContext, Page

from hosting import servers

STORED = """() => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
})"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.python(real_site()) as address:
        yield address


@pytest.fixture
def visitor(home: str, browser: Browser) -> Iterator[tuple[BrowserContext, Watch]]:
    watch = Watch(home)
    context = watch.over(browser.new_context())
    yield context, watch
    context.close()


def long_visit(page: Page, home: str) -> None:
    """Look around, tick, search, follow a result, change language, look at the cards."""
    page.goto(home + "index.html")
    page.goto(home + "nl/checklists/first-hour.html")
    page.locator("article input[type=checkbox]").first.check()
    page.locator("[data-search-open]").first.click()
    page.locator("dialog input").first.fill("doodsbedreiging")
    page.wait_for_timeout(500)
    page.keyboard.press("Escape")
    page.locator("header a[hreflang=da]").click()
    page.goto(home + "nl/cards/index.html")
    page.goto(home + "nl/now.html")


def test_reading_ticking_and_searching_leave_nothing_behind(visitor: tuple[BrowserContext, Watch], home: str) -> None:
    context, watch = visitor
    page = context.new_page()
    long_visit(page, home)
    assert page.evaluate(STORED) == {"local": [], "session": [], "cookies": ""}
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert context.cookies() == []
    assert watch.wrong == []


def test_a_tick_is_gone_when_the_page_is_opened_again(visitor: tuple[BrowserContext, Watch], home: str) -> None:
    page = visitor[0].new_page()
    page.goto(home + "nl/checklists/first-hour.html")
    page.locator("article input[type=checkbox]").first.check()
    page.reload()
    assert not page.locator("article input[type=checkbox]").first.is_checked()


def test_the_choice_of_light_or_dark_is_the_only_thing_kept(visitor: tuple[BrowserContext, Watch], home: str) -> None:
    page = visitor[0].new_page()
    page.goto(home + "nl/index.html")
    page.locator("[data-theme-button]").click()
    assert page.evaluate(STORED) == {"local": ["grenzen.theme"], "session": [], "cookies": ""}
    for code in ("nl", "da"):
        text = Path(ROOT / f"docs/{code}/about/privacy.md").read_text(encoding="utf-8")
        assert "`grenzen.theme`" in text


def test_words_searched_reach_no_address(visitor: tuple[BrowserContext, Watch], home: str) -> None:
    context, watch = visitor
    long_visit(context.new_page(), home)
    assert not [address for address in watch.requests if "doodsbedreiging" in address or "?" in address]


def test_links_to_other_sites_tell_nothing_of_this_one() -> None:
    for path in sorted(real_site().glob("*/**/*.html")):
        assert (
            '<meta name="referrer" content="no-referrer">' in path.read_text(encoding="utf-8")
            or path.name == "404.html"
        ), path
