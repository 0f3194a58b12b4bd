"""The same folder builds on two versions of our content without a hand, and the report says what to compare."""

from __future__ import annotations

import shutil
from pathlib import Path

from built import ROOT, build_without_paper, copy, run
from grenzen.outputs.organisation import report, scaffold

PAGE = "docs/nl/policy/lay-down.md"


def example(folder: Path) -> Path:
    for name, content in scaffold.make(ROOT, "nl").items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    own = folder / "scenarios/two-of-you"
    shutil.copytree(ROOT / "scenarios/two-of-you", own)
    (own / "da.yml").unlink()
    return folder


def next_version(folder: Path) -> Path:
    """Our content after a year: a replaced page and case changed, a case gone, a new one, a new page."""
    kit = copy(ROOT, folder)
    page = kit / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\nEr is iets bij gekomen.\n", encoding="utf-8")
    shutil.copytree(kit / "scenarios/beach-photo", kit / "scenarios/new-beach-photo")
    shutil.rmtree(kit / "scenarios/card-on-the-table", ignore_errors=True)
    words = kit / "scenarios/two-of-you/nl.yml"
    words.write_text(
        words.read_text(encoding="utf-8").replace("Je bestaat twee keer", "Twee keer jij"), encoding="utf-8"
    )
    for code in ("nl", "da"):
        keywords = kit / f"docs/data/keywords/{code}.yml"
        told = keywords.read_text(encoding="utf-8").replace("cases/card-on-the-table:", "cases/new-beach-photo:")
        keywords.write_text(told, encoding="utf-8")
        shutil.copy(kit / f"docs/{code}/prevent/profile.md", kit / f"docs/{code}/prevent/another-profile.md")
    return kit


def test_the_same_folder_builds_on_both_versions_and_the_report_tells_what_changed(tmp_path: Path) -> None:
    own, new = example(tmp_path / "our-org"), next_version(tmp_path / "kit")
    accepted = run(ROOT, "organisation", "accept", str(own))
    assert accepted.returncode == 0, accepted.stderr
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    for name, kit in (("upgrade-old", copy(ROOT, tmp_path / "old")), ("upgrade-new", new)):
        assert (build_without_paper(name, own, kit=kit) / "site/nl/cases/two-of-you.html").is_file()
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    states = report.make(new, own).replaced
    assert states[PAGE] == "changed"
    assert states["scenarios/two-of-you/nl.yml"] == "changed"
    assert states["scenarios/two-of-you/facts.yml"] == "same"
    assert set(report.make(ROOT, own).replaced.values()) == {"same"}


def test_the_report_names_what_is_not_compared_and_what_is_gone(tmp_path: Path) -> None:
    own, new = example(tmp_path / "our-org"), copy(ROOT, tmp_path / "kit")
    assert report.make(new, own).replaced["scenarios/two-of-you/nl.yml"] == "new"
    run(ROOT, "organisation", "accept", str(own))
    shutil.rmtree(new / "scenarios/two-of-you")
    assert report.make(new, own).replaced["scenarios/two-of-you/nl.yml"] == "gone"


def test_the_command_prints_the_report_and_unknown_ids_with_place_and_suggestion(tmp_path: Path) -> None:
    own = example(tmp_path / "our-org")
    settings = own / "organisation.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("hide: [policy/publish]", "hide: [policy/publis]"),
        encoding="utf-8",
    )
    said = run(ROOT, "organisation", "report", str(own))
    assert said.returncode == 1
    assert f"{PAGE}" in said.stdout
    assert "ours is still as it was" in said.stdout
    assert "there is no page, line or kind 'policy/publis' to hide. Did you mean 'policy/publish'?" in said.stderr
    assert "our-org/organisation.yml:" in said.stderr


def test_a_broken_record_is_told_with_its_place(tmp_path: Path) -> None:
    own = example(tmp_path / "our-org")
    (own / "replaced.yml").write_text("replaced:\n  a.md: zzz\n", encoding="utf-8")
    assert [str(problem) for problem in report.make(ROOT, own).problems] == [
        "our-org/replaced.yml:2:9: 'a.md' does not have the right form: 'zzz'. "
        "Lower case letters, digits and hyphens; a source point is like S1-04."
    ]


def test_a_new_example_is_never_written_over_something(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/organisation.yml").write_text("names: {}\n", encoding="utf-8")
    said = run(ROOT, "new", "organisation", str(tmp_path / "mine"))
    assert said.returncode != 0
    assert "is not empty" in said.stderr
    assert (tmp_path / "mine/organisation.yml").read_text(encoding="utf-8") == "names: {}\n"
