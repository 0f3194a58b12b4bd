"""The commands for translations: ``translations`` shows the table, ``translations accept`` records a trivial edit.

``commands.py`` hangs these on ``build.py``. What stale means stands in ``content/translations.py``.
"""

from __future__ import annotations

from pathlib import Path

import click

from grenzen.content.load import load
from grenzen.content.translations import NoSuchTranslationError, Translation, accept, state

ROOT = Path(__file__).resolve().parents[2]


@click.group("translations", invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="Show the translations that are up to date, too.")
@click.pass_context
def translations_group(context: click.Context, everything: bool) -> None:
    """Show which translations no longer follow the text they were made from."""
    if context.invoked_subcommand is None:
        rows = state(load(ROOT).library)
        for row in rows:
            if everything or row.state != "fresh":
                click.echo(_line(row))
        counts = {name: sum(row.state == name for row in rows) for name in ("fresh", "stale", "unknown")}
        click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))


@translations_group.command("accept")
@click.argument("ids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Accept every translation as it is now.")
def accept_command(ids: tuple[str, ...], everything: bool) -> None:
    """Record that translations follow their origin as it is now, by id, kind/id or path."""
    if everything == bool(ids):
        raise click.UsageError("Name at least one id, or --all.")
    try:
        changed = accept(ROOT, None if everything else ids)
    except NoSuchTranslationError as error:
        raise click.ClickException(". ".join(part for part in error.args if part)) from error
    for path in changed:
        click.echo(f"accepted {path}")
    click.echo(f"{len(changed)} record{'' if len(changed) == 1 else 's'} changed.")


def _line(row: Translation) -> str:
    changed = f"  changed: {', '.join(row.changed)}" if row.changed else ""
    return f"{row.state:<8} {row.path}  from {row.origin}{changed}"
