"""Sheets, really typeset: one page, one country, a date, and every word of the list they are made from."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pikepdf
import pytest
import yaml
from grenzen.content.load import load
from grenzen.content.logo import Picture
from grenzen.content.model import Library
from grenzen.outputs import sheets
from grenzen.outputs.sheets.catalogue import first_numbered_list
from grenzen.outputs.typesetting.house import House, HouseContact, Options
from grenzen.outputs.typesetting.printed import Made
from outputs.paper import letters, library, sizes, texts
from PIL import Image

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#224466"/></svg>'


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("content"), [])


@pytest.fixture(scope="module")
def made(content: Library, cache: Path) -> Made:
    found = sheets.make(content, languages=["nl", "da"], cache=cache)
    assert not found.problems, [str(problem) for problem in found.problems]
    return found


def pdfs(made: Made) -> dict[str, bytes]:
    return {path: data for path, data in made.files.items() if path.endswith(".pdf")}


def test_every_sheet_exists_in_both_languages(content: Library, made: Made) -> None:
    wanted = {
        *content.checklists,
        *(f"session-{plan}" for plan in content.sessions),
        *(f"contacts-{country}" for country in ("nl", "be", "dk")),
        *("evidence-log", "team-agreements", "opt-out", "evaluation", "ground-rules", "route"),
    }
    assert {path for path in made.files if path.endswith(".pdf")} == {
        f"{language}/sheets/{sheet}.pdf" for language in ("nl", "da") for sheet in wanted
    }


def test_a_sheet_is_one_page_and_only_the_route_has_a_back(made: Made) -> None:
    for path, pdf in pdfs(made).items():
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert len(document.pages) == (2 if path.endswith("route.pdf") else 1), path
        assert sizes(pdf) == {(297.0, 210.0) if path.endswith("evidence-log.pdf") else (210.0, 297.0)}, path


def test_every_sheet_is_valid_pdf_ua_in_its_language(made: Made) -> None:
    for path, pdf in pdfs(made).items():
        report = page.validate_pdf_bytes(pdf, profile="ua-1")
        assert report.is_compliant, (path, [failure.message for failure in report.failures])
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert str(document.Root.Lang) == {"nl": "nl-NL", "da": "da-DK"}[path[:2]]


def test_the_foot_has_the_emergency_number_and_the_day_of_the_last_check(made: Made) -> None:
    for path, pdf in pdfs(made).items():
        (*_, last) = texts(pdf)
        assert "112" in last, path
        assert ("Laatst gecontroleerd: " if path.startswith("nl") else "Sidst kontrolleret: ") in last, path


def test_every_item_of_a_checklist_is_on_its_sheet(content: Library, made: Made) -> None:
    for checklist in content.checklists.values():
        for language in ("nl", "da"):
            printed = letters(" ".join(texts(made.files[f"{language}/sheets/{checklist.id}.pdf"])))
            for item in checklist.words[language].items.values():
                assert letters(item) in printed, (checklist.id, language, item)


def test_a_plan_has_its_minutes_and_its_stop_rule(content: Library, made: Made) -> None:
    for plan in content.sessions.values():
        printed = letters(" ".join(texts(made.files[f"nl/sheets/session-{plan.id}.pdf"])))
        assert letters(plan.words["nl"].stop_rule) in printed
        assert f"{plan.facts.minutes - plan.facts.steps[-1].minutes}{plan.facts.minutes}" in printed


def test_no_contact_sheet_mixes_countries(content: Library, made: Made) -> None:
    for country in ("nl", "be", "dk"):
        printed = " ".join(texts(made.files[f"nl/sheets/contacts-{country}.pdf"]))
        own = {each.facts.phone for each in content.contacts.values() if each.facts.country == country}
        foreign = {each.facts.phone for each in content.contacts.values() if each.facts.country != country} - own
        words = set(printed.split())
        assert not {phone for phone in foreign if phone and phone in words}, country


def png() -> bytes:
    saved = io.BytesIO()
    Image.new("RGB", (37, 23), "#204060").save(saved, "PNG")
    return saved.getvalue()


@pytest.mark.parametrize("logo", [Picture(".svg", LOGO.encode()), Picture(".png", png())], ids=lambda one: one.suffix)
def test_an_organisation_has_its_country_its_contacts_and_its_logo(
    content: Library, tmp_path: Path, logo: Picture
) -> None:
    house = House(
        name="De Brug",
        country="be",
        logo=logo.drawing,
        contacts=(HouseContact("Wachtdienst", "03 123 45 67", "dag en nacht"),),
    )
    found = sheets.make(content, languages=["nl"], cache=tmp_path, options=Options(house=house))
    assert not found.problems
    assert [path for path in found.files if "contacts" in path and path.endswith(".pdf")] == [
        "nl/sheets/contacts-be.pdf"
    ]
    pdf = found.files["nl/sheets/contacts-be.pdf"]
    printed = texts(pdf)[0]
    assert printed.index("Wachtdienst") < printed.index("112")
    assert ((37, 23) in pixels(pdf)) == (logo.suffix == ".png")
    assert page.is_pdf_compliant_bytes(pdf, profile="ua-1")


def pixels(pdf: bytes) -> set[tuple[int, int]]:
    """Width and height of every pixel picture in a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [each for each in document.objects if isinstance(each, pikepdf.Stream)]
        return {(int(each.Width), int(each.Height)) for each in streams if each.get("/Subtype") == "/Image"}


def test_nothing_is_made_twice_and_the_bytes_stay(content: Library, made: Made, cache: Path) -> None:
    again = sheets.make(content, languages=["nl", "da"], cache=cache)
    assert again.press[0] == 0
    assert again.files == made.files


def test_a_sheet_that_is_too_long(tmp_path: Path) -> None:
    library(tmp_path / "library", [])
    words = tmp_path / "library/docs/data/checklists/first-hour/nl.yml"
    text = yaml.safe_load(words.read_text(encoding="utf-8"))
    text["items"] = dict.fromkeys(text["items"], "Dit is te veel tekst voor een blad. " * 6)
    words.write_text(yaml.safe_dump(text, sort_keys=False), encoding="utf-8")
    found = sheets.make(load(tmp_path / "library").library, languages=["nl"], cache=tmp_path / "cache")
    assert found.files == {}
    (problem,) = (str(problem) for problem in found.problems)
    assert problem.startswith("docs/data/checklists/first-hour/nl.yml:")
    assert "first-hour (nl, a4, sheet): the text is " in problem
    assert problem.endswith(" mm too long at the smallest size (11 pt). Shorten it; a sheet is one page.")


def test_the_first_numbered_list_is_read_as_plain_text() -> None:
    markdown = (
        "Vooraf.\n\n- geen nummer\n\n1. **Een** ding, zie\n   [hier](../now.md).\n2. Twee\n\nNa.\n\n1. Niet deze\n"
    )
    assert first_numbered_list(markdown) == ["Een ding, zie hier.", "Twee"]
    assert first_numbered_list("Geen lijst.") == []
