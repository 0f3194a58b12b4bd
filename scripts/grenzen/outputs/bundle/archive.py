"""Zip and checksums that come out the same twice."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import date


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """A zip of ``files``, sorted, every entry dated ``day`` at midnight and readable by all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, on every system
            entry.compress_type = zipfile.ZIP_STORED if _is_packed(name) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=9)
    return buffer.getvalue()


def checksums(files: Mapping[str, bytes]) -> str:
    """``SHA256SUMS`` as ``sha256sum --check`` reads it."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def _is_packed(name: str) -> bool:
    return name.endswith((".png", ".jpg", ".jpeg", ".webp", ".woff2"))
