"""Hostile words in every text of the kit and of an organisation, with checks and policy switched off: nothing runs.

What the loader and the checks refuse is tested in tests/content/hostile; this is the second wall. Every word of every
words file, every title and description, an organisation's name and contacts become payloads; the site is built without
judging them and visited in Chromium with the content security policy bypassed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import CACHE, ROOT, build_without_paper, copy
from grenzen.outputs.organisation import scaffold
from playwright.sync_api import Browser, BrowserContext, Page

PAYLOADS = (
    "<img src=x onerror=fire()>",
    '"><svg onload=fire()>',
    "<script>fire()</script>",
    "'><b onmouseover=fire()>b",
    "</title><script>fire()</script>",
    "[a](javascript:fire())",
    "![a](x){onerror=fire()}",
    "{{ 7 * 7 }}{% for %}",
    "&lt;img src=x onerror=fire()&gt;",
    "<a href=javascript:fire()>a",
    "</script><script>fire()//",
    "`<svg/onload=fire()>`",
    "--></style><img src=x onerror=fire()>",
    "<!-- --!><img src=x onerror=fire()>",
)


def poisoned(value: Any, payloads: Iterator[str]) -> Any:
    """The same shape with a payload in place of every text."""
    if isinstance(value, dict):
        return {key: poisoned(inner, payloads) for key, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, payloads) for inner in value]
    return f"{next(payloads)} {str(value)[:10]}"


def texts(written: str) -> Any:
    """YAML with every scalar as text, as our own loader reads it."""
    return yaml.load(written, yaml.BaseLoader)  # noqa: S506 - the base loader builds nothing but texts


def poison(kit: Path) -> None:
    payloads = itertools.cycle(PAYLOADS)
    for path in sorted(
        [*kit.glob("scenarios/*/nl.yml"), *kit.glob("docs/data/*/nl.yml"), *kit.glob("docs/data/*/*/nl.yml")]
    ):
        if path.parent.name not in ("style", "synonyms"):
            _write(path, poisoned(texts(path.read_text(encoding="utf-8")), payloads))
    for path in sorted(kit.glob("docs/nl/**/*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        facts = texts(front)
        for key in ("title", "description", "keywords"):
            facts[key] = poisoned(facts.get(key, ["a", "b"]), payloads)
        path.write_text(f"---\n{yaml.safe_dump(facts, allow_unicode=True, width=9999)}---\n{body}", encoding="utf-8")
    for name, content in scaffold.make(ROOT, "nl").items():
        path = kit / "our-org" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    settings = kit / "our-org/organisation.yml"
    facts = texts(settings.read_text(encoding="utf-8"))
    facts["names"] = {"nl": "</title><script>fire()</script>"}
    facts["registration"] = poisoned(facts["registration"], payloads)
    for contact in facts["contacts"]:
        contact.update({key: poisoned(contact[key], payloads) for key in ("name", "for_what", "not_for", "hours")})
    for link in facts["protocol"]:
        link["title"] = poisoned(link["title"], payloads)
    _write(settings, {**facts, "sectors": [], "hide": []})


def _write(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, width=9999, default_style='"'), encoding="utf-8")


@pytest.fixture(scope="module")
def site() -> Path:
    kit = copy(ROOT, CACHE / "hostile")
    poison(kit)
    return build_without_paper("hostile", kit / "our-org", judge=False, kit=kit) / "site"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(bypass_csp=True)
    made.set_default_timeout(8000)
    made.add_init_script("window.fire = () => { window.fired = true; }")
    yield made
    made.close()


def harmless(page: Page, name: str) -> None:
    """Nothing ran, and nothing stands there that would run later."""
    page.evaluate("document.querySelectorAll('article *').forEach((one) => one.dispatchEvent(new Event('mouseover')))")
    assert page.evaluate("window.fired") is None, name
    found = page.evaluate(
        """Array.from(document.querySelectorAll('*')).filter((one) =>
            Array.from(one.attributes).some((a) => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))
            || (one.tagName === 'SCRIPT' && !one.src)).map((one) => one.outerHTML.slice(0, 200))"""
    )
    assert found == [], name


def test_no_payload_fires_on_any_page_type(site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    seen: dict[str, int] = {}
    for path in sorted(site.glob("nl/**/*.html")):  # the door leads on by itself
        kind = re.search(r"kind-([a-z-]+)", path.read_text(encoding="utf-8"))
        name = kind[1] if kind else path.name
        seen[name] = seen.get(name, 0) + 1
        if seen[name] <= 4:
            page.goto(path.as_uri(), wait_until="load")
            harmless(page, path.name)
    assert len(seen) > 10


def test_payloads_are_shown_as_they_were_written(site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((site / "nl/organisation.html").as_uri())
    assert "fire()" in page.locator("article").inner_text()
    assert "fire()" in page.title()


def test_no_payload_fires_in_search_results(site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((site / "nl/index.html").as_uri())
    page.locator("[data-search-open]").first.click()
    for typed in ("script", "onerror fire", "<img src=x onerror=fire()>"):
        page.locator("dialog input").first.fill(typed)
        page.wait_for_timeout(400)
        harmless(page, typed)
