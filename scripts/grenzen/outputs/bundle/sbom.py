"""The software bill of materials, CycloneDX 1.6 as JSON (https://cyclonedx.org/docs/1.6/json/).

Written by hand because it is forty lines and a library for it would bring eight packages; a test validates the result
against the official schema. Two kinds of parts: what ships (vendored files, Material's theme: scope *required*) and
what only builds (every other package of the lock file: scope *excluded*).
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from grenzen.outputs.bundle.vendored import Vendored

SHIPPED = {"mkdocs-material"}
"""Packages of the lock file whose own files (scripts, styles, icons) end up in the site."""


def make(root: Path, parts: list[Vendored], version: str, day: date) -> str:
    """The whole document as text with a line break at its end."""
    components = sorted([*_packages(root), *_vendored(root, parts)], key=lambda one: str(one["bom-ref"]))
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{_serial(components, version)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{day.isoformat()}T00:00:00Z",
            "component": {
                "type": "application",
                "bom-ref": f"online-grenzen@{version}",
                "name": "online-grenzen",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}, {"license": {"id": "CC-BY-4.0"}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": f"online-grenzen@{version}", "dependsOn": [one["bom-ref"] for one in components]},
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _packages(root: Path) -> Iterator[dict[str, Any]]:
    """The packages of the lock file. Two rows for one name are two versions for different Pythons."""
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    for name, version, rest in re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)(.*(?:\n    .*)*)", text, re.MULTILINE):
        purl = f"pkg:pypi/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            "scope": "required" if name in SHIPPED else "excluded",
            **_licence_of(name),
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{name}/{version}/",
                    "hashes": [
                        {"alg": "SHA-256", "content": one}
                        for one in sorted(set(re.findall(r"sha256:([0-9a-f]{64})", rest)))
                    ],
                }
            ],
        }


def _licence_of(name: str) -> dict[str, Any]:
    """The licence as the installed package declares it: an SPDX expression, or a name in its own words."""
    try:
        about: Any = metadata.metadata(name)  # an email message, which its type does not say
    except metadata.PackageNotFoundError:  # a package for another system
        return {}
    expression = about.get("License-Expression")
    if expression:
        return {"licenses": [{"expression": expression}]}
    trove = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    names = trove or [line for line in [(about.get("License") or "").split("\n")[0]] if line]
    return {"licenses": [{"license": {"name": one}} for one in names]} if names else {}


def _vendored(root: Path, parts: list[Vendored]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "scope": "required",
            "hashes": [{"alg": "SHA-256", "content": part.digest(root)}],
            "licenses": [{"license": {"id": part.licence}}],
        }


def _serial(components: list[dict[str, Any]], version: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, components], sort_keys=True))
