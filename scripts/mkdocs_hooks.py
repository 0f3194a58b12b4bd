"""The only file that knows MkDocs: stages the pages and hands them over, in the language of this run.

``build.py`` stages once for all languages and says so with ``SITE_STAGED``; run by MkDocs alone (``mkdocs build``,
``mkdocs serve``) the hook loads, checks nothing more than it must, and stages itself.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import checks, staging, today
from grenzen.content.languages import LANGUAGES
from grenzen.content.load import load
from grenzen.problems import Problem, errors
from grenzen.words import words
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage unless the driver did, then speak the run's language in every place MkDocs would speak its own."""
    folder = Path(os.environ.get("SITE_STAGED") or ROOT / ".cache/docs")
    if not os.environ.get("SITE_STAGED"):
        _stage(folder)
    config.docs_dir = str(folder)
    language = _language(config)
    say = words(language)
    config.site_name = say("site.name")
    config.theme.language = language  # type: ignore[attr-defined]
    config.nav = [_translated(entry, language) for entry in config.nav or []]
    for option in config.theme["palette"]:
        toggle = option["toggle"]
        toggle["name"] = say.texts.get(toggle["name"], toggle["name"])  # a live reload finds it translated already
    config.mdx_configs["toc"] = {**config.mdx_configs.get("toc", {}), "permalink_title": say("site.permalink")}
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Hand our words and the language table to the theme's overrides."""
    language = _language(config)
    env.globals["say"] = words(language)
    env.globals["languages"] = LANGUAGES
    env.globals["language"] = LANGUAGES[language]
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The same page in every other language: parity makes it always exist."""
    context["switches"] = [
        (other, f"../{other.code}/{page.url}") for other in LANGUAGES.values() if other.code != _language(config)
    ]
    return context


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Do not watch the staging folder: writing to it would start the next build."""
    server.unwatch(config.docs_dir)
    return server


def _language(config: MkDocsConfig) -> str:
    found: str = config.plugins["i18n"].config["build_only_locale"]
    return found


def _stage(folder: Path) -> None:
    loaded = load(ROOT)
    _stop_on([*loaded.problems, *checks.run(loaded.library, today())])
    staged = staging.stage(loaded.library, ROOT, today())
    _stop_on(staged.problems)
    staging.write(staged.files, folder)


def _stop_on(problems: list[Problem]) -> None:
    found = errors(problems)
    if found:
        raise PluginError("\n".join(["the content has problems:", *map(str, found)]))


def _translated(entry: Any, language: str) -> Any:
    """A navigation entry with its section titles in the run's language, and paths inside the language's folder."""
    if isinstance(entry, str):
        return f"{language}/{entry}"
    return {words(language)(key): [_translated(one, language) for one in value] for key, value in entry.items()}
