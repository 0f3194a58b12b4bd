"""The commands for organisations: ``--organisation DIR``, ``new organisation``, ``organisation report`` and ``accept``.

``commands.py`` hangs these on ``build.py``. What an organisation's folder holds stands in ``content/organisation.py``,
the example in ``outputs/organisation``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from grenzen import __version__, progress, today
from grenzen.checks import organisation as rule
from grenzen.content import organisation
from grenzen.content.edition import WHOLE, Edition
from grenzen.content.load import load
from grenzen.outputs.organisation import report, scaffold
from grenzen.problems import Problem, errors

ROOT = Path(__file__).resolve().parents[2]
_KEY = "grenzen.organisation"
_FOLDER = click.Path(path_type=Path, file_okay=False)

Command = Callable[..., Any]


def organisation_option(command: Command) -> Command:
    """``--organisation DIR``, before or behind the command's name; ``edition()`` reads it."""

    def remember(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
        if folder:
            context.meta[_KEY] = folder

    return click.option(
        "--organisation",
        type=_FOLDER,
        expose_value=False,
        callback=remember,
        help="An organisation's folder: its name, logo, colours, contacts, country and cases.",
    )(command)


def edition() -> tuple[Edition, list[Problem]]:
    """The edition that this command line asks for, and what is wrong with the organisation's folder."""
    context = click.get_current_context(silent=True)
    folder = context.meta.get(_KEY) if context else None
    return organisation.read(folder) if folder else (WHOLE, [])


def archive_name(whose: Edition) -> str:
    """The bundle's name without ending; an organisation's own carries its folder's name."""
    own = re.sub(r"[^a-z0-9]+", "-", whose.organisation.folder.resolve().name.lower()) if whose.organisation else ""
    return "-".join(part for part in ("online-grenzen", __version__, own.strip("-")) if part)


@click.group()
def new() -> None:
    """Start something new from an example with comments."""


@new.command("organisation")
@click.argument("folder", type=_FOLDER)
@click.option("--country", type=click.Choice(list(scaffold.LANGUAGE_OF)), default="nl", help="Its country.")
def new_organisation(folder: Path, country: str) -> None:
    """Write an example of an organisation's own folder to FOLDER, ready to build and full of comments."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty. Name a new folder.")
    for name, content in scaffold.make(ROOT, country).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    progress.say(f"Wrote {folder}. Edit {folder / 'organisation.yml'}, then: build.py --organisation {folder}")


@click.group("organisation")
def organisation_group() -> None:
    """Keep an organisation's own folder in step with the kit."""


@organisation_group.command("report")
@click.argument("folder", type=_FOLDER)
def organisation_report(folder: Path) -> None:
    """List which of our texts FOLDER replaces, which of those changed since, and what it names that does not exist."""
    found, problems = _report(folder)
    for line in found.lines():
        click.echo(line)
    for problem in problems:
        click.echo(str(problem), err=True)
    raise SystemExit(1 if errors(problems) else 0)


@organisation_group.command("accept")
@click.argument("folder", type=_FOLDER)
def organisation_accept(folder: Path) -> None:
    """Write down in FOLDER/replaced.yml that its replaced texts were compared with ours as they are now."""
    found, problems = _report(folder)
    if errors(problems):
        raise click.ClickException("The folder has problems; see: build.py organisation report")
    (folder / organisation.REPLACED).write_text(found.record(), encoding="utf-8", newline="\n")
    progress.say(f"Wrote {folder / organisation.REPLACED}: {len(found.replaced)} replaced texts compared.")


def _report(folder: Path) -> tuple[report.Report, list[Problem]]:
    whose, problems = organisation.read(folder)
    loaded = load(ROOT, whose)
    found = report.make(ROOT, folder)
    return found, sorted({*problems, *loaded.problems, *found.problems, *rule.check(loaded.library, today())})
