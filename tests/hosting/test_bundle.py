"""The bundle: the same bytes twice, checksums that hold, an SBOM that is valid, licences for all that ships."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from functools import cache

from built import ROOT, real_site
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from grenzen.outputs import bundle
from grenzen.outputs.bundle.vendored import vendored

from hosting.places import DAY


@cache
def packed() -> bytes:
    return bundle.make(ROOT, real_site(), "1.2.3", DAY)


@cache
def files() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_site_packs_to_the_same_bytes() -> None:
    assert bundle.make(ROOT, real_site(), "1.2.3", DAY) == packed()


def test_the_zip_holds_the_site_and_all_papers() -> None:
    assert {name.split("/")[0] for name in files()} == {
        "README.md", "SHA256SUMS", "licences", "sbom.cdx.json", "servers", "site",
    }  # fmt: skip
    shipped = {path.relative_to(real_site()).as_posix() for path in real_site().rglob("*") if path.is_file()}
    assert {name.removeprefix("site/") for name in files() if name.startswith("site/")} == shipped
    assert {name for name in files() if name.startswith("servers/")} == {
        f"servers/{name}" for name in ("apache.conf", "htaccess", "nginx-sub-path.conf", "nginx.conf", "web.config")
    }


def test_every_file_has_its_checksum() -> None:
    lines = [line.split("  ", 1) for line in files()["SHA256SUMS"].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files().items() if name != "SHA256SUMS"
    }


def test_names_in_the_zip_suit_every_disk() -> None:
    assert [name for name in files() if not re.fullmatch(r"[A-Za-z0-9._/-]+", name)] == []
    assert len({name.lower() for name in files()}) == len(files())


def test_nothing_of_the_workshop_ships() -> None:
    assert not [name for name in files() if name.endswith((".map", ".py", ".yml", ".ttf", ".DS_Store", ".xml.gz"))]


# ── SBOM ──


def document() -> dict[str, object]:
    found: dict[str, object] = json.loads(files()["sbom.cdx.json"])
    return found


def test_the_sbom_is_valid_cyclonedx() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(files()["sbom.cdx.json"].decode()) is None


def test_the_sbom_names_every_locked_package_and_every_vendored_part() -> None:
    components = document()["components"]
    assert isinstance(components, list)
    named = {(one["name"], one["version"]) for one in components}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)", lock, re.MULTILINE)) <= named
    assert {(part.name, part.version) for part in vendored(ROOT)} <= named
    assert len(named) == len(components)


def test_every_part_that_ships_has_a_licence() -> None:
    components = document()["components"]
    assert isinstance(components, list)
    shipped = [one for one in components if one["scope"] == "required"]
    assert [one["name"] for one in shipped if not one.get("licenses")] == []
    for one in shipped:
        assert len(files()[f"licences/{one['name']}.txt"]) > 500, one["name"]


# ── what lies in the repository and others made ──


def test_vendored_files_are_as_they_were_taken_over() -> None:
    for part in vendored(ROOT):
        remedy = f"{part.name} changed. If that was meant, write in vendored.yml: sha256: {part.digest(ROOT)}"
        assert part.digest(ROOT) == part.sha256, remedy


def test_no_file_of_others_is_unlisted() -> None:
    listed = {path for part in vendored(ROOT) for path in part.paths(ROOT)}
    fonts_and_icons = {path for name in ("fonts", "icons") for path in (ROOT / "docs/assets" / name).iterdir()}
    scripts = {
        path
        for path in (ROOT / "docs/assets/js").rglob("*.js")
        if re.search(r"@license|/\*!|Copyright", path.read_text("utf-8"))
    }
    texts = {path for path in fonts_and_icons if path.suffix == ".txt"}
    assert sorted((fonts_and_icons | scripts) - texts - listed) == []
