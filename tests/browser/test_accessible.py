"""What people with other eyes, hands or devices meet."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import NARROW, PAGE_TYPES, WIDE, Open
from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
SIZES = {"wide": WIDE, "narrow": NARROW}


@pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [("nl", "light", "wide"), ("nl", "light", "narrow"), ("nl", "dark", "wide"), ("nl", "dark", "narrow"),
     ("da", "light", "wide"), ("da", "dark", "narrow")],
)  # fmt: skip
def test_axe_finds_nothing_on_any_kind_of_page(open_at: Open, language: str, scheme: str, size: str) -> None:
    visit = open_at(scheme, SIZES[size])
    found = [line for path in PAGE_TYPES for line in axe(visit.go(f"{language}/{path}"), path)]
    page = visit.go(f"{language}/act/first-hour.html")
    page.click(".menu__open")
    found += axe(page, "the open menu")
    assert found == []


def test_axe_finds_nothing_on_the_door(open_at: Open) -> None:
    assert axe(open_at().go("index.html"), "the door") == []


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_nothing_is_wider_than_a_narrow_screen(open_at: Open, path: str) -> None:
    page = open_at(size=NARROW).go(f"nl/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_everything_to_press_is_at_least_24_pixels(open_at: Open, path: str) -> None:
    """WCAG 2.5.8; links inside a line of text are exempt, and so is what a larger area covers."""
    assert open_at(size=NARROW).go(f"nl/{path}").evaluate(SMALL_TARGETS) == []


def test_the_keyboard_shows_where_it_is_with_at_least_two_pixels(open_at: Open) -> None:
    page = open_at().go("nl/checklists/first-hour.html")
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUS_RING))
    assert all(width >= 2 for name, width in seen), seen


def test_the_first_tab_stop_is_the_way_past_the_header(open_at: Open) -> None:
    visit = open_at()
    for path in PAGE_TYPES:
        page = visit.go(f"nl/{path}")
        page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.getAttribute('href')")
        assert target.startswith("#"), path
        assert page.locator(f"[id='{target[1:]}']").count() == 1, path


def test_the_menu_opens_and_closes_with_the_keyboard(open_at: Open) -> None:
    page = open_at(size=NARROW).go("nl/index.html")
    page.focus(".menu__open")
    page.keyboard.press("Enter")
    assert page.is_visible(".menu__panel")
    page.keyboard.press("Escape")
    assert not page.is_visible(".menu__panel")
    assert page.evaluate("document.activeElement.className") == "menu__open"


def test_a_wide_table_scrolls_with_the_keyboard_under_a_name(open_at: Open) -> None:
    page = open_at(size=NARROW).go("nl/checked/nl.html")
    table = page.locator(".table").first
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # it glides; wait_for_function would need eval, which the policy refuses
    assert table.evaluate("one => one.scrollLeft") > 0
    assert (table.get_attribute("aria-label") or "").startswith("Tabel: ")


def test_without_motion_nothing_moves(open_at: Open) -> None:
    page = open_at(reduced_motion="reduce").go("nl/cases/death-notice.html")
    lasts = "parseFloat(getComputedStyle(one, '::before').transitionDuration)"
    assert page.evaluate(f"Math.max(...[...document.querySelectorAll('*')].map(one => {lasts}))") == 0


def test_icons_and_doors_stay_visible_in_forced_colours(open_at: Open) -> None:
    page = open_at(forced_colors="active").go("nl/index.html")
    paint = "getComputedStyle(document.querySelector('.head__now .icon')).backgroundColor"
    behind = "getComputedStyle(document.querySelector('.head')).backgroundColor"
    assert page.evaluate(paint) != page.evaluate(behind)


def axe(page: Page, where: str) -> list[str]:
    """What axe objects to: rule, element and reason, one line each."""
    result = Axe().run(page, options=RULES)
    return [
        f"{where}: {violation['id']}: {node['target']} {node['failureSummary'][:200]}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]


FOCUS_RING = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const around = one.closest("li.door, ul.cases > li, ul.shelf > li");
  const width = style.outlineStyle === "none" && around ? getComputedStyle(around).outlineWidth : style.outlineWidth;
  return [one.className || one.tagName, parseFloat(width)];
}"""

SMALL_TARGETS = """() => {
  const inText = (one) => getComputedStyle(one).display === "inline";
  const area = (one) => {
    const label = one.closest("label");
    const after = getComputedStyle(one, "::after");
    const stretched = after.position === "absolute" && after.content !== "none";
    return (label || (stretched && one.closest("li")) || one).getBoundingClientRect();
  };
  return [...document.querySelectorAll("a[href], button, summary, input, [tabindex='0']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !inText(one))
    .map((one) => [one, area(one)])
    .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
}"""
