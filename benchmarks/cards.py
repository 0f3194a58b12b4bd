#!/usr/bin/env python3
"""What cards cost: `python3 benchmarks/cards.py [N ...]`, by default 10, 100 and 1000 cases.

For each N: all cards in decks, in two languages and three formats, from an empty cache: seconds, CPU seconds of all
processes, the largest process in MB, KB per card; then once more with nothing changed, and once with one case changed,
for which every file that holds it is made. In the same run, on the same texts, 100 cards through WeasyPrint (HTML and
CSS, the library most Python projects would take), in an environment of its own that is made once from ``cards.lock``.
The cases are copies of real ones under new ids, with a number in every text so that no layout can be reused.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from grenzen import environment  # noqa: E402

if TYPE_CHECKING:
    from grenzen.content.model import Library, ScenarioWords

LANGUAGES = ("nl", "da")
PEER = 100
"""Cards that WeasyPrint makes; its time grows evenly."""


@dataclass(frozen=True)
class Cost:
    """What one step took: seconds, CPU seconds with all child processes, and the largest process so far in MB."""

    seconds: float
    cpu: float
    peak: float


class Clock:
    """Measures a step, children included."""

    def __enter__(self) -> Clock:
        self.began, self.cpu = time.perf_counter(), self._cpu()
        return self

    def __exit__(self, *_: object) -> None:
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.cost = Cost(time.perf_counter() - self.began, self._cpu() - self.cpu, peak)

    def _cpu(self) -> float:
        uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(use.ru_utime + use.ru_stime for use in uses)


def main() -> None:
    """Print one table per N and the comparison."""
    from grenzen.content.load import load

    real = load(ROOT).library
    counts = [int(each) for each in sys.argv[1:]] or [10, 100, 1000]
    per_card = 0.0
    for count in counts:
        per_card = _measure(real, count)
    _compare(real, per_card)


def _measure(real: Library, count: int) -> float:
    """CPU seconds per card and format from an empty cache, after printing everything about ``count`` cases."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        library = _many(real, count)
        with Clock() as first:
            files = _decks(library, cache)
        with Clock() as second:
            _decks(library, cache)
        changed = _many(real, count, changed=count // 2)
        with Clock() as third:
            other = _decks(changed, cache, only=f"case-{count // 2:04}")
    made = count * len(LANGUAGES) * 3
    size = sum(len(pdf) for pdf in files.values()) / made / 1000
    print(f"{count} cases × {len(LANGUAGES)} languages × 3 formats = {made} cards in {len(files)} files")
    for name, step in (("empty cache", first.cost), ("nothing changed", second.cost), ("one case changed", third.cost)):
        print(f"  {name:17} {step.seconds:7.2f} s   {step.cpu:7.2f} CPU s   largest process {step.peak:5.0f} MB")
    milliseconds = 1000 * first.cost.cpu / made
    print(f"  {milliseconds:.1f} CPU ms and {size:.1f} KB per card; {len(other)} files hold the changed case")
    return first.cost.cpu / made


def _decks(library: Library, cache: Path, only: str | None = None) -> dict[str, bytes]:
    """All cards (with ``only``: the decks and the file of that case) in every language and format."""
    from grenzen.outputs.cards import jobs
    from grenzen.outputs.cards.decks import decks
    from grenzen.outputs.cards.fitting import fit
    from grenzen.outputs.cards.formats import COMMON, FORMATS
    from grenzen.outputs.typesetting.house import House, Options
    from grenzen.outputs.typesetting.press import Press

    wanted = []
    with Press(cache, 2) as press:
        for language in LANGUAGES:
            cards = fit(library, language, press, House()).cards
            for deck in decks(library, language):
                if (only in deck.scenarios) if only else deck.id.startswith("all"):
                    wanted += [jobs.deck_order(deck, FORMATS[name], cards, language, Options()).job for name in COMMON]
            if only:
                wanted.append(jobs.case_order(library.scenarios[only], cards, library, language, Options()).job)
                wanted[-1] = replace(wanted[-1], data={**wanted[-1].data, "size": 11.0})
        return press.run(wanted)


def _many(real: Library, count: int, changed: int = -1) -> Library:
    """A library of ``count`` cases made from the real ones."""
    kinds = list(real.scenarios.values())
    cases = {}
    for number in range(count):
        kind = kinds[number % len(kinds)]
        mark = f" {number}" + (" ja" if number == changed else "")
        words = {language: _marked(text, mark) for language, text in kind.words.items()}
        cases[f"case-{number:04}"] = replace(kind, id=f"case-{number:04}", words=words)
    return replace(real, things={**real.things, "scenarios": cases})


def _marked(text: ScenarioWords, mark: str) -> ScenarioWords:
    """The words of a case with a number in each text of the card, the last of each list left out to keep it fitting."""
    questions = text.questions
    rings = {ring: [f"{each}{mark}" for each in getattr(questions, ring)] for ring in ("self", "team", "organisation")}
    return text.model_copy(
        update={
            "context": text.context + mark,
            "trigger": text.trigger + mark,
            "questions": questions.model_copy(update=rings),
            "helps": [each + mark for each in text.helps[:4]],
        }
    )


# ── the peer ──

PRINT = """
import sys, time, weasyprint
page = open(sys.argv[1], encoding="utf-8").read()
weasyprint.HTML(string=page).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
STYLE = """@page { size: 105mm 148.5mm; margin: 9mm } body { font: 8.6pt sans-serif } h1 { font-size: 14pt }
section { break-after: page; hyphens: auto } h2 { font-size: 10pt; margin: 2mm 0 1mm }
ul { margin: 0; padding-left: 4mm }"""


def _compare(real: Library, ours: float) -> None:
    """100 cards of the same texts through WeasyPrint: A6 pages, no sheets, no fitting, which is less than we do."""
    python = _peer_environment()
    library = _many(real, PEER)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "cards.html"
        page.write_text(_page(library), encoding="utf-8")
        with Clock() as peer:
            subprocess.run([python, "-c", PRINT, str(page), f"{folder}/cards.pdf"], check=True)
    theirs = peer.cost.cpu / PEER
    print(f"WeasyPrint, {PEER} cards on A6 pages: {1000 * theirs:.1f} CPU ms per card; ours {1000 * ours:.1f}")
    print(f"  ratio WeasyPrint / ours: {theirs / ours:.1f}")


def _page(library: Library) -> str:
    parts = []
    for case in library.scenarios.values():
        words = case.words["nl"]
        front = "".join(f"<p>{html.escape(text)}</p>" for text in (words.context, words.trigger, words.dilemma))
        asked = [*words.questions.self, *words.questions.team, *words.questions.organisation]
        lists = "".join(
            f"<h2>{name}</h2><ul>{''.join(f'<li>{html.escape(text)}</li>' for text in texts)}</ul>"
            for name, texts in (("Bespreek samen", asked), ("Wat helpt", words.helps))
        )
        title = html.escape(words.title)
        parts.append(f"<section><h1>{title}</h1>{front}</section><section><h1>{title}</h1>{lists}</section>")
    return f'<html lang="nl"><title>Kaarten</title><style>{STYLE}</style>{"".join(parts)}</html>'


def _peer_environment() -> str:
    """An environment with WeasyPrint from the hash-pinned lock, made once in ``.cache/benchmark``."""
    lock = Path(__file__).with_name("cards.lock")
    folder = ROOT / ".cache/benchmark" / hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(lock)]
        subprocess.run(command, check=True)
        (folder / "ready").write_text(json.dumps({"lock": lock.name}), encoding="utf-8")
    return str(python)


if __name__ == "__main__":
    environment.enter(ROOT / "requirements.lock")
    main()
