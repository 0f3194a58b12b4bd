"""The way out: ProperDocs, the maintained continuation of MkDocs 1, builds the same pages from the staged Markdown.

In an environment of its own under .cache, from a hash-pinned lock file, because it redirects all ``mkdocs`` imports.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import venv
from pathlib import Path

import pytest
from built import DAY, ROOT, build, locked, real_site

LOCK = ROOT / "tests/properdocs.lock"


def properdocs() -> Path:
    """The program, installed once per state of the lock file."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]
    folder = ROOT / f".cache/properdocs-{digest}"
    folder.parent.mkdir(exist_ok=True)
    with locked(folder.with_suffix(".lock")):
        python = folder / "bin/python"
        if not (folder / "ready").exists():
            venv.create(folder, with_pip=True, clear=True)
            install = [
                str(python),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
            ]
            said = subprocess.run([*install, "-r", str(LOCK)], capture_output=True, text=True, check=False)
            assert said.returncode == 0, said.stderr
            (folder / "ready").touch()
    return folder / "bin/properdocs"


@pytest.mark.parametrize("language", ["nl", "da"])
def test_properdocs_builds_the_same_pages(language: str, tmp_path: Path) -> None:
    kit = build("real")
    told = {"SITE_STAGED": str(kit / ".cache/docs"), "SITE_LANGUAGE": language, "SOURCE_DATE_EPOCH": DAY}
    said = subprocess.run(
        [str(properdocs()), "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / language)],
        cwd=kit,
        env={**os.environ, **told, "PYTHONPATH": str(kit / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    ours, theirs = (_pages(folder / language) for folder in (real_site(), tmp_path))
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def _pages(folder: Path) -> dict[str, str]:
    """Path of each page to its HTML, without comments (a builder may name itself) and digests in names of assets."""
    found = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}
    digest = r"(assets/[^\"]+?)\.[0-9a-f]{8}(\.\w+\")"
    plain = {name: re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL) for name, html in found.items()}
    return {name: re.sub(digest, r"\1\2", html) for name, html in plain.items()}


def test_the_lock_file_holds_hashes_and_no_addresses() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
