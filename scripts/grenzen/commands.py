"""The commands of ``build.py``: what a person types, in the order in which things happen.

``build`` gathers and judges everything before it writes anything, builds beside the old site and swaps at the end, so
a failed build leaves the last good site untouched.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from grenzen import checks, progress, site, staging, today
from grenzen.content.load import load
from grenzen.content.model import Library
from grenzen.problems import Problem, errors

ROOT = Path(__file__).resolve().parents[2]


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Build the site and the printable cards of Online Grenzen · Digitale Grænser.

    Without a command this checks the content and writes site/.
    """
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
def build() -> None:
    """Check the content, make the cards and write site/ (the default)."""
    library = _sound_library()
    with progress.step("Staging pages"):
        staged = staging.stage(library, ROOT, today())
    _stop_on(staged.problems)
    site.build(ROOT, staged.files)
    progress.say(f"Done: open {(ROOT / 'site/index.html').as_uri()}")


@main.command()
def check() -> None:
    """Check the content and stop before writing anything."""
    library = _sound_library()
    _stop_on(staging.stage(library, ROOT, today()).problems)
    progress.say("The content is sound.")


@main.command()
@click.option("--language", default="nl", show_default=True, help="The language to preview.")
@click.option("--port", default=8000, show_default=True, help="The port on 127.0.0.1.")
def serve(language: str, port: int) -> None:
    """Preview one language with live reload of Markdown and YAML."""
    raise SystemExit(site.serve(ROOT, language, port))


def _sound_library() -> Library:
    """The content, loaded and judged; stops with every Problem when it is not sound."""
    with progress.step("Reading content"):
        loaded = load(ROOT)
    with progress.step("Checking content"):
        problems = [*loaded.problems, *checks.run(loaded.library, today())]
    _stop_on(problems)
    return loaded.library


def _stop_on(problems: Iterable[Problem]) -> None:
    problems = sorted(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    found = errors(problems)
    if found:
        progress.say(f"{len(found)} problem{'s' if len(found) > 1 else ''}; nothing was written.")
        raise SystemExit(1)
