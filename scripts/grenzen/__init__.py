"""Online Grenzen · Digitale Grænser: from Markdown and YAML to a site and printable cards.

The rooms: ``content`` (what we have), ``checks`` (what must hold), ``outputs`` (what we make), ``words`` (what the
interface says) and ``problems`` (how we tell people). ``content`` knows nobody; ``checks`` and ``outputs`` read
``content`` and never each other; only ``build.py`` and ``mkdocs_hooks.py`` know everybody.
"""

__version__ = "0.1.0"
