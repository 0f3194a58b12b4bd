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
    """Build a copy of ``source`` with ``build.py`` and these arguments; returns the copy. Done once per state of both."""
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
        env={**os.environ, "PYTHONPATH": str(kit / "scripts"), "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


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
