"""Cards, really typeset: read back from the PDFs what a trainer will hold in her hands."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import page
import pdfplumber
import pikepdf
import pytest
import zxingcpp
from grenzen.content.model import Library
from grenzen.outputs import cards
from grenzen.outputs.cards.formats import FORMATS, LADDER
from grenzen.outputs.typesetting.house import House, HouseContact, Options
from grenzen.outputs.typesetting.printed import Made
from grenzen.problems import errors
from outputs.paper import CASES, MM, letters, library, places, sizes, texts

HOUSE = House(
    name="De Brug",
    address="https://intranet.example/grenzen",
    country="nl",
    contacts=(HouseContact("Vertrouwenspersoon", "010 123 45 67"),),
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("five"))


@pytest.fixture(scope="module")
def made(five: Library, cache: Path) -> Made:
    found = cards.make(five, languages=["nl"], cache=cache)
    assert not errors(found.problems)
    return found


def pdfs(made: Made) -> dict[str, bytes]:
    return {path: data for path, data in made.files.items() if path.endswith(".pdf")}


# ── what is made ──


def test_every_deck_exists_in_its_formats(made: Made) -> None:
    named = {path.removeprefix("nl/cards/") for path in made.files}
    whole = {
        f"{layout}-{deck}.pdf"
        for layout in ("a6", "a5", "a4", "a6-fold", "a5-fold", "a6-mono")
        for deck in ("all", "starter")
    }
    assert whole <= named
    assert {
        "a6-theme-threat.pdf",
        "a5-theme-image.pdf",
        "a4-sector-home-care.pdf",
        "injects-all.pdf",
        "a6-blank.pdf",
    } <= named
    assert {f"cases/{case}.pdf" for case in CASES} <= named
    assert {"calibration.pdf", "calibration-a5.pdf", "pictures/starter.png"} <= named


def test_pages_sheets_and_bytes_are_what_the_page_says(made: Made) -> None:
    for deck in made.printed:
        with pikepdf.open(io.BytesIO(made.files[deck.path])) as document:
            assert len(document.pages) == deck.pages, deck.path
        assert len(made.files[deck.path]) == deck.bytes


def test_every_page_is_a4(made: Made) -> None:
    for path, pdf in pdfs(made).items():
        lies = path.startswith("nl/cards/a5") or path.endswith("-a5.pdf")
        assert sizes(pdf) == {(297.0, 210.0) if lies else (210.0, 297.0)}, path


def test_every_word_of_a_case_is_on_its_card(five: Library, made: Made) -> None:
    for layout in ("a6", "a5", "a4", "a6-fold"):
        printed = letters(" ".join(texts(made.files[f"nl/cards/{layout}-all.pdf"])))
        # On a sheet of several cards lines of neighbours are read across; words must be there, sentences on A4 only.
        for scenario in five.scenarios.values():
            words = scenario.words["nl"]
            asked = [*words.questions.self, *words.questions.team, *words.questions.organisation]
            said = [words.title, words.context, words.trigger, words.dilemma, *asked, *words.helps]
            said += [words.facilitator.aim, words.facilitator.close]
            for text in said if layout == "a4" else [words.title]:
                assert letters(text) in printed, (layout, scenario.id, text)


def test_the_facilitator_sheet_has_the_plan_the_risks_and_the_stop_rule(five: Library, made: Made) -> None:
    for scenario in five.scenarios.values():
        sheet = made.files[f"nl/cards/cases/{scenario.id}.pdf"]
        with pdfplumber.open(io.BytesIO(sheet)) as document:
            assert len(document.pages) == 4
            halves = [
                document.pages[2].crop((x, 0, x + 297.6, 842), strict=False).extract_text() or "" for x in (0, 297.6)
            ]
        printed = letters(" ".join(halves))
        for text in (*scenario.words["nl"].risks, *scenario.words["nl"].injects):
            assert letters(text)[:18] in printed, (scenario.id, text)
        assert "Stoppen" in printed
        assert "Inditland" not in printed, "a neutral sheet mixes no countries"


# ── right on paper ──


def test_each_back_lies_behind_its_front_in_every_deck(made: Made) -> None:
    checked = 0
    for deck in made.printed:
        layout = FORMATS.get(deck.format)
        if layout is None or layout.fold or deck.id == "blank":
            continue
        found = places(made.files[deck.path], CASES)
        for front, back in zip(found[::2], found[1::2], strict=True):
            assert set(front) == set(back), deck.path
            for case, (across, down) in front.items():
                width, height = 105 * layout.scale, 148.5 * layout.scale
                column, row = int(across // width), int(down // height)
                behind = layout.columns - 1 - int(back[case][0] // width)
                assert (column, row) == (behind, int(back[case][1] // height)), (deck.path, case)
                checked += 1
    assert checked > 80


def test_a_last_sheet_with_one_card_has_its_back_in_the_other_column(made: Made) -> None:
    last_front, last_back = places(made.files["nl/cards/a6-all.pdf"], CASES)[-2:]
    assert len(last_front) == len(last_back) == 1
    ((front, _),), ((back, _),) = last_front.values(), last_back.values()
    assert front < 105 < back


def test_folded_cards_have_front_and_back_side_by_side(made: Made) -> None:
    with pdfplumber.open(io.BytesIO(made.files["nl/cards/a6-fold-all.pdf"])) as document:
        assert len(document.pages) == 3
        words = [(word["x0"], word["top"]) for word in document.pages[0].extract_words() if word["text"] in CASES]
    left = sorted(top for x, top in words if x < 105 * MM)
    right = sorted(top for x, top in words if x > 105 * MM)
    assert len(left) == len(right) == 2


def test_the_printer_offset_moves_backs_only(five: Library, cache: Path) -> None:
    few = replace(five, things={**five.things, "scenarios": dict(list(five.scenarios.items())[:1])})
    chosen = [
        cards.make_selection(
            few, "level>=1", format="a6", language="nl", cache=cache, options=Options(printer_offset=offset)
        )
        for offset in ((0.0, 0.0), (1.5, -0.5))
    ]
    plain, moved = (places(each.files["nl/cards/a6-selection.pdf"], CASES) for each in chosen)
    (case,) = plain[0]
    assert plain[0] == moved[0]
    assert moved[1][case] == pytest.approx((plain[1][case][0] + 1.5, plain[1][case][1] + 0.5), abs=0.01)


def test_the_printer_dialogue_is_preset(made: Made) -> None:
    edges = {
        "a6": "/DuplexFlipLongEdge",
        "a4": "/DuplexFlipLongEdge",
        "a5": "/DuplexFlipShortEdge",
        "a6-fold": "/Simplex",
    }
    for layout, edge in edges.items():
        with pikepdf.open(io.BytesIO(made.files[f"nl/cards/{layout}-all.pdf"])) as document:
            presets = document.Root.ViewerPreferences
            assert (str(presets.Duplex), str(presets.PrintScaling)) == (edge, "/None")


def test_mono_has_no_colour(made: Made) -> None:
    with pdfplumber.open(io.BytesIO(made.files["nl/cards/a6-mono-starter.pdf"])) as document:
        colours = {tuple(char["non_stroking_color"] or ()) for page in document.pages for char in page.chars}
    assert all(len(set(colour)) <= 1 for colour in colours), colours


# ── accessible ──


def test_every_pdf_is_valid_pdf_ua(made: Made) -> None:
    for path, pdf in pdfs(made).items():
        report = page.validate_pdf_bytes(pdf, profile="ua-1")
        assert report.is_compliant, (path, [failure.message for failure in report.failures])


def test_language_title_bookmarks_and_fonts(five: Library, made: Made) -> None:
    with pikepdf.open(io.BytesIO(made.files["nl/cards/a6-all.pdf"])) as document:
        assert str(document.Root.Lang) == "nl-NL"
        assert "Alle casussen" in str(document.docinfo.Title)
        with document.open_outline() as outline:
            assert {entry.title for entry in outline.root} == {
                each.words["nl"].title for each in five.scenarios.values()
            }
        fonts = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all(
            "AtkinsonHyperlegibleNext" in str(font.FontName) and ("/FontFile2" in font or "/FontFile3" in font)
            for font in fonts
        )


def test_type_is_never_smaller_than_promised(made: Made) -> None:
    assert min(LADDER) >= 8
    with pdfplumber.open(io.BytesIO(made.files["nl/cards/a4-all.pdf"])) as document:
        assert min(char["size"] for each in document.pages for char in each.chars) >= 14 - 0.01


# ── an organisation's own ──


def test_the_qr_code_leads_to_the_case_and_the_address_is_printed(five: Library, cache: Path) -> None:
    chosen = cards.make_selection(
        five, "id=death-notice", format="a6", language="nl", cache=cache, options=Options(house=HOUSE)
    )
    pdf = chosen.files["nl/cards/a6-selection.pdf"]
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        picture = document.pages[1].to_image(resolution=200).original
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [
        "https://intranet.example/grenzen/nl/cases/death-notice.html"
    ]
    assert "intranet.example/grenzen/nl/cases/death-notice.html" in texts(pdf)[1]
    assert "Bel eerst: Vertrouwenspersoon, 010 123 45 67" in texts(pdf)[1]
    assert page.is_pdf_compliant_bytes(pdf, profile="ua-1")


def test_without_an_address_there_is_no_qr_code_but_a_path(made: Made) -> None:
    back = texts(made.files["nl/cards/cases/death-notice.pdf"])[1]
    assert back.endswith("cases/death-notice")


# ── repeatable ──


def test_nothing_is_made_twice(five: Library, made: Made, cache: Path) -> None:
    again = cards.make(five, languages=["nl"], cache=cache)
    assert again.press[0] == 0
    assert again.files == made.files


def test_the_same_bytes_from_an_empty_cache(five: Library, tmp_path: Path) -> None:
    once, twice = (
        cards.make_selection(five, "level>=1", format="a6", language="da", cache=tmp_path / name).files
        for name in ("a", "b")
    )
    assert once and once == twice


def test_one_changed_case_makes_only_its_own_files(made: Made, cache: Path, tmp_path: Path) -> None:
    changed = library(tmp_path, changes={"scenarios/tagged-again/nl.yml": ("title: ", "title: Ook dit, ")})
    again = cards.make(changed, languages=["nl"], cache=cache)
    same = {path for path in made.files if again.files[path] == made.files[path]}
    assert "nl/cards/cases/death-notice.pdf" in same
    assert "nl/cards/a6-theme-threat.pdf" in same
    assert {"nl/cards/cases/tagged-again.pdf", "nl/cards/a6-all.pdf"}.isdisjoint(same)


# ── problems, word for word ──


def problems(tmp_path: Path, file: str, before: str, after: str) -> list[str]:
    changed = library(tmp_path / "library", ["death-notice"], {f"scenarios/death-notice/{file}": (before, after)})
    found = cards.make(changed, languages=["nl"], cache=tmp_path / "cache")
    assert found.files == {}
    return [str(problem) for problem in errors(found.problems)]


def test_text_that_is_too_long(tmp_path: Path) -> None:
    long = "context: >-\n  " + "Dit is een zin die veel te vaak op de kaart staat. " * 30 + "\n "
    assert problems(tmp_path, "nl.yml", "context: >-\n ", long) == [
        "scenarios/death-notice/nl.yml:2:1: death-notice (nl, a6, front): the text is 13 mm too long at the smallest "
        "size (10 % over). Shorten the context, the trigger or the dilemma."
    ]


def test_a_character_without_a_glyph(tmp_path: Path) -> None:
    assert problems(tmp_path, "nl.yml", "title: De rouwkaart", "title: De ♥ rouwkaart") == [
        "scenarios/death-notice/nl.yml:1:8: death-notice (nl, a6, front): the font has no glyph for '♥' (U+2665, black "
        "heart suit). Write it with other characters."
    ]


def test_a_word_that_cannot_be_broken(tmp_path: Path) -> None:
    word = "https://x.example/" + "0123456789" * 6
    (found,) = problems(
        tmp_path, "nl.yml", "title: De rouwkaart\ncontext: >-\n ", f"title: De rouwkaart\ncontext: >-\n  {word}"
    )
    assert found.startswith(f"scenarios/death-notice/nl.yml:2:1: death-notice (nl, a6, front): the word '{word}' is ")
    assert found.endswith(" mm wider than its line and cannot be broken. Shorten it or put a space in it.")


def test_the_smallest_size_is_a_warning(tmp_path: Path) -> None:
    one = library(tmp_path / "library", ["death-notice"])
    found = cards.make_selection(one, "level>=1", format="a6", language="da", cache=tmp_path / "cache")
    assert [str(problem) for problem in found.problems if problem.severity == "warning"] == [
        "scenarios/death-notice/da.yml:12:1: warning: death-notice (da, a6, back): the text fits only at the smallest "
        "size (8 pt), with 13 mm left for the agreement. Shorten the questions, what helps or the facilitator's notes."
    ]
