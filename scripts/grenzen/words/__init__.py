"""What the interface says, per language: ``nl.yml`` and ``da.yml`` with the same keys, proved by a test.

Content has words of its own beside its facts; here are only the words that no author writes: buttons, labels,
notices, the lines on a card's edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Words:
    """The interface words of one language: ``words("cards.agreement")``, ``words("cards.level", level=2)``."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text under a dotted key with ``{placeholders}`` filled. Raises KeyError for a key that does not exist."""
        return self.texts[key].format(**values)

    def below(self, prefix: str) -> dict[str, str]:
        """All texts below a dotted prefix, for handing a whole group to a template."""
        return {key[len(prefix) + 1 :]: text for key, text in self.texts.items() if key.startswith(f"{prefix}.")}


@cache
def words(language: str) -> Words:
    """Read ``<language>.yml`` once."""
    tree = yaml.safe_load((ROOM / f"{language}.yml").read_text(encoding="utf-8"))
    return Words(language, dict(_flat(tree)))


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
