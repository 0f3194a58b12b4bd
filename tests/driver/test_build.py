"""The driver judges before it writes, swaps at the end and makes the same bytes twice. Really built, tiny content."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the machinery with a tiny library in it, built once."""
    folder = tmp_path_factory.mktemp("kit")
    for name in ("scripts", "overrides", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    short = config[: config.index("\nnav:")] + "\nnav: [index.md, now.md]\n"  # the tiny library has few pages
    (folder / "mkdocs.yml").write_text(short, encoding="utf-8")
    shutil.copytree(ROOT / "tests/tiny", folder, dirs_exist_ok=True)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "scripts"), "SOURCE_DATE_EPOCH": "1790000000"}
    code = "import sys; from grenzen.commands import main; main(sys.argv[1:], prog_name='build.py')"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_command_makes_the_door_and_a_site_per_language(kit: Path) -> None:
    for page in ("index.html", "nl/index.html", "da/index.html", "nl/404.html", "nl/cards/index.html"):
        assert (kit / "site" / page).is_file(), page


def test_a_second_build_gives_the_same_bytes_pdfs_included(kit: Path) -> None:
    before = snapshot(kit / "site")
    shutil.rmtree(kit / ".cache")
    assert build(kit).returncode == 0
    after = snapshot(kit / "site")
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert any(name.endswith(".pdf") for name in before)


def test_a_typo_stops_the_build_with_its_place_and_leaves_the_last_good_site(kit: Path) -> None:
    words = kit / "scenarios/first-case/nl.yml"
    good, site = words.read_text(encoding="utf-8"), snapshot(kit / "site")
    words.write_text(good.replace("questions:", "questoins:"), encoding="utf-8")
    try:
        done = build(kit)
    finally:
        words.write_text(good, encoding="utf-8")
    line = good[: good.index("questions:")].count("\n") + 1
    assert done.returncode == 1
    assert f"scenarios/first-case/nl.yml:{line}:1: unknown key 'questoins'. Did you mean 'questions'?" in done.stderr
    assert snapshot(kit / "site") == site


def test_a_page_that_mkdocs_refuses_leaves_the_last_good_site(kit: Path) -> None:
    config, site = kit / "mkdocs.yml", snapshot(kit / "site")
    good = config.read_text(encoding="utf-8")
    config.write_text(good.replace("now.md]", "no-such-page.md]"), encoding="utf-8")
    try:
        done = build(kit)
    finally:
        config.write_text(good, encoding="utf-8")
    assert done.returncode == 1
    assert "site/ is untouched" in done.stderr
    assert snapshot(kit / "site") == site


def test_check_writes_nothing(kit: Path) -> None:
    shutil.rmtree(kit / "site")
    done = build(kit, "check")
    assert done.returncode == 0, done.stderr
    assert not (kit / "site").exists()
    assert build(kit).returncode == 0


def test_help_explains_itself(kit: Path) -> None:
    said = build(kit, "--help").stdout
    for command in ("build", "check", "serve", "cards", "bundle", "new", "organisation", "translations"):
        assert command in said
