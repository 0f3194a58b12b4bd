"""Front matter of staged pages. Escaped here, because MkDocs puts titles and descriptions into HTML as they are."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence


def front_matter(title: str, description: str, keywords: Sequence[str] = (), *, kind: str, **more: object) -> str:
    """A block between two ``---`` lines; every value is JSON, which YAML reads as written."""
    values = {
        "title": html.escape(title),
        "description": html.escape(description),
        "keywords": [html.escape(word) for word in keywords],
        "kind": kind,
        **more,
    }
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value not in ("", [])
    ]
    return "\n".join(["---", *lines, "---", "", ""])
