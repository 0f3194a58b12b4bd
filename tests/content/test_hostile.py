"""Hostile and careless input: each case is stopped with its place, or is harmless on the finished page.

A case with problems must tell exactly those. A case without problems is staged, turned into HTML with the site's own
Markdown extensions, and looked through for anything that a browser would run or fetch.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import cases
import markdown
import pytest
import yaml
from grenzen import checks
from grenzen.content.load import load
from grenzen.problems import Problem
from mkdocs.config import load_config

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted((HERE / "hostile").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_hostile(path: Path, tmp_path: Path, update: bool) -> None:
    case = cases.read(path)
    loaded = load(cases.make(case, tmp_path))
    problems: set[Problem] = {*loaded.problems, *checks.run(loaded.library, case.today)}
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        files, found = cases.staged(loaded.library, case.today)
        problems |= set(found)
        assert dangers(files) == []
    cases.judge(case, problems, update)


def test_there_are_at_least_forty() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    "html",
    ["<script>1</script>", "<p onclick='x'>", "<a href='java&#115;cript:x'>", "<img src=data:x>", "<p style='x'>"],
)
def test_the_look_for_dangers_finds_them(html: str) -> None:
    assert dangers({"x.md": html})


def dangers(files: dict[str, str]) -> list[str]:
    """What a browser would run or fetch in the staged pages, as Markdown makes them."""
    found = _Dangers()
    for content in files.values():
        front, text = _parts(content)
        found.feed(_markdown().reset().convert(text))
        found.feed("".join(str(value) for value in front.values()))
    return found.found


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base", "link", "meta", "form", "style", "svg", "math"}:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            address = re.sub(r"[\s\x00-\x1f]", "", value or "").lower()
            foreign = re.match(r"[a-z][a-z0-9+.-]*:", address) and not re.match(r"(https?|mailto|tel):", address)
            if name.startswith("on") or name in {"style", "srcdoc"} or (name in {"href", "src", "action"} and foreign):
                self.found.append(f"{name}={value}")


def _parts(text: str) -> tuple[dict[str, Any], str]:
    _, front, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "{}", text)
    return yaml.safe_load(front) or {}, body


@cache
def _markdown() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
