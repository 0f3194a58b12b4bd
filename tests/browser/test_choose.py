"""One's own choice of cards, from ticking to the sheets that come out of the printer."""

from __future__ import annotations

import io
import json
from urllib.parse import urlsplit

import pdfplumber
import pytest
from browser.conftest import NARROW, WIDE, Open, Visit
from browser.test_accessible import axe
from playwright.sync_api import Page

CARDS = ["death-notice", "two-of-you", "week-three"]
"""In the order of the list, which is the order in which they are printed."""
CHOSEN = f"cards/choose.html#cards={','.join(CARDS)}"
MM = 72 / 25.4
SHEET = (210 * MM, 297 * MM)

Sheets = list[dict[str, tuple[float, float]]]


@pytest.mark.parametrize("language", ["nl", "da"])
def test_what_is_ticked_stands_in_the_address_and_comes_back_with_it(open_at: Open, language: str) -> None:
    visit = open_at()
    page = ready(visit, f"{language}/cards/choose.html")
    for card in reversed(CARDS):
        page.check(f"input[value={card}]")
    assert urlsplit(page.url).fragment == f"cards={','.join(CARDS)}"
    page.reload()
    page.wait_for_selector(".sheet")
    assert ticked(page) == CARDS
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    page.click("[data-clear]")
    assert urlsplit(page.url).fragment == ""
    assert visit.watch.wrong == []


@pytest.mark.parametrize("language", ["nl", "da"])
def test_three_cards_print_on_one_sheet_with_each_back_behind_its_front(open_at: Open, language: str) -> None:
    page = ready(open_at(), f"{language}/{CHOSEN}")
    titles = page.eval_on_selector_all(".sheet--fronts .a6__title", "all => all.map(one => one.textContent)")
    text, (fronts, backs) = printed(page)
    assert len(titles) == 3
    assert all(title in text[0] and title in text[1] for title in titles)
    assert sorted(fronts) == sorted(backs) == CARDS
    for card, (x, y) in fronts.items():
        column, row = side(x), y > SHEET[1] / 2
        assert side(backs[card][0]) != column, card
        assert (backs[card][1] > SHEET[1] / 2) == row, card
    assert [side(fronts[card][0]) for card in CARDS] == ["left", "right", "left"]


def test_a_printer_for_one_side_gets_front_and_back_beside_each_other(open_at: Open) -> None:
    page = ready(open_at(), f"nl/{CHOSEN}")
    page.check("input[value=one]")
    assert page.url.endswith("&sides=one")
    text, _ = printed(page)
    assert len(text) == 2
    assert text[0].count("death-notice") == text[0].count("two-of-you") == 3  # on both sides, and in the address
    assert "week-three" in text[1]


@pytest.mark.parametrize("language", ["nl", "da"])
def test_every_card_of_the_site_fits_and_nothing_is_cut_off(open_at: Open, language: str) -> None:
    page = ready(open_at(), f"{language}/cards/choose.html")
    page.click("[data-all]")
    assert page.is_hidden("[data-warning]"), page.text_content("[data-warning]")
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    cards = page.locator(".choose__list li").count()
    text, _ = printed(page)
    assert len(text) == 2 * -(-cards // 4)


def test_a_text_that_does_not_fit_is_named_before_printing(open_at: Open) -> None:
    page = ready(open_at(), "nl/cards/choose.html")
    long = json.dumps("Nog een zin die erbij komt. " * 60)
    page.evaluate(f"document.querySelector('[data-card=week-three] .a6__dilemma').textContent = {long}")
    page.check("input[value=death-notice]")
    assert page.is_hidden("[data-warning]")
    page.check("input[value=week-three]")
    assert "Week drie" in (page.text_content("[data-warning]") or "")
    assert "De rouwkaart" not in (page.text_content("[data-warning]") or "")


def test_filters_narrow_the_list_and_keep_what_is_ticked(open_at: Open) -> None:
    page = ready(open_at(), "nl/cards/choose.html#cards=death-notice")
    whole = page.locator(".choose__list li").count()
    page.select_option("[data-filter=theme]", "image")
    page.select_option("[data-filter=level]", "1")
    rows = page.locator(".choose__list li:visible")
    assert 0 < rows.count() < whole
    assert {row.get_attribute("data-theme") for row in rows.all()} == {"image"}
    assert page.text_content("[data-shown-now]") == f"{rows.count()} van {whole} kaarten in de lijst"
    assert ticked(page) == ["death-notice"]
    assert page.get_attribute("[data-count]", "role") == "status"


def test_a_card_that_this_site_does_not_have_is_told(open_at: Open) -> None:
    page = ready(open_at(), "nl/cards/choose.html#cards=death-notice,not-here")
    assert (page.text_content("[data-count]") or "").startswith("Niet alle kaarten uit de link")
    assert ticked(page) == ["death-notice"]


def test_the_link_button_shows_the_address_where_nothing_can_be_copied(open_at: Open) -> None:
    page = ready(open_at(), f"nl/{CHOSEN}")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.click("[data-link]")
    assert page.input_value("[data-link-text]") == page.url
    assert page.text_content("[data-count]") == "Kopieer het adres hieronder."


def test_the_other_language_gets_the_same_cards(open_at: Open) -> None:
    page = ready(open_at(), f"nl/{CHOSEN}")
    page.click("a[hreflang=da]")
    page.wait_for_url("**/da/cards/choose.html*")
    page.wait_for_selector(".sheet")
    assert ticked(page) == CARDS


def test_a_case_leads_to_its_own_card(open_at: Open) -> None:
    page = open_at().go("nl/cases/week-three.html")
    page.click("a[href$='choose.html#cards=week-three']")
    page.wait_for_selector(".sheet")
    assert ticked(page) == ["week-three"]


def test_without_script_the_page_offers_the_cards_that_lie_ready(open_at: Open) -> None:
    page = open_at(java_script_enabled=False).go("nl/cards/choose.html")
    assert page.is_hidden(".choose")
    page.click(".choose__without a")
    assert page.is_visible("a[href='a6-starter.pdf']")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_cards_chosen(open_at: Open, scheme: str, size: object) -> None:
    visit = open_at(scheme, size)
    page = ready(visit, f"nl/{CHOSEN}")
    page.click("[data-link]")
    assert axe(page, "choose") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.watch.wrong == []


# ── what the tests share ──


def ready(visit: Visit, path: str) -> Page:
    """The page once its script has read the address."""
    page = visit.go(path)
    page.wait_for_function("document.querySelector('[data-count]').textContent")
    return page


def ticked(page: Page) -> list[str]:
    """The ids that are chosen."""
    found: list[str] = page.eval_on_selector_all("input[name=cards]:checked", "all => all.map(one => one.value)")
    return found


def printed(page: Page) -> tuple[list[str], Sheets]:
    """The text of every page of the PDF and where each card's code stands on it, in points from top left."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        assert all(abs(one.width - SHEET[0]) < 1 and abs(one.height - SHEET[1]) < 1 for one in pdf.pages)
        found = [
            {word["text"]: (word["x0"], word["top"]) for word in one.extract_words() if word["text"] in CARDS}
            for one in pdf.pages
        ]
        return [one.extract_text() for one in pdf.pages], found


def side(x: float) -> str:
    """The column in which a point lies."""
    return "left" if x < SHEET[0] / 2 else "right"


CUT_OFF = """() => [...document.querySelectorAll(".sheet .a6")].filter((card) => {
  const text = card.firstElementChild, edge = card.getBoundingClientRect(), safe = 9 * 96 / 25.4 - 1;
  const outside = [...text.querySelectorAll("p, li")].some((one) => {
    const box = one.getBoundingClientRect();
    return box.left < edge.left + safe - 1 || box.right > edge.right - safe + 1 || box.bottom > edge.bottom - safe + 1;
  });
  return outside || text.scrollHeight > text.clientHeight || parseFloat(getComputedStyle(text).fontSize) < 10;
}).map((card) => card.dataset.card)"""
