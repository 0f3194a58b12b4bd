#!/usr/bin/env python3
"""Run every test: `python3 scripts/test.py`. Arguments go to pytest: `python3 scripts/test.py -k search --update`.

Sets up what the tests need besides the build's own tools, then: ruff, mypy --strict, pytest. A missing browser or
server is a failure with the line that installs it, never a silent skip.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import environment

PROGRAMS = {"chromium": "chromium", "nginx": "nginx", "apache2": "apache2"}
"""Program to Debian package: the browser and servers that the tests really run."""


def main(arguments: list[str]) -> int:
    """Run all steps even when one fails; the exit code is 0 only when every one passed."""
    _install_programs()
    steps = [
        ("ruff", ["ruff", "check", "."]),
        ("ruff format", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        ("pytest", ["pytest", *arguments]),
    ]
    failed = [name for name, command in steps if _run(name, command)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.", flush=True)
    return 1 if failed else 0


def _run(name: str, command: list[str]) -> int:
    print(f"\n── {name} ──", flush=True)
    return subprocess.call([sys.executable, "-m", *command], cwd=ROOT)


def _install_programs() -> None:
    """Install what is missing through apt when root on Debian; else say what to install and stop."""
    missing = [package for program, package in PROGRAMS.items() if not _found(program)]
    if not missing:
        return
    install = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    if not (shutil.which("apt-get") and _is_root()):
        raise SystemExit(f"The tests need {', '.join(missing)}. Install with: sudo {install}")
    print(f"Installing {', '.join(missing)} (once) …", flush=True)
    for command in ("apt-get update", install):
        log = subprocess.run(command.split(), capture_output=True, text=True, check=False)
        if log.returncode:
            raise SystemExit(f"'{command}' failed:\n{log.stdout[-2000:]}{log.stderr[-2000:]}")


def _found(program: str) -> bool:
    return bool(shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin:/sbin"))


def _is_root() -> bool:
    import os  # not on Windows

    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    environment.enter(ROOT / "tests/requirements.lock")
    sys.exit(main(sys.argv[1:]))
