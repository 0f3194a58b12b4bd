"""The commands of ``build.py``: what a person types, in the order in which things happen.

``build`` gathers and judges everything before it writes anything, builds beside the old site and swaps at the end, so
a failed build leaves the last good site untouched.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from grenzen import __version__, checks, paper, progress, site, staging, today
from grenzen.content import reference
from grenzen.content.load import load
from grenzen.content.model import Library
from grenzen.content.narrow import narrowed
from grenzen.organisation_commands import archive_name, edition, new, organisation_group, organisation_option
from grenzen.outputs.bundle import make as pack
from grenzen.problems import Problem, errors
from grenzen.translations_commands import translations_group

ROOT = Path(__file__).resolve().parents[2]


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@organisation_option
@click.pass_context
def main(context: click.Context) -> None:
    """Build the site and the printable cards of Online Grenzen · Digitale Grænser.

    Without a command this checks the content and writes site/.
    """
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@organisation_option
def build() -> None:
    """Check the content, make the cards and write site/ (the default)."""
    library = _sound_library()
    with progress.step("Typesetting cards and sheets"):
        made = paper.make(library, ROOT / ".cache/paper")
    _stop_on(made.problems)
    with progress.step("Staging pages"):
        staged = staging.stage(library, ROOT, today(), made)
    _stop_on(staged.problems)
    site.build(ROOT, staged.files, edition=library.edition)
    progress.say(f"Done: open {(ROOT / 'site/index.html').as_uri()}")


@main.command()
@organisation_option
def check() -> None:
    """Check the content and stop before writing anything."""
    library = _sound_library()
    with progress.step("Fitting cards and sheets"):
        made = paper.make(library, ROOT / ".cache/paper")
    _stop_on([*made.problems, *staging.stage(library, ROOT, today(), made).problems])
    progress.say("The content is sound.")


@main.command()
@organisation_option
@click.option("--language", default="nl", show_default=True, help="The language to preview.")
@click.option("--port", default=8000, show_default=True, help="The port on 127.0.0.1.")
def serve(language: str, port: int) -> None:
    """Preview one language with live reload of Markdown and YAML."""
    whose, problems = edition()
    _stop_on(problems)
    raise SystemExit(site.serve(ROOT, language, port, whose))


@main.command("cards")
@organisation_option
@click.option("--select", "expression", default="", help="Which cases, e.g. 'level<=2,sector=home-care'.")
@click.option("--format", "layout", default="a6", show_default=True, help="Paper: a6, a5, a4, a6-fold, a6-mono …")
@click.option("--language", default="nl", show_default=True, help="The language of the cards.")
@click.option("--printer-offset", default="0,0", metavar="X,Y", help="From the calibration page, in mm.")
def cards_command(expression: str, layout: str, language: str, printer_offset: str) -> None:
    """Make one PDF of your own choice of cards in dist/."""
    library = _sound_library()
    with progress.step("Typesetting"):
        made = paper.selection(library, expression, layout, language, printer_offset, ROOT / ".cache/paper")
    _stop_on(made.problems)
    for name, content in made.files.items():
        path = ROOT / "dist" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        progress.say(f"Wrote {path.relative_to(ROOT).as_posix()}")


@main.command()
def fields() -> None:
    """Write the authors' reference page from the model."""
    path = ROOT / "scripts/grenzen/content/FIELDS.md"
    path.write_text(reference.fields_page(), encoding="utf-8")
    progress.say(f"Wrote {path.relative_to(ROOT).as_posix()}")


@main.command()
@organisation_option
@click.pass_context
def bundle(context: click.Context) -> None:
    """Build the site and pack dist/online-grenzen-VERSION.zip for an IT department."""
    context.invoke(build)
    with progress.step("Packing"):
        whose, _ = edition()
        path = ROOT / "dist" / f"{archive_name(whose)}.zip"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pack(ROOT, ROOT / "site", __version__, today()))
    progress.say(f"Wrote {path.relative_to(ROOT).as_posix()}: {path.stat().st_size / 1e6:.1f} MB")


main.add_command(new)
main.add_command(organisation_group)
main.add_command(translations_group)


def _sound_library() -> Library:
    """The content, loaded and judged; stops with every Problem when it is not sound."""
    with progress.step("Reading content"):
        whose, problems = edition()
        loaded = load(ROOT, whose)
    with progress.step("Checking content"):
        problems += [*loaded.problems, *checks.run(loaded.library, today())]
    _stop_on(problems)
    return narrowed(loaded.library)


def _stop_on(problems: Iterable[Problem]) -> None:
    problems = sorted(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    found = errors(problems)
    if found:
        progress.say(f"{len(found)} problem{'s' if len(found) > 1 else ''}; nothing was written.")
        raise SystemExit(1)
