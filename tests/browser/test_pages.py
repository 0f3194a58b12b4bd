"""What readers do on the pages, in sentences."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from browser.conftest import NARROW, PAGE_TYPES, WIDE, Open, at_depth
from playwright.sync_api import Page

LANGUAGES = ["nl", "da"]


@pytest.fixture(scope="session")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site as someone carries it: copied to a folder with spaces and æ, opened with a double click."""
    folder = tmp_path_factory.mktemp("stick") / "Online Grenser æøå"
    shutil.copytree(site, folder)
    return f"file://{quote(folder.as_posix())}/"


# ── it happens now ──


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", PAGE_TYPES[:-1])
def test_the_first_safe_action_is_one_press_away(open_at: Open, language: str, path: str, size: object) -> None:
    page = open_at(size=size).go(f"{language}/{path}")
    page.click(".head__now")
    page.wait_for_url(f"**/{language}/now.html")
    assert page.is_visible(".emergency a[href='tel:112'] >> nth=0")
    assert page.is_visible(".route__first")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_presses_from_home_lead_to_the_question_whether_you_are_safe(open_at: Open, language: str) -> None:
    page = open_at(size=NARROW).go(f"{language}/index.html")
    page.click(".door--now a")
    page.click(".route__answers a >> nth=0")
    assert shown(page) == ["route-safe-me"]


def test_without_an_answer_the_whole_route_is_shown(open_at: Open) -> None:
    page = open_at().go("nl/now.html")
    assert len(shown(page)) == page.locator(".route__part").count() > 15


def test_the_route_works_without_script_and_leads_back(open_at: Open) -> None:
    page = open_at(java_script_enabled=False).go("nl/now.html")
    page.click("#route-who >> text=Het overkomt mij")
    page.click("#route-safe-me >> text=Nee, of ik twijfel")
    assert page.is_visible("#route-danger")
    assert page.is_hidden("#route-safe-me")
    page.click("#route-danger .route__back a >> nth=0")
    assert page.is_visible("#route-who")
    assert page.is_hidden("#route-danger")


def test_every_end_of_the_route_can_be_reached_by_pressing_answers(open_at: Open) -> None:
    page = open_at().go("nl/now.html")
    answers = page.eval_on_selector_all(
        ".route__question", "all => all.map(q => [q.id, [...q.querySelectorAll('li a')].map(a => a.hash.slice(1))])"
    )
    reached, ahead = set[str](), ["route-who"]
    while ahead:
        here = ahead.pop()
        reached.add(here)
        ahead += [target for target in dict(answers).get(here, []) if target not in reached]
    assert reached == set(page.eval_on_selector_all(".route__part", "all => all.map(one => one.id)"))


def test_the_quick_way_out_leaves_an_empty_page_and_no_way_back_to_it(open_at: Open) -> None:
    page = open_at().go("nl/act/me.html")
    page.click("[data-exit]")
    page.wait_for_url("about:blank")
    assert page.evaluate("history.length") <= 2


# ── language and light ──


@pytest.mark.parametrize("path", PAGE_TYPES[:-1])
def test_the_language_switch_leads_to_the_same_page(open_at: Open, path: str) -> None:
    page = open_at().go(f"nl/{path}")
    page.click("a[hreflang=da]")
    page.wait_for_url(f"**/da/{path}")
    assert page.get_attribute("html", "lang") == "da"
    page.click("a[hreflang=nl]")
    page.wait_for_url(f"**/nl/{path}")


def test_the_light_follows_the_system_until_the_reader_chooses_and_then_stays(open_at: Open) -> None:
    visit = open_at("dark")
    page = visit.go("nl/index.html")
    assert brightness(page) < 64
    page.click("[data-theme-button]")
    assert brightness(page) > 192
    assert brightness(visit.go("da/now.html")) > 192


def test_without_script_the_page_is_dark_when_the_system_is(open_at: Open) -> None:
    assert brightness(open_at("dark", java_script_enabled=False).go("nl/index.html")) < 64


# ── cases and checklists ──


def test_injects_open_one_by_one(open_at: Open) -> None:
    page = open_at().go("nl/cases/death-notice.html")
    injects = page.locator(".injects details")
    assert injects.count() == 3
    injects.nth(0).locator("summary").click()
    assert [one.get_attribute("open") is not None for one in injects.all()] == [True, False, False]


def test_a_tick_is_gone_after_reloading_because_it_is_kept_nowhere(open_at: Open) -> None:
    visit = open_at()
    page = visit.go("nl/checklists/first-hour.html")
    page.check(".ticks input >> nth=0")
    page.reload()
    assert not page.is_checked(".ticks input >> nth=0")
    assert page.evaluate("localStorage.length") == 0


def test_a_tick_can_be_set_by_pressing_its_words(open_at: Open) -> None:
    page = open_at(size=NARROW).go("nl/checklists/first-hour.html")
    page.click(".ticks label span >> nth=2")
    assert page.is_checked(".ticks input >> nth=2")


# ── quiet: no errors, no requests elsewhere, no broken policy ──


@pytest.mark.parametrize("place", ["http", "file"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_complains_or_asks_elsewhere(open_at: Open, stick: str, language: str, place: str) -> None:
    visit = open_at(root=stick if place == "file" else None)
    violations = []
    visit.page.expose_function("broken", lambda what: violations.append(what))
    visit.page.add_init_script(
        "addEventListener('securitypolicyviolation', e => window.broken(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    for path in PAGE_TYPES:
        page = visit.go(f"{language}/{path}")
        for press in ("[data-theme-button]", ".menu__open", ".menu__open", "article summary >> nth=0"):
            if page.locator(press).count():
                page.click(press)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
    assert visit.watch.wrong + violations == []


@pytest.mark.parametrize("place", ["http", "file"])
def test_the_door_leads_into_both_languages(open_at: Open, stick: str, place: str) -> None:
    visit = open_at(root=stick if place == "file" else None)
    for language in LANGUAGES:
        page = visit.go("index.html")
        page.click(f"li[lang={language}] a")
        page.wait_for_url(f"**/{language}/index.html")
        assert page.get_attribute("html", "lang") == language
    assert visit.watch.wrong == []


def test_the_error_page_leads_home_from_any_depth(open_at: Open, site: Path) -> None:
    with at_depth(site, "/a/b/c/", "nl/404.html") as root:
        visit = open_at(root=root)
        for missing, steps in (("nl/typo.html", 1), ("nl/act/typo.html", 1), ("nl/law/deeper/typo.html", 2)):
            page = visit.go(missing)
            assert "Deze pagina is er niet" in page.inner_text("h1")
            for _ in range(steps):
                with page.expect_navigation():
                    page.click("a[href='../index.html']")
            assert page.locator("main").count() == 1
            assert page.url in (f"{root}index.html", f"{root}nl/index.html")
    assert [wrong for wrong in visit.watch.wrong if not wrong.startswith(("404: ", "console: Failed to load"))] == []


# ── weight ──


@pytest.mark.parametrize("path", ["index.html", "now.html", "act/first-hour.html", "cases/death-notice.html"])
def test_the_first_view_weighs_at_most_120_kilobytes(open_at: Open, site: Path, path: str) -> None:
    visit, fetched = open_at(), list[str]()
    visit.page.on("response", lambda answer: fetched.append(answer.url))
    visit.go(f"nl/{path}").wait_for_load_state("networkidle")
    weights = {}
    for url in fetched:
        file = site / url.removeprefix(visit.root).partition("?")[0]
        content = file.read_bytes()
        weights[file.name] = len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6))
    assert sum(weights.values()) <= 120_000, weights


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_jumps_while_a_page_loads(open_at: Open, size: object) -> None:
    visit = open_at(size=size)
    visit.page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts += e.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for path in PAGE_TYPES[:-1]:
        page = visit.go(f"nl/{path}")
        page.wait_for_timeout(150)
        assert page.evaluate("window.shifts") <= 0.02, path


def shown(page: Page) -> list[str]:
    """The parts of the route that can be seen."""
    found: list[str] = page.eval_on_selector_all(
        ".route__part", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
    )
    return found


def brightness(page: Page) -> float:
    """How light the page's background is, from 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [float(one) for one in re.findall(r"[\d.]+", colour)[:3]]
    return sum(channels) / 3
