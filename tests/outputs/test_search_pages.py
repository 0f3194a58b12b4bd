"""What search takes from a built page, and how much a page weighs."""

from __future__ import annotations

from grenzen.outputs.search import _weight
from grenzen.outputs.search.reader import BuiltPage, Section, read


def page(inside: str, page_id: str = "act/talk") -> BuiltPage:
    """The built page with this article."""
    found = read(f"<nav>menu</nav><article>{inside}</article><footer>below</footer>", page_id)
    assert found
    return found


def test_a_page_without_an_article_is_not_read() -> None:
    assert read("<main>hello</main>", "index") is None


def test_a_heading_with_an_id_begins_a_section() -> None:
    found = page(
        '<h1>Talk</h1><p>First &amp; best.</p><h2 id="how">How</h2><p>Slow<br>ly.</p><h3>No id</h3><p>Still how.</p>'
    )
    assert found.title == "Talk"
    assert found.sections == [
        Section("", text="First & best."),
        Section("how", "How", "Slowly. No id Still how."),
    ]


def test_blocks_are_apart_and_inline_marks_are_not() -> None:
    assert page("<p>one</p><p>t<em>w</em>o</p><li>three</li>").sections[0].text == "one two three"


def test_what_stands_on_many_pages_is_passed_over() -> None:
    silent = '<div class="emergency">112</div><nav>menu</nav><button>Print</button><p class="no-search">hidden</p>'
    assert page(f"<h1>Talk</h1>{silent}<p>Seen</p>").sections == [Section("", text="Seen")]


def test_contacts_are_read_at_home_only() -> None:
    contacts = '<div class="country"><ul><li id="contact-nl-112"><strong>112</strong> Danger.</li></ul></div>'
    assert page(contacts).sections == [Section("")]
    assert page(contacts, "contacts/nl").sections[1] == Section("contact-nl-112", "112", "Danger.", "contact")


def test_law_lines_and_terms_are_sections_of_their_own_kind() -> None:
    law = page('<ul><li id="law-nl-doxing"><strong>Doxing</strong> is a crime.</li></ul>', "law/nl")
    assert law.sections[1] == Section("law-nl-doxing", "Doxing", "is a crime.", "law")
    term = page('<h2 id="doxing">Doxing</h2><p>Publishing.</p>', "glossary")
    assert term.sections[1] == Section("doxing", "Doxing", "Publishing.", "term")


def test_labels_are_kept_apart_from_the_text() -> None:
    labels = '<p class="labels"><span class="labels__one">Image</span><span class="labels__one">High</span></p>'
    found = page(f"<h1>Case</h1>{labels}<p>Story</p>", "cases/live")
    assert (found.labels, found.sections[0].text) == (["Image", "High"], "Story")


def test_home_comes_before_the_neighbours_and_those_before_the_rest() -> None:
    nl, be, dk = (_weight(f"contacts/{country}", "nl") for country in ("nl", "be", "dk"))
    assert nl > be > dk
    assert _weight("contacts/dk", "da") > _weight("contacts/nl", "da") == _weight("contacts/be", "da")
