"""An organisation's own site, really built from the example that ``new organisation`` writes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pdfplumber
import pytest
from built import CACHE, ROOT, build, build_without_paper, real_site
from grenzen.colours import contrast
from grenzen.content import organisation
from grenzen.content.edition import WHOLE
from grenzen.content.load import load
from grenzen.content.organisation import DARK, LIGHT
from grenzen.outputs.organisation import scaffold

EXAMPLES = {"nl": ("nl", "Zorggroep De Haven"), "be": ("nl", "Zorggroep De Haven"), "dk": ("da", "Bostedet Havnen")}


def example(country: str) -> Path:
    """The example of one country, written once."""
    folder = CACHE / f"{country}-org"
    for name, content in scaffold.make(ROOT, country).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    return folder


@cache
def site(country: str) -> Path:
    """The Dutch one with all its paper, the Danish one without: paper takes most of the time."""
    if country == "nl":
        return build("site-nl", "--organisation", str(example(country))) / "site"
    return build_without_paper(f"site-{country}", example(country)) / "site"


def html(country: str, page: str) -> str:
    return (site(country) / EXAMPLES[country][0] / f"{page}.html").read_text(encoding="utf-8")


def pages(country: str) -> dict[str, str]:
    """Page id to HTML of every page."""
    folder = site(country) / EXAMPLES[country][0]
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(params=["nl", "dk"])
def country(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("country", EXAMPLES)
def test_each_example_is_sound(country: str) -> None:
    whose, problems = organisation.read(example(country))
    loaded = load(ROOT, whose)
    assert [str(one) for one in [*problems, *loaded.problems] if one.place.path.startswith(f"{country}-org")] == []
    assert whose.countries == (country,)


def test_name_logo_and_colour_stand_on_every_page(country: str) -> None:
    code, name = EXAMPLES[country]
    whose, _ = organisation.read(example(country))
    assert whose.organisation
    assert whose.organisation.primary
    css = next((site(country) / code / "assets/css").glob("palette.*.css")).read_text(encoding="utf-8")
    assert f"--primary: {whose.organisation.primary.light}" in css
    assert f"--primary: {whose.organisation.primary.dark}" in css
    assert list((site(country) / code / "assets/organisation").glob("logo.*.svg"))
    for page, text in pages(country).items():
        if page != "404":
            assert name in text, page
            assert "assets/organisation/logo." in text, page


def test_their_contacts_stand_on_every_act_page_behind_112_and_before_all_else(country: str) -> None:
    whose, _ = organisation.read(example(country))
    assert whose.organisation
    first = whose.organisation.facts.contacts[0]
    for page, text in pages(country).items():
        if page.startswith(("act/", "now")):
            strip = re.search(r'class="emergency".*?</div>', text, re.DOTALL)
            assert strip, page
            assert strip[0].index("tel:112") < strip[0].index(str(first.phone)), page
            assert text.index(str(first.phone)) < text.find("contacts__phone", text.index("<article")) or (
                "contacts__phone" not in text
            ), page


def test_lists_of_contacts_start_with_their_own(country: str) -> None:
    listed = re.findall(r'id="contact-([a-z0-9-]+)"', html(country, f"contacts/{country}"))
    own = [name for name in listed if name.startswith("own-")]
    assert own
    assert listed[: len(own)] == own


def test_their_own_page_tells_hours_protocol_and_registration(country: str) -> None:
    whose, _ = organisation.read(example(country))
    own, code = whose.organisation, whose.codes[0]
    assert own
    assert own.facts.registration
    text = html(country, "organisation")
    for said in (own.facts.contacts[0].hours, own.facts.protocol[0].title, own.facts.registration.text):
        assert said[code] in text
    assert "own/protocol.html" in text


def test_no_other_country_stands_on_the_site(country: str) -> None:
    library = load(ROOT, WHOLE).library
    home = pages(country)
    others = {"nl", "be", "dk"} - {country}
    assert {page for page in home if page.startswith(("law/", "contacts/", "checked/"))} == {
        f"{kind}/{country}" for kind in ("law", "contacts", "checked")
    }
    strangers = [
        thing
        for kind in ("law", "contacts")
        for thing in library.things[kind].values()
        if thing.facts.country in others
    ]
    ids = {f'id="{"law" if hasattr(one.facts, "topics") else "contact"}-{one.id}"' for one in strangers}
    for page, text in home.items():
        assert not [one for one in ids if one in text], page
        assert not [one for one in others if f'data-country="{one}"' in text], page


def test_only_cases_that_fit_stand_beside_their_own(country: str) -> None:
    library = load(ROOT, WHOLE).library
    fitting = {
        case.id
        for case in library.scenarios.values()
        if country in case.facts.countries
        and (not case.facts.sectors or {"disability-care", "home-care"} & set(case.facts.sectors))
    }
    shown = {page.removeprefix("cases/") for page in pages(country) if page.startswith("cases/")} - {"index"}
    assert shown == fitting | {"whose-phone"}
    assert 0 < len(fitting) < len(library.scenarios)
    assert "cases/whose-phone.html" in html(country, "cases/index").replace('href="', 'href="cases/')


def test_a_hidden_page_is_gone_and_nothing_leads_there(country: str) -> None:
    assert "policy/publish" not in pages(country)
    assert not [page for page, text in pages(country).items() if "publish.html" in text]


def test_a_replaced_page_is_theirs(country: str) -> None:
    assert ("Bij ons" if country == "nl" else "Hos os") in html(country, "policy/lay-down")


def test_a_site_in_one_language_offers_no_other(country: str) -> None:
    code = EXAMPLES[country][0]
    assert [path.name for path in site(country).iterdir() if path.is_dir()] == [code]
    door = (site(country) / "index.html").read_text(encoding="utf-8")
    assert f'http-equiv="refresh" content="0; url={code}/index.html"' in door
    assert not [page for page, text in pages(country).items() if "<a" in text and re.search(r"<a[^>]*hreflang", text)]


def test_every_link_inside_resolves(country: str) -> None:
    for path in sorted(site(country).rglob("*.html")):
        if path.name == "404.html":
            continue
        for address in re.findall(r'(?:href|src)="([^"#:]+)(?:#[^"]*)?"', path.read_text(encoding="utf-8")):
            assert (path.parent / address).is_file(), f"{path.relative_to(site(country))}: {address}"


def pdf(name: str) -> str:
    with pdfplumber.open(site("nl") / "nl" / name) as opened:
        return "\n".join(page.extract_text() for page in opened.pages)


def test_their_first_contact_stands_on_the_back_of_every_card() -> None:
    sheet = (
        pdf("cards/a4-starter.pdf") if (site("nl") / "nl/cards/a4-starter.pdf").is_file() else pdf("cards/a6-all.pdf")
    )
    cards = max(sheet.count("Niveau"), 1)
    assert sheet.count("010 123 45 67") >= cards > 0


def test_sheets_carry_their_name_numbers_and_country_only() -> None:
    folder = site("nl") / "nl"
    found = {path.stem for path in folder.rglob("*contacts-*.pdf")}
    assert {name.rpartition("contacts-")[2] for name in found} == {"nl"}
    sheet = next(folder.rglob("*contacts-nl.pdf")).relative_to(folder).as_posix()
    text = pdf(sheet)
    assert text.index("010 123 45 67") < text.index("0900")
    assert text.count("010 123 45 67") == 1


def test_only_decks_of_their_sectors_are_offered() -> None:
    decks = [path.stem for path in (site("nl") / "nl/cards").glob("a6-sector-*.pdf")]
    assert sorted(decks) == ["a6-sector-disability-care", "a6-sector-home-care"]


def test_the_kits_own_site_knows_no_organisation() -> None:
    assert not list(real_site().glob("*/organisation.html"))
    for path in sorted(real_site().rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert "emergency__own" not in text, path
        assert "assets/organisation" not in text, path


def test_colours_are_judged_on_the_backgrounds_that_the_site_has() -> None:
    from grenzen.outputs.pages.stylesheet import SURFACES

    backgrounds = [SURFACES[name] for name in ("page", "card", "sunken")]
    assert min((one.light for one in backgrounds), key=lambda colour: contrast(colour, "#000000")) == LIGHT
    assert max((one.dark for one in backgrounds), key=lambda colour: contrast(colour, "#000000")) == DARK


BILINGUAL = """\
names: {nl: Grenszorg, da: Graensepleje}
country: be
languages: [nl, da]
default_language: da
checked_on: 2026-11-01
contacts:
  - id: duty
    kinds: [emergency]
    phone: "+32 2 123 45 67"
    name: {nl: Wachtdienst, da: Vagten}
    for_what: {nl: Altijd., da: Altid.}
    not_for: {nl: Niet bij gevaar., da: Ikke ved fare.}
"""


def test_a_site_in_two_languages_starts_with_its_default_and_switches() -> None:
    folder = CACHE / "bilingual-org"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "organisation.yml").write_text(BILINGUAL, encoding="utf-8")
    home = build_without_paper("site-bilingual", folder) / "site"
    door = (home / "index.html").read_text(encoding="utf-8")
    assert door.index('<li lang="da">') < door.index('<li lang="nl">')
    assert "refresh" not in door
    page = (home / "nl/act/police.html").read_text(encoding="utf-8")
    assert "Wachtdienst" in page
    assert 'hreflang="da"' in page
    assert "Vagten" in (home / "da/act/police.html").read_text(encoding="utf-8")
    assert {path.stem for path in (home / "da/law").iterdir()} == {"be"}
