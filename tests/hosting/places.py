"""Where one and the same site must work: server root, three levels deep, a folder with odd letters, the zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from built import ROOT, real_site
from grenzen.outputs import bundle

from hosting import servers

DAY = date(2026, 12, 1)
DEEP = "en/to/tre"


@contextmanager
def place(name: str, folder: Path) -> Iterator[str]:
    """The address of our own site in the place called ``name``, with a slash at the end."""
    if name == "root":
        with servers.python(real_site()) as address:
            yield address
    elif name == "sub-path":
        (folder / DEEP).parent.mkdir(parents=True)
        (folder / DEEP).symlink_to(real_site())
        with servers.python(folder) as address:
            yield f"{address}{DEEP}/"
    elif name == "folder":
        odd = folder / "Vores mappe på drev Æ" / "site"
        odd.parent.mkdir()
        odd.symlink_to(real_site())
        yield f"{odd.as_uri()}/"
    else:
        with zipfile.ZipFile(io.BytesIO(bundle.make(ROOT, real_site(), "0.0.0", DAY))) as archive:
            archive.extractall(folder / "unpacked")
        yield f"{(folder / 'unpacked/site').as_uri()}/"


PLACES = ("root", "sub-path", "folder", "zip")
