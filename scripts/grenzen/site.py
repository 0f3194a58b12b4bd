"""Turns the staged pages into ``site/``: one MkDocs process per language, in parallel, then one swap.

Knows MkDocs as a program only; everything it must be told goes through the environment and ``mkdocs_hooks.py``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from grenzen import progress, staging
from grenzen.content.edition import WHOLE, Edition
from grenzen.fingerprint import fingerprint
from grenzen.outputs import door


def build(
    root: Path, staged: Mapping[str, bytes], files: Mapping[str, bytes] | None = None, edition: Edition = WHOLE
) -> None:
    """Write ``site/`` from the staged pages plus ``files`` (cards and other made files by path below ``site/``).

    Raises SystemExit with MkDocs' own words when a language does not build; the old site then stays as it was.
    """
    folder, new = root / ".cache/docs", root / ".cache/site-new"
    staging.write(staged, folder)
    shutil.rmtree(new, ignore_errors=True)
    with progress.step(f"Building pages in {' and '.join(language.name for language in edition.languages)}"):
        _run_mkdocs(root, folder, new, edition)
    for name, content in {**door.make(edition), **(files or {})}.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _tidy(new)
    fingerprint(new)
    swap(new, root / "site")


def serve(root: Path, language: str, port: int, edition: Edition = WHOLE) -> int:
    """Run MkDocs' live server on 127.0.0.1 for one language; returns its exit code."""
    command = [*_mkdocs(), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.call(command, cwd=root, env={**os.environ, **_told(edition), "SITE_LANGUAGE": language})


def swap(new: Path, site: Path) -> None:
    """Put ``new`` in the place of ``site``; the old one is gone only after the new one stands."""
    old = site.with_name(f".{site.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        shutil.move(new, site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _run_mkdocs(root: Path, staged: Path, target: Path, edition: Edition) -> None:
    running = {}
    for language in edition.codes:
        environment = {**os.environ, **_told(edition), "SITE_LANGUAGE": language, "SITE_STAGED": str(staged)}
        command = [*_mkdocs(), "build", "--strict", "--site-dir", str(target / language)]
        running[language] = subprocess.Popen(
            command,
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
    said = {language: process.communicate()[0] for language, process in running.items()}
    failed = [language for language, process in running.items() if process.returncode]
    if failed:
        raise SystemExit(
            "\n".join([said[language] for language in failed] + ["The pages did not build; site/ is untouched."])
        )


def _mkdocs() -> list[str]:
    return [sys.executable, "-m", "mkdocs"]


def _told(edition: Edition) -> dict[str, str]:
    """What MkDocs and the hook are told through the environment."""
    own = {"SITE_ORGANISATION": str(edition.organisation.folder.resolve())} if edition.organisation else {}
    return {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_ORGANISATION": "", **own}


def _tidy(site: Path) -> None:
    """Remove what must not be shipped: source maps, sitemaps with no address."""
    for pattern in ("**/*.map", "**/sitemap.xml*"):
        for path in site.glob(pattern):
            path.unlink()
