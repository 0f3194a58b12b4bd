"""Online Grenzen · Digitale Grænser: from Markdown and YAML to a site and printable cards.

The rooms: ``content`` (what we have), ``checks`` (what must hold), ``outputs`` (what we make), ``words`` (what the
interface says) and ``problems`` (how we tell people). ``content`` knows nobody; ``checks`` and ``outputs`` read
``content`` and never each other; only ``build.py`` and ``mkdocs_hooks.py`` know everybody.
"""

import os
from datetime import UTC, date, datetime

__version__ = "0.1.0"


def today() -> date:
    """The day of this build: ``SOURCE_DATE_EPOCH`` when set, so that the same input makes the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
