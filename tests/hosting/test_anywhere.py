"""One artefact for server, sub-path, share and stick: every page type in Chromium, in each of the four places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from built import real_site
from chromium import Watch
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hosting.places import PLACES, place

WATCH_POLICY = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (one) =>
        window.violations.push(`${one.violatedDirective}: ${one.blockedURI} ${one.sourceFile}`));
"""


def page_types() -> list[str]:
    """One page of every kind and language, the first of each by name, and the door."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(real_site().glob("*/**/*.html")):
        name = path.relative_to(real_site()).as_posix()
        kind = re.search(r'<article class="[^"]*kind-([a-z-]+)', path.read_text(encoding="utf-8"))
        found.setdefault((name.split("/")[0], kind[1] if kind else name), name)
    return ["index.html", *found.values()]


@pytest.fixture(scope="module", params=PLACES)
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with place(str(request.param), tmp_path_factory.mktemp("place")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[tuple[BrowserContext, Watch]]:
    watch = Watch(home)
    context = watch.over(browser.new_context())
    context.add_init_script(WATCH_POLICY)
    yield context, watch
    context.close()


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.violations ?? []")
    return found


def test_every_page_type_is_quiet(visit: tuple[BrowserContext, Watch], home: str) -> None:
    """No console message, failed request, request outside the site or violation of the policy on any page type."""
    context, watch = visit
    page = context.new_page()
    for name in page_types():
        page.goto(home + name, wait_until="load")
        assert violations(page) == [], name
        assert watch.wrong == [], name


def test_the_language_switch_leads_to_the_same_page_and_back(visit: tuple[BrowserContext, Watch], home: str) -> None:
    context, watch = visit
    page = context.new_page()
    for name in [name for name in page_types() if name.startswith("nl/") and "404" not in name]:
        page.goto(home + name)
        page.locator("header a[hreflang=da]").click()
        expect(page.locator("html")).to_have_attribute("lang", "da")
        assert unquote(page.url) == unquote(home + "da" + name[2:])
        page.locator("header a[hreflang=nl]").click()
        assert unquote(page.url) == unquote(home + name)
    assert watch.wrong == []


def test_the_door_leads_to_both_languages(visit: tuple[BrowserContext, Watch], home: str) -> None:
    context, watch = visit
    page = context.new_page()
    for code in ("nl", "da"):
        page.goto(home + "index.html")
        page.locator(f"li[lang={code}] a").click()
        expect(page.locator("html")).to_have_attribute("lang", code)
    assert watch.wrong == []


@pytest.mark.parametrize(("code", "word"), [("nl", "politie"), ("da", "politiet")])
def test_searching_finds_a_page_and_leads_there(
    visit: tuple[BrowserContext, Watch], home: str, code: str, word: str
) -> None:
    context, watch = visit
    page = context.new_page()
    page.goto(f"{home}{code}/act/evidence.html")
    page.locator("[data-search-open]").first.click()
    page.locator("dialog input").first.fill(word)
    first = page.locator("[data-search-results] a").first
    first.wait_for()
    first.click()
    page.wait_for_url(re.compile(rf"/{code}/.*\.html"))
    assert word not in unquote(page.url)
    assert violations(page) == []
    assert watch.wrong == []


def test_screen_light_ticks_and_print_break_no_policy(visit: tuple[BrowserContext, Watch], home: str) -> None:
    context, watch = visit
    page = context.new_page()
    page.goto(f"{home}nl/checklists/first-hour.html")
    page.locator("[data-theme-button]").click()
    page.locator("article input[type=checkbox]").first.check()
    page.emulate_media(media="print")
    page.pdf()
    assert violations(page) == []
    assert watch.wrong == []


def test_cards_and_sheets_open(visit: tuple[BrowserContext, Watch], home: str) -> None:
    """Every PDF that the download page offers is there and is a PDF."""
    context, _ = visit
    page = context.new_page()
    for code in ("nl", "da"):
        page.goto(f"{home}{code}/cards/index.html")
        offered = page.eval_on_selector_all("a[href$='.pdf']", "all => all.map(one => one.href)")
        assert offered, code
        for address in offered:
            path = real_site() / unquote(address).removeprefix(unquote(home))
            assert path.read_bytes().startswith(b"%PDF-"), address


# ── every link of every page, without a browser ──


def _addresses(html: str) -> list[str]:
    return [address.replace("&amp;", "&") for address in re.findall(r'\s(?:href|src)="([^"]*)"', html)]


def _ids(html: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]*)"', html))


def test_every_link_of_every_page_resolves() -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(real_site().rglob("*.html"))}
    ids = {path: _ids(html) for path, html in pages.items()}
    broken = []
    for path, html in pages.items():
        for address in _addresses(html):
            target, anchor = urldefrag(urljoin(path.as_uri(), address))
            if urlsplit(target).scheme != "file" or path.name == "404.html":
                continue
            there = Path(unquote(urlsplit(target).path))
            if not there.is_file() or (anchor and there in ids and unquote(anchor) not in ids[there]):
                broken.append(f"{path.relative_to(real_site())}: {address}")
    assert broken == []


def test_no_address_is_absolute_inside_the_site() -> None:
    """A leading slash works at the root of a server and nowhere else."""
    for path in sorted(real_site().rglob("*.html")):
        absolute = [one for one in _addresses(path.read_text(encoding="utf-8")) if one.startswith("/")]
        assert absolute == [], path


def test_no_page_carries_inline_code_or_asks_elsewhere() -> None:
    inline = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=\"|\son[a-z]+=\"|javascript:", re.IGNORECASE)
    elsewhere = re.compile(r"<(?:script|link|img|iframe|source|video|audio)[^>]*\s(?:src|href)=\"(?:https?:)?//")
    for path in sorted(real_site().rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        assert not inline.search(html), path
        assert not elsewhere.search(html), path
