"""Searching as readers do it: typing, arrows, a screen reader, no script, over http and from a folder."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from browser.conftest import NARROW, Open
from playwright.sync_api import Page, expect

FINDS = [
    ("nl", "112", "now"),
    ("nl", "rouwkaart", "cases/death-notice"),
    ("nl", "schermafbeeldingen", "act/evidence"),
    ("nl", "screenshot", "act/evidence"),
    ("nl", "client", "client/as-target"),
    ("nl", "aangiffte", "act/police"),
    ("nl", "0900-8844", "contacts/nl"),
    ("nl", "1813", "contacts/be"),
    ("nl", "wat doe ik als ik word gefilmd", "prevent/recordings"),
    ("nl", "client neemt gesprek op", "prevent/recordings"),
    ("nl", "verrtouwenspersonen", "aftercare/support"),
    ("nl", "uitgescholden door clienten", "cases/named-at-work"),
    ("da", "112", "now"),
    ("da", "dødsannonce", "cases/death-notice"),
    ("da", "kraenkelse", "glossary"),
    ("da", "skaermbillede", "act/evidence"),
    ("da", "skærmbilede", "act/evidence"),
    ("da", "optog os i smug", "prevent/recordings"),
    ("da", "skaermbileder", "act/evidence"),
    ("da", "hvad gør jeg når en borger truer mig", "now"),
]
"""Language, what is typed, a page that stands in the first three."""

NOTHING = [("nl", "parkeervergunning"), ("nl", "bloeddruk"), ("da", "blodtryk"), ("da", "xqzw")]
DANGER = [("nl", "gevaar"), ("nl", "doodsbedreiging"), ("da", "fare"), ("da", "dødstrussel")]


def search(page: Page, typed: str) -> list[str]:
    """Type into the panel and read the addresses of the results."""
    if not page.locator("[data-search]").evaluate("dialog => dialog.open"):
        page.click("[data-search-open]")
    page.fill("#search-input", "")
    expect(page.locator("[data-search-count]")).to_be_empty()
    page.fill("#search-input", typed)
    expect(page.locator("[data-search-count]")).not_to_be_empty()
    links: list[str] = page.locator(".search__link").evaluate_all("links => links.map(link => link.href)")
    return links


def page_ids(links: list[str], language: str) -> list[str]:
    """Addresses as page ids."""
    return [link.partition(f"/{language}/")[2].partition("#")[0].removesuffix(".html") for link in links]


@pytest.fixture(params=["http", "file"])
def open_site(request: pytest.FixtureRequest, open_at: Open, site: Path) -> Callable[[str], Page]:
    """The site over http and from a folder."""
    visit = open_at(root=f"{site.as_uri()}/" if request.param == "file" else None)
    return visit.go


@pytest.mark.parametrize("language", ["nl", "da"])
def test_finds_what_readers_type(open_site: Callable[[str], Page], language: str) -> None:
    page = open_site(f"{language}/act/talk.html")
    missed = [
        (typed, wanted)
        for where, typed, wanted in FINDS
        if where == language and wanted not in page_ids(search(page, typed), language)[:3]
    ]
    assert missed == []


def test_finds_nothing_where_there_is_nothing(open_at: Open) -> None:
    visit = open_at()
    for language, typed in NOTHING:
        page = visit.go(f"{language}/index.html")
        assert search(page, typed) == [], typed
        expect(page.locator("[data-search-count]")).to_contain_text("A")


def test_words_of_danger_lead_to_the_emergency_pages_first(open_at: Open) -> None:
    visit = open_at()
    for language, typed in DANGER:
        found = page_ids(search(visit.go(f"{language}/index.html"), typed), language)
        assert set(found[:2]) == {"now", "act/first-hour"}, typed


def test_results_lead_to_pages_and_sections_that_exist(open_at: Open, site: Path) -> None:
    visit = open_at()
    for language in ("nl", "da"):
        search(visit.go(f"{language}/index.html"), "112")
        for entry in visit.page.evaluate("siteSearch.pages"):
            html = (site / language / entry["url"]).read_text(encoding="utf-8")
            lost = [anchor for anchor, *_ in entry["sections"] if anchor and f'id="{anchor}"' not in html]
            assert lost == [], entry["url"]


def test_a_result_shows_kind_section_and_the_words_that_matched(open_at: Open) -> None:
    page = open_at().go("nl/index.html")
    search(page, "rouwkaart")
    first = page.locator(".search__result").first
    expect(first.locator(".search__kind")).to_have_text("Casus")
    expect(first.locator("mark").first).to_have_text("rouwkaart")


def test_only_sure_meanings_of_a_word_are_marked(open_at: Open) -> None:
    page = open_at().go("nl/index.html")
    search(page, "filmpje")
    marked = {text.lower() for text in page.locator("mark").all_inner_texts()}
    assert "gefilmd" in marked or "filmen" in marked
    assert not {text for text in marked if text.startswith("filter")}


def test_the_home_country_comes_before_its_neighbour(open_at: Open) -> None:
    found = page_ids(search(open_at().go("nl/index.html"), "112"), "nl")
    assert found.index("contacts/nl") < found.index("contacts/be") < found.index("contacts/dk")


def test_a_kind_can_be_chosen_and_the_count_is_announced(open_at: Open) -> None:
    page = open_at().go("nl/index.html")
    search(page, "politie")
    status = page.locator("[data-search-count]")
    assert status.get_attribute("role") == "status"
    everything = status.inner_text()
    page.get_by_role("button", name="Contact", exact=False).first.click()
    expect(status).not_to_have_text(everything)
    kinds = page.locator(".search__kind").all_inner_texts()
    assert set(kinds) == {"Contact"}


def test_the_keyboard_is_enough(open_at: Open) -> None:
    page = open_at().go("nl/index.html")
    page.keyboard.press("/")
    expect(page.locator("#search-input")).to_be_focused()
    search(page, "politie")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()
    page.keyboard.press("/")
    search(page, "rouwkaart")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/death-notice.html")


def test_a_slash_in_a_field_is_a_slash(open_at: Open) -> None:
    page = open_at().go("nl/index.html")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.input_value("#search-input") == "a/b"


def test_the_panel_is_a_labelled_dialog(open_at: Open) -> None:
    page = open_at().go("da/index.html")
    page.click("[data-search-open]")
    expect(page.get_by_role("dialog", name="Søg på siden")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Hvad leder du efter?")).to_be_focused()


def test_the_panel_fits_a_narrow_screen(open_at: Open) -> None:
    page = open_at(size=NARROW).go("da/index.html")
    search(page, "arbejdsmiljørepræsentant")
    assert page.locator("[data-search]").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth") is True
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_typed_stays_on_the_page(open_at: Open) -> None:
    visit = open_at()
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(unquote(request.url)))
    page = visit.go("nl/index.html")
    search(page, "rouwkaart")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/death-notice.html")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])")
    assert not [text for text in [*asked, page.url, stored] if "rouwkaart" in text.lower()]
    assert visit.watch.wrong == []


def test_without_script_the_search_box_leads_to_everything_from_a_to_z(open_at: Open) -> None:
    page = open_at(java_script_enabled=False).go("nl/act/talk.html")
    page.click("[data-search-open]")
    page.wait_for_url("**/nl/a-z.html")
    expect(page.locator("article a[href*='death-notice']").first).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "da"])
def test_the_scripts_stay_within_ten_kilobytes(site: Path, language: str) -> None:
    assets = site / language / "assets"
    scripts = [*assets.glob("js/search/*.js"), assets / "search/engine.js"]
    assert len(scripts) == 2
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= 10_000


def test_each_language_has_its_own_index(open_at: Open) -> None:
    visit = open_at()
    assert search(visit.go("nl/index.html"), "tavshedspligt") == []
    assert search(visit.go("da/index.html"), "beroepsgeheim") == []
