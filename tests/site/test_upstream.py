"""The upstream files that ours replace, or stand on, are the ones we looked at.

A new version of Material may change them. Then this fails: look at the difference, carry over what matters into
``overrides/`` and write the new digest here.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

_MATERIAL = find_spec("material")
assert _MATERIAL and _MATERIAL.origin
UPSTREAM = Path(_MATERIAL.origin).parent / "templates"
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"

LOOKED_AT = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
}
"""Path below Material's templates to the file's sha256; ``base.html`` is the frame whose blocks main.html fills."""


def test_every_upstream_file_that_we_replace_is_the_one_we_looked_at() -> None:
    found = {name: hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest() for name in LOOKED_AT}
    assert found == LOOKED_AT


def test_every_override_of_an_upstream_file_is_in_the_list_and_nothing_else() -> None:
    ours = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*") if path.is_file()}
    replaced = {name for name in ours if (UPSTREAM / name).is_file()}
    assert replaced | {"base.html"} == set(LOOKED_AT)
