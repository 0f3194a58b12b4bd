"""What comes out of the printer, read back from the PDF that Chromium makes."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from browser.conftest import Open
from playwright.sync_api import Page


@pytest.mark.parametrize("language", ["nl", "da"])
def test_it_happens_now_prints_on_one_sheet_with_every_question_and_every_end(open_at: Open, language: str) -> None:
    page = open_at().go(f"{language}/now.html")
    headings = page.eval_on_selector_all(".route__part h2", "all => all.map(one => one.textContent)")
    sheets = printed(page, columns=3)
    assert len(sheets) == 1
    text = _plain(sheets[0])
    assert [heading for heading in headings if _plain(heading) not in text] == []
    assert "112" in text


def test_the_route_prints_whole_also_after_an_answer(open_at: Open) -> None:
    page = open_at().go("nl/now.html#route-danger")
    assert len(printed(page)) == 1
    assert _plain("Wat past nu bij jou?") in _plain(printed(page)[0])


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_folded_parts_print_open(open_at: Open, script: bool) -> None:
    page = open_at(java_script_enabled=script).go("nl/cases/death-notice.html")
    text = _plain("".join(printed(page)))
    assert _plain("Een uur later belt je collega Farah") in text
    assert _plain("Wachten tot maandag") in text


def test_a_checklist_prints_on_one_sheet_with_empty_boxes(open_at: Open) -> None:
    page = open_at().go("nl/checklists/first-hour.html")
    page.check(".ticks input >> nth=0")
    page.emulate_media(media="print")
    box = "getComputedStyle(document.querySelector('.ticks input'))"
    assert page.evaluate(f"{box}.appearance") == "none"
    assert page.evaluate(f"{box}.borderTopStyle") == "solid"
    assert page.evaluate(f"parseFloat({box}.width)") > 12
    assert len(printed(page)) == 1


def test_paper_carries_addresses_of_links_elsewhere_and_only_those(open_at: Open) -> None:
    page = open_at().go("nl/contacts/nl.html")
    text = "".join(printed(page))
    assert "www.politie.nl" in text
    assert ".html" not in text


def test_paper_is_light_when_the_screen_is_dark_and_has_no_header(open_at: Open) -> None:
    page = open_at("dark").go("nl/act/first-hour.html")
    page.click("[data-theme-button]")
    page.click("[data-theme-button]")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(29, 38, 41)"
    assert page.is_hidden(".head")


def printed(page: Page, columns: int = 1) -> list[str]:
    """The text of every sheet, read column by column."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        return [
            "".join(sheet.crop((left, 0, left + sheet.width / columns, sheet.height)).extract_text() for left in lefts)
            for sheet in pdf.pages
            for lefts in [[sheet.width / columns * column for column in range(columns)]]
        ]


def _plain(text: str) -> str:
    """Letters and figures only: lines break anywhere on paper."""
    return "".join(letter for letter in text if letter.isalnum())
