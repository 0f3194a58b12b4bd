#!/usr/bin/env python3
"""Our whole build against stock Material + mkdocs-static-i18n on the same pages: `python3 benchmarks/build.py [N ...]`.

Makes N invented cases (copies of real ones under new ids) in a temporary copy of this repository and measures, one
after the other in the same run: our complete build (load, check, cards, one MkDocs run per language, swap) and a plain
nested i18n run over the very same staged Markdown. Prints seconds, the largest process in MB and the ratios.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import environment  # noqa: E402

STOCK = """site_name: Stock
docs_dir: {docs}
use_directory_urls: false
theme: {{name: material, font: false}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {{locale: nl, name: Nederlands, build: true, default: true}}
        - {{locale: da, name: Dansk, build: true}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, toc, pymdownx.details, pymdownx.superfences]
"""


@dataclass(frozen=True)
class Measured:
    """One run: wall-clock seconds and the resident size of the largest process in MB."""

    seconds: float
    megabytes: float


def main(sizes: list[int]) -> None:
    """Measure each size and print a row per size."""
    print(f"{'cases':>6} {'ours s':>8} {'stock s':>8} {'ratio':>6} {'ours MB':>8} {'stock MB':>9} {'ratio':>6}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            ours, stock = _compare(Path(folder), size)
        print(
            f"{size:>6} {ours.seconds:>8.1f} {stock.seconds:>8.1f} {ours.seconds / stock.seconds:>6.2f} "
            f"{ours.megabytes:>8.0f} {stock.megabytes:>9.0f} {ours.megabytes / stock.megabytes:>6.2f}",
            flush=True,
        )


def _compare(folder: Path, size: int) -> tuple[Measured, Measured]:
    copy = folder / "kit"
    ignored = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "dist", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, copy, ignore=ignored)
    invent_cases(copy / "scenarios", size)
    ours = _measure("from grenzen.commands import main; main(['build'])", copy)
    config = folder / "mkdocs.yml"
    config.write_text(STOCK.format(docs=copy / ".cache/docs"), encoding="utf-8")
    arguments = ["build", "--config-file", str(config), "--site-dir", str(folder / "stock")]
    stock = _measure(f"from mkdocs.__main__ import cli; cli({arguments!r})", copy)
    return ours, stock


def invent_cases(folder: Path, size: int) -> None:
    """Make ``size`` cases in all by copying the real ones under new ids, or removing the last ones."""
    real = sorted(path for path in folder.iterdir() if path.is_dir())
    for extra in range(size - len(real)):
        original = real[extra % len(real)]
        shutil.copytree(original, folder / f"{original.name}-{extra // len(real) + 2}")
    for surplus in real[size:]:
        shutil.rmtree(surplus)


def _measure(code: str, folder: Path) -> Measured:
    """Run Python ``code`` in a process of its own and read its peak memory from the system's accounts."""
    source = (
        "import resource, runpy, sys\n"
        f"try:\n    exec({code!r})\n"
        "finally:\n"
        "    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "    print('PEAK', max(peaks), file=sys.stderr)\n"
    )
    environment_ = {**os.environ, "PYTHONPATH": str(folder / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=folder, env=environment_, capture_output=True, text=True, check=False
    )
    seconds = time.monotonic() - started
    if done.returncode:
        raise SystemExit(f"the run failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    peak = next(line for line in done.stderr.splitlines() if line.startswith("PEAK"))
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes on macOS, kilobytes on Linux
    return Measured(seconds, int(peak.split()[1]) * unit / 1024 / 1024)


if __name__ == "__main__":
    environment.enter(ROOT / "requirements.lock")
    main([int(size) for size in sys.argv[1:]] or [50, 500])
