"""The only file that knows MkDocs: stages the pages and hands them over, in the language of this run.

``build.py`` stages once for all languages and says so with ``SITE_STAGED``; run by MkDocs alone (``mkdocs build``,
``mkdocs serve``) the hook loads, checks nothing more than it must, and stages itself.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import checks, paper, staging, today
from grenzen.content import organisation
from grenzen.content.edition import OWN_PAGE, Edition
from grenzen.content.languages import LANGUAGES, Language
from grenzen.content.load import load
from grenzen.content.narrow import narrowed
from grenzen.outputs import search
from grenzen.outputs.pages.tables import with_table_regions
from grenzen.policy import POLICY
from grenzen.problems import Problem, errors
from grenzen.words import words
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

THEME_ASSETS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")

log = logging.getLogger("mkdocs.hooks")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage unless the driver did, then speak the run's language in every place MkDocs would speak its own."""
    folder = Path(os.environ.get("SITE_STAGED") or ROOT / ".cache/docs")
    edition = config.extra["edition"] = _edition()
    if not os.environ.get("SITE_STAGED"):
        _stage(folder, edition)
    config.docs_dir = str(folder)
    language = _language(config)
    say = words(language)
    config.site_name = escape(edition.site_name(LANGUAGES[language]))  # the theme prints it as it is
    config.theme.language = language  # type: ignore[attr-defined]
    config.nav = [*_navigation(config.nav or [], language, edition)]
    config.mdx_configs["toc"] = {**config.mdx_configs.get("toc", {}), "permalink_title": say("site.permalink")}
    if config.site_url:
        config.site_url = f"{config.site_url.rstrip('/')}/{language}/"
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Hand our words and the language table to the theme's overrides."""
    language = _language(config)
    env.globals["say"] = words(language)
    env.globals["edition"] = config.extra["edition"]
    env.globals["language"] = LANGUAGES[language]
    env.globals["policy"] = POLICY
    env.globals["switches"] = _switches(config.extra["edition"], language, "index.html")
    return env


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Ship nothing of the theme: its sheets, scripts, source maps and stemmers are not used by any page."""
    for file in [file for file in files if file.src_uri.startswith(THEME_ASSETS)]:
        files.remove(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Wide tables scroll by themselves, also with the keyboard."""
    return with_table_regions(html, page.title or "", words(_language(config)))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Where the page stands: its section, the way to it, and the same page in every other language."""
    shelf = page if page in nav.pages else _shelf(page, nav)
    above = [one for one in shelf.ancestors if isinstance(one, Section)][::-1] if shelf else []
    context["switches"] = _switches(config.extra["edition"], _language(config), page.url)
    context["section"] = above[0] if above else None
    context["trail"] = [] if page.is_homepage else list(_trail(page, shelf, above, nav))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """The search index, from the pages as they were built."""
    site = Path(config.site_dir)
    for name, content in search.index_file(site, Path(config.docs_dir) / _language(config), _language(config)).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Do not watch the staging folder: writing to it would start the next build."""
    server.unwatch(config.docs_dir)
    return server


def _switches(edition: Edition, language: str, url: str) -> list[tuple[Language, str]]:
    """The site's other languages, each with the address of the same page: parity makes it always exist."""
    return [(other, f"../{other.code}/{url}") for other in edition.languages if other.code != language]


def _shelf(page: Page, nav: Navigation) -> Page | None:
    """The list that a page outside the navigation belongs to: ``cases/index.md`` for a case."""
    address = f"{page.url.rpartition('/')[0]}/index.html"
    return next((one for one in nav.pages if one.url == address), None)


def _trail(page: Page, shelf: Page | None, above: list[Section], nav: Navigation) -> Iterator[tuple[str, str]]:
    """Names and addresses from home down to the page's parent; a section without a page of its own has no address."""
    if nav.homepage:
        yield str(nav.homepage.title), nav.homepage.url
    for section in above:
        own = _own_page(section)
        if own is None or own != page:
            yield section.title, own.url if own else ""
    if shelf and shelf != page:
        yield str(shelf.title), shelf.url


def _own_page(section: Section) -> Page | None:
    """The page that introduces a section: ``act/index.md`` before the other pages of ``act/``."""
    pages = [child for child in section.children if isinstance(child, Page)]
    folder = pages[0].url.rpartition("/")[0] if pages else ""
    introduces = len(pages) > 1 and pages[0].url == f"{folder}/index.html" and pages[1].url.startswith(f"{folder}/")
    return pages[0] if introduces else None


def _language(config: MkDocsConfig) -> str:
    found: str = config.plugins["i18n"].config["build_only_locale"]
    return found


def _edition() -> Edition:
    """Whose site this run builds: ``SITE_ORGANISATION`` names the organisation's folder."""
    folder = os.environ.get("SITE_ORGANISATION")
    if not folder:
        return Edition()
    edition, problems = organisation.read(Path(folder))
    _stop_on(problems)
    return edition


def _stage(folder: Path, edition: Edition) -> None:
    loaded = load(ROOT, edition)
    _stop_on([*loaded.problems, *checks.run(loaded.library, today())])
    library = narrowed(loaded.library)
    made = paper.make(library, ROOT / ".cache/paper")
    _stop_on(made.problems)
    staged = staging.stage(library, ROOT, today(), made)
    _stop_on(staged.problems)
    staging.write(staged.files, folder)


def _stop_on(problems: list[Problem]) -> None:
    found = errors(problems)
    if found:
        raise PluginError("\n".join(["the content has problems:", *map(str, found)]))


def _navigation(entries: list[Any], language: str, edition: Edition) -> Iterator[Any]:
    """Navigation entries with section titles in the run's language and paths inside the language's folder.

    Pages that this edition does not show are left out, and so are sections that lose all their pages. An
    organisation's own page stands right behind "it happens now".
    """
    for entry in entries:
        if isinstance(entry, dict):
            for key, value in entry.items():
                inside = [*_navigation(value, language, edition)]
                if inside:
                    yield {words(language)(key): inside}
        elif edition.shows(entry.removesuffix(".md")):
            yield f"{language}/{entry}"
            if entry == "now.md" and edition.shows(OWN_PAGE):
                yield f"{language}/{OWN_PAGE}.md"
