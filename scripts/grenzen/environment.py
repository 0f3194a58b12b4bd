"""Sets up ``.venv`` from a hash-pinned lock file and goes on inside it.

Standard library only: it runs before anything else is there.

A second run does nothing: the digest of each installed lock file is kept inside the environment.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter(lock: Path) -> None:
    """Return when this process runs in ``.venv``; else make it, install ``lock`` and run the same command there.

    Exits with the command's own code. Raises SystemExit with a plain line when Python is too old or pip fails.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - people run this with whatever python3 they have
        raise SystemExit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Install it and try again.")
    if not _is_installed(lock):
        _install(lock)
    if Path(sys.prefix).resolve() != FOLDER.resolve():
        # subprocess, not exec: on Windows exec returns to the shell before the command has ended.
        raise SystemExit(subprocess.call([str(PYTHON), *sys.argv], env={**os.environ, "PYTHONUTF8": "1"}))


def _stamp(lock: Path) -> Path:
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    return FOLDER / f"installed-{digest}"


def _is_installed(lock: Path) -> bool:
    return PYTHON.exists() and _stamp(lock).exists()


def _install(lock: Path) -> None:
    print(f"Setting up {FOLDER.name} from {lock.relative_to(ROOT).as_posix()} (once) …", flush=True)
    if not PYTHON.exists():
        venv.create(FOLDER, with_pip=True, clear=FOLDER.exists())
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    code = subprocess.call([*command, "--require-hashes", "--requirement", str(lock)])
    if code:
        raise SystemExit("Setting up failed: pip's message stands above. Is there a network or a package mirror?")
    _stamp(lock).touch()
