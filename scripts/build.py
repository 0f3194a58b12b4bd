#!/usr/bin/env python3
"""Build the site and the cards: `python3 scripts/build.py`. See `python3 scripts/build.py --help`.

Reads like a contents page: load, check, make, write once. What each step does stands in the room it calls.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import environment

if __name__ == "__main__":
    environment.enter(ROOT / "requirements.lock")

from grenzen import commands

if __name__ == "__main__":
    commands.main()
