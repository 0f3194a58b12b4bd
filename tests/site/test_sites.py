"""Whole sites, really built: the invariants on each, and of tiny ones the main text of their pages, word for word.

A tiny site is one YAML file in ``tiny/``: ``why``, ``files`` (path to text, over the tiny kit), ``pages`` (path below
the site to its main text: what stands in the article, one block a line). ``--update`` writes the present texts.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import built
import pytest
import yaml
from invariants import INVARIANTS
from reading import read

NAVIGATION = [
    "index.md", "now.md", {"nav.act": ["act/first-hour.md"]},
    {"nav.tools": ["cases/index.md", "checklists/index.md", "sessions/index.md", "cards/index.md", "glossary.md"]},
    "a-z.md",
    {"nav.about": ["about/about.md", "about/sources.md"]},
]  # fmt: skip
"""The tiny kit has fewer pages than ours."""

HERE = Path(__file__).parent
CASES = sorted((HERE / "tiny").glob("*.yml"))


@pytest.mark.parametrize("holds", INVARIANTS, ids=lambda one: one.__name__)
def test_our_site(holds: Callable[[Path], Iterator[str]]) -> None:
    assert list(holds(built.real_site())) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_tiny_site(path: Path, tmp_path: Path, update: bool) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    site = tiny_site(path.stem, case, tmp_path)
    texts = {name: read(site / name).main for name in case["pages"]}
    if update and texts != {name: text.strip() for name, text in case["pages"].items()}:
        write(path, texts)
    else:
        assert texts == {name: text.strip() for name, text in case["pages"].items()}, case["why"]
    assert {one.__name__: list(one(site)) for one in INVARIANTS} == {one.__name__: [] for one in INVARIANTS}


def tiny_site(name: str, case: dict[str, Any], folder: Path) -> Path:
    """Build the machinery with the tiny kit and the case's files in it; returns the folder ``site``."""
    source = folder / "source"
    for part in ("scripts", "overrides", "docs/assets"):
        shutil.copytree(built.ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("LICENSE", "requirements.lock"):
        shutil.copy(built.ROOT / part, source)
    settings = (built.ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    (source / "mkdocs.yml").write_text(f"{settings}\nnav: {json.dumps(NAVIGATION)}\n", encoding="utf-8")
    shutil.copytree(built.ROOT / "tests/tiny", source, dirs_exist_ok=True)
    for path, text in case.get("files", {}).items():
        target = source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return built.build(f"tiny-{name}", source=source) / "site"


def write(path: Path, texts: dict[str, str]) -> None:
    """Put the texts below ``pages:``, which stands last in the file."""
    kept = path.read_text(encoding="utf-8").partition("\npages:")[0].rstrip("\n")
    blocks = [f"  {name}: |\n" + "".join(f"    {line}\n" for line in text.splitlines()) for name, text in texts.items()]
    path.write_text(f"{kept}\npages:\n{''.join(blocks)}", encoding="utf-8")


def test_with_an_address_the_error_page_looks_like_the_others_and_the_rest_stays_relative(tmp_path: Path) -> None:
    kit = built.real_site().parent
    told = {
        "SITE_ADDRESS": "https://intranet.example/kit",
        "SITE_LANGUAGE": "da",
        "SITE_STAGED": str(kit / ".cache/docs"),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=kit, env={**os.environ, **told}, check=True, capture_output=True)
    lost, home = read(tmp_path / "404.html"), read(tmp_path / "index.html")
    assert lost.language == "da"
    assert all(address.startswith(("/kit/da/", "data:")) for address in lost.loads)
    assert not any(address.startswith(("/", "http")) for address in [*home.links, *home.loads])
