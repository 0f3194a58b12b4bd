"""The press: Typst in worker processes, finished by pikepdf, skipped when nothing changed.

A Job is a template, its data and what should come out (a PDF, a picture of its first page, or an answer that the
template wrote as metadata). The same job gives the same bytes: no dates are written, ids are made from the content,
and the digest of data, templates, fonts, icons and versions names the result in the cache.

Many small compiles, because one large one grows faster than its pages (1,000 cards: 17 s and 2 GB in one piece, 9 s in
pieces). Processes are spawned, never forked, so a caller's main module needs ``if __name__ == "__main__"``; they live
as long as their Press, and are started when it has something to make.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal, Self

ROOT = Path(__file__).resolve().parents[4]
OUTPUTS = Path(__file__).resolve().parents[1]
FONTS = ROOT / "docs/assets/fonts"
ICONS = ROOT / "docs/assets/icons"

Flip = Literal["long", "short", "none"]
Wanted = Literal["pdf", "picture", "answer"]

_DUPLEX = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge", "none": "/Simplex"}


class TypesettingError(Exception):
    """A template of ours failed or warned: a bug here, not in anybody's content."""


@dataclass(frozen=True)
class Job:
    """One thing to make. ``template`` is a path below ``outputs``, ``data`` is handed over as JSON."""

    name: str
    template: str
    data: Mapping[str, Any] = field(repr=False)
    wanted: Wanted = "pdf"
    flip: Flip = "none"
    """PDFs: the edge on which a duplex printer turns the sheet, preset in the viewer."""

    @cached_property
    def key(self) -> str:
        """The digest that names the result: equal keys mean equal bytes."""
        parts = [self.template, self.wanted, self.flip, json.dumps(self.data, sort_keys=True, ensure_ascii=False)]
        return hashlib.sha256("\0".join([*parts, _workshop()]).encode()).hexdigest()[:40]

    @cached_property
    def weight(self) -> int:
        """About how much work it is."""
        return len(json.dumps(self.data))


@dataclass
class Press:
    """Makes jobs, remembering results in ``cache``. ``made`` and ``skipped`` count what it did.

    Used as ``with Press(cache, processes) as press``, which ends its processes; one that makes nothing starts none.
    """

    cache: Path
    processes: int
    made: int = 0
    skipped: int = 0
    used: set[str] = field(default_factory=set)
    _pool: ProcessPoolExecutor | None = field(default=None, init=False, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def run(self, jobs: Sequence[Job], *, keep: bool = True) -> dict[str, bytes]:
        """Name to result of every job: from the cache or fresh. Raises TypesettingError for the first that fails."""
        results = {job.name: kept for job in jobs if keep and (kept := self.kept(job)) is not None}
        missing = [job for job in jobs if job.name not in results]
        self.made += len(missing)
        for job, result in zip(missing, self._work(missing), strict=True):
            results[job.name] = result
            if keep:
                self.keep(job, result)
        return {job.name: results[job.name] for job in jobs}

    def kept(self, job: Job) -> bytes | None:
        """What the cache holds for a job, or None."""
        path = self._path(job)
        if not path.exists():
            return None
        self.skipped += 1
        return path.read_bytes()

    def keep(self, job: Job, result: bytes) -> None:
        """Put a result into the cache, whole or not at all."""
        path = self._path(job)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(result)
        beside.replace(path)

    def forget_unused(self) -> None:
        """Remove from the cache what no job of this press asked for. Only after a run that asked for everything."""
        for kept in self.cache.glob("??/*"):
            if kept.name not in self.used:
                kept.unlink()

    def _work(self, jobs: Sequence[Job]) -> list[bytes]:
        """Results in the order of the jobs. The heavy ones are started first, so that no process waits at the end."""
        if not jobs:
            return []
        self._pool = self._pool or ProcessPoolExecutor(self.processes, get_context("spawn"), initializer=_set_up)
        order = sorted(range(len(jobs)), key=lambda at: (-jobs[at].weight, at))
        results = dict(zip(order, self._pool.map(work, [jobs[at] for at in order]), strict=True))
        return [results[at] for at in range(len(jobs))]

    def _path(self, job: Job) -> Path:
        self.used.add(job.key)
        return self.cache / job.key[:2] / job.key


# ── inside a worker ──────────────────────────────────────────────────────────────────────────────────────────────


def _set_up() -> None:
    os.environ["RAYON_NUM_THREADS"] = "1"  # the processes are the parallelism


def work(job: Job) -> bytes:
    """Make one job in this process. Raises TypesettingError with the template's own message."""
    try:
        return _made(job)
    finally:
        _forget_layouts()


def _made(job: Job) -> bytes:
    import typst

    inputs = {"data": json.dumps(job.data, ensure_ascii=False)}
    # A new Compiler per job: `query` does not notice that inputs changed.
    compiler = typst.Compiler(OUTPUTS / job.template, root=ROOT, font_paths=_fonts(), sys_inputs=inputs)
    try:
        if job.wanted == "answer":
            return compiler.query("<answer>", field="value", one=True).encode()
        if job.wanted == "picture":
            return _picture(compiler)
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    except (typst.TypstError, RuntimeError) as error:
        raise TypesettingError(f"{job.name}: {getattr(error, 'diagnostic', error)}") from None
    if warnings:
        raise TypesettingError(f"{job.name}: {warnings[0].message}")
    assert isinstance(made, bytes)
    return finish(made, job.flip)


REMEMBERED = 10
"""For how many compiles typst-py keeps a layout that nobody asks for again (``comemo::evict`` in its compiler.rs)."""


def _forget_layouts() -> None:
    """Have Typst forget the last job, whose layouts no other one shares: a dozen decks came to 600 MB, and took longer.

    The binding has no call for it, but every compile lets layouts age, and an empty page takes half a millisecond.
    """
    for _ in range(REMEMBERED):
        _empty_page().compile(format="svg")


@cache
def _empty_page() -> Any:
    import typst

    return typst.Compiler(OUTPUTS / "typesetting/empty.typ", root=ROOT, font_paths=_fonts())


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _picture(compiler: Any) -> bytes:
    """The first page as a PNG of 60 dpi with few colours: enough to recognise, small enough for a list of decks."""
    from PIL import Image

    pages = compiler.compile(format="png", ppi=60)
    first = pages if isinstance(pages, bytes) else pages[0]
    small = io.BytesIO()
    Image.open(io.BytesIO(first)).convert("RGB").quantize(48).save(small, "PNG", optimize=True)
    return small.getvalue()


def finish(pdf: bytes, flip: Flip) -> bytes:
    """Preset the printer dialogue (duplex edge, 100 %), pack tightly, and give the file an id made from its content."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        presets = document.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        presets.DisplayDocTitle = True
        presets.PrintScaling = pikepdf.Name("/None")  # pikepdf.Name.None_ would write /None_
        presets.Duplex = pikepdf.Name(_DUPLEX[flip])
        document.Root.ViewerPreferences = presets
        packed = io.BytesIO()
        document.save(
            packed,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
    return packed.getvalue()


@cache
def _workshop() -> str:
    """Digest of all that shapes a result besides its data: templates, fonts, icons and the versions of the tools."""
    digest = hashlib.sha256()
    for tool in ("typst", "pikepdf", "pillow"):
        digest.update(f"{tool} {version(tool)}\n".encode())
    shaping = [*OUTPUTS.rglob("*.typ"), *FONTS.glob("*.ttf"), *ICONS.glob("*.svg"), Path(__file__)]
    for path in sorted(shaping):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
