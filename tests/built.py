"""Real builds for tests: copies of the kit, built once per state of the sources and shared by all test processes.

A copy, because a build writes beside its sources and several tests build at the same time, some of them organisations'
sites or changed versions of our content.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("docs", "scenarios", "scripts", "overrides", "mkdocs.yml", "requirements.lock", "LICENSE")
CACHE = ROOT / ".cache/test-site"
DAY = "1796083200"
"""2026-12-01, in seconds: the day of every test build, so that dates on pages do not change with the calendar."""


def real_site() -> Path:
    """The folder ``site`` of our own build."""
    return build("real") / "site"


def build(name: str, *arguments: str, source: Path = ROOT) -> Path:
    """Build a copy of ``source`` with ``build.py`` and these arguments, once per state of both; returns the copy."""
    CACHE.mkdir(parents=True, exist_ok=True)
    kit = CACHE / name
    state = f"{digest(source)} {' '.join(arguments)} {_folders(arguments)}"
    with locked(CACHE / f"{name}.lock"):
        done = kit / ".built"
        if not (done.is_file() and done.read_text(encoding="utf-8") == state):
            copy(source, kit)
            said = run(kit, *arguments)
            assert said.returncode == 0, f"{said.stdout}\n{said.stderr}"
            done.write_text(state, encoding="utf-8")
    return kit


WITHOUT_PAPER = """
import sys
from pathlib import Path
from grenzen import checks, site, staging, today
from grenzen.content import organisation
from grenzen.content.load import load
from grenzen.content.narrow import narrowed
from grenzen.paper import Paper
from grenzen.problems import errors
folder, judge = sys.argv[1:]
edition, problems = organisation.read(Path(folder))
loaded = load(Path.cwd(), edition)
problems += loaded.problems
if judge == "judge":
    problems += checks.run(loaded.library, today())
library = narrowed(loaded.library)
offer = "---\\ntitle: K\\n---\\n# K\\n\\n## S { #sheets }\\n\\n## C { #case-files }\\n"
paper = Paper(pages={f"{code}/cards/index.md": offer for code in edition.codes})
staged = staging.stage(library, Path.cwd(), today(), paper)
found = errors([*problems, *staged.problems])
assert not found, "\\n".join(map(str, found))
site.build(Path.cwd(), staged.files, edition=edition)
"""
"""What ``build.py --organisation`` does, without the cards and sheets that take most of its time."""


def build_without_paper(name: str, folder: Path, *, judge: bool = True, kit: Path | None = None) -> Path:
    """Build an organisation's site in a copy of the kit (or in ``kit``); without ``judge`` no rule is asked."""
    CACHE.mkdir(parents=True, exist_ok=True)
    place = kit or CACHE / name
    state = f"{digest(kit or ROOT)} {_folders((str(folder),))} {judge}"
    with locked(CACHE / f"{name}.lock"):
        done = place / ".built"
        if not (done.is_file() and done.read_text(encoding="utf-8") == state):
            if kit is None:
                copy(ROOT, place)
            code = [sys.executable, "-c", WITHOUT_PAPER, str(folder), "judge" if judge else "trust"]
            said = subprocess.run(code, cwd=place, env=_told(place), capture_output=True, text=True, check=False)
            assert said.returncode == 0, said.stdout[-3000:] + said.stderr[-3000:]
            done.write_text(state, encoding="utf-8")
    return place


def copy(source: Path, kit: Path) -> Path:
    """A fresh copy of the kit's sources in ``kit``; what an earlier build cached there stays."""
    kit.mkdir(parents=True, exist_ok=True)
    for name in (*SOURCES, "site", "dist", ".built"):
        old = kit / name
        shutil.rmtree(old) if old.is_dir() else old.unlink(missing_ok=True)
    for name in SOURCES:
        part = source / name
        if part.is_dir():
            shutil.copytree(part, kit / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif part.exists():
            shutil.copy2(part, kit / name)
    return kit


def run(kit: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the copy's ``build.py`` with this Python's packages."""
    code = "import sys; from grenzen.commands import main; main(sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=kit,
        env=_told(kit),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _told(kit: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(kit / "scripts"), "SOURCE_DATE_EPOCH": DAY}


@cache
def digest(source: Path) -> str:
    """One digest of everything a build reads."""
    found = hashlib.sha256()
    for name in SOURCES:
        part = source / name
        for path in sorted(part.rglob("*")) if part.is_dir() else [part]:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path.relative_to(source)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _folders(arguments: tuple[str, ...]) -> str:
    """A digest of the organisation's folder, if one is among the arguments."""
    found = hashlib.sha256()
    for folder in (Path(one) for one in arguments if Path(one).is_dir()):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            found.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return found.hexdigest()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
