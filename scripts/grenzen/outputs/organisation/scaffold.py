"""An example of an organisation's own folder, with comments, that builds as it is.

The example's own files lie in ``example/<country>/``; the page it replaces is copied from ours at that moment, so that
the example fits every version of the kit.
"""

from __future__ import annotations

from pathlib import Path

from grenzen.content.organisation import REPLACED
from grenzen.outputs.organisation import report

EXAMPLES = Path(__file__).parent / "example"
LANGUAGE_OF = {"nl": "nl", "be": "nl", "dk": "da"}
"""Country to the language of its example; the Flemish one is the Dutch one with another country in it."""

_PAGE = "policy/lay-down"
_ADDED = {
    "nl": "\n## Bij ons\n\nSchrijf hier wat bij jullie anders is. Deze pagina komt in de plaats van die van de kit.\n",
    "da": "\n## Hos os\n\nSkriv her, hvad der er anderledes hos jer. Denne side træder i stedet for kittets side.\n",
}


def make(root: Path, country: str = "nl") -> dict[str, bytes]:
    """The files of the example by path below the organisation's folder."""
    language = LANGUAGE_OF[country]
    folder = EXAMPLES / ("dk" if country == "dk" else "nl")
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    if country == "be":
        for name in ("organisation.yml", "scenarios/whose-phone/facts.yml"):
            files[name] = files[name].replace(b"country: nl", b"country: be").replace(b"[nl]  #", b"[be]  #")
    page = f"docs/{language}/{_PAGE}.md"
    files[page] = (root / page).read_bytes().rstrip() + b"\n" + _ADDED[language].encode()
    files[REPLACED] = report.record({page: report.digest(root / page)}).encode()
    return dict(sorted(files.items()))
