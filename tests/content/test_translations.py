"""Translation state, proved with mutated content: every real change is flagged with its key, no exempted one is."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cases
import pytest
import yaml
from grenzen.content.load import TRANSLATIONS, load
from grenzen.content.model import ONE_LANGUAGE_ONLY
from grenzen.content.translations import NoSuchTranslationError, accept, stale, state

ROOT = Path(__file__).parents[2]
Keys = tuple[str | int, ...]


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content with every translation accepted."""
    root = tmp_path_factory.mktemp("kit")
    shutil.copytree(ROOT / "scenarios", root / "scenarios")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("assets"))
    accept(root)
    return root


@pytest.fixture
def kit(accepted: Path) -> Iterator[Path]:
    """The accepted content; what a test changes is put back."""
    before = {path: path.read_bytes() for path in accepted.rglob("*.*") if path.is_file()}
    yield accepted
    for path, content in before.items():
        if path.read_bytes() != content:
            path.write_bytes(content)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny kit, whose translations are accepted."""
    return Path(shutil.copytree(cases.TINY, tmp_path / "kit"))


def changed(root: Path) -> dict[str, tuple[str, ...]]:
    """Path of every stale translation to its changed keys."""
    return {row.path: row.changed for row in state(load(root).library) if row.state == "stale"}


@pytest.fixture(scope="module")
def origins(accepted: Path) -> dict[Path, Path]:
    """Words file of the origin to the file that was translated from it, for everything but pages."""
    rows = [row for row in state(load(accepted).library) if row.kind != "pages"]
    return {
        accepted / row.path.replace(f"/{row.language}.yml", f"/{row.origin}.yml"): accepted / row.path for row in rows
    }


CHANGES: dict[str, Callable[[str], str]] = {
    "a word more": lambda text: f"{text} echt",
    "a word less": lambda text: text.partition(" ")[2] or "iets anders",
    "other punctuation": lambda text: f"{text.rstrip('.!?')}?!",
    "other capitals": lambda text: text.swapcase() if text.upper() != text.lower() else "X",
    "one letter": lambda text: f"{text[:-2]}q{text[-1:]}",
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_real_change_of_a_text_is_flagged_with_its_key(kit: Path, origins: dict[Path, Path], name: str) -> None:
    """In each file of the real content another text changes: with five changes every file has five keys tried."""
    expected = {}
    for number, (origin, translated) in enumerate(origins.items()):
        tree = _read(origin)
        keys = [key for key, _ in _texts(tree)]
        key = keys[(number + 7 * list(CHANGES).index(name)) % len(keys)]
        _set(tree, key, CHANGES[name](_get(tree, key)))
        _dump(origin, tree)
        expected[translated.relative_to(kit).as_posix()] = (_dotted(key),)
    assert len(expected) > 100
    assert changed(kit) == expected


def test_what_does_not_change_the_text_is_not_flagged(kit: Path, origins: dict[Path, Path]) -> None:
    """Quotes, line breaks, comments, the order of keys, Unicode forms and Windows line ends, in every file at once."""
    for number, origin in enumerate(origins):
        tree = _read(origin)
        ordered = dict(sorted(tree.items(), reverse=True))
        text = yaml.safe_dump(ordered, allow_unicode=True, default_style='"', width=40 + number % 60, sort_keys=False)
        text = unicodedata.normalize("NFD" if number % 2 else "NFC", f"# a comment\n\n{text}\n# the end\n")
        origin.write_bytes(text.replace("\n", "\r\n").encode())
    for page in sorted((kit / "docs/nl").rglob("*.md")):
        front, body = page.read_text(encoding="utf-8").split("\n---\n", 1)
        page.write_text(f"{front}\nkeywords: [anders]\n---\n\n{body.replace('. ', '.  ')}\n\n", encoding="utf-8")
    assert [str(problem) for problem in load(kit).problems if "keywords" not in problem.text] == []
    assert changed(kit) == {}


EXEMPT = {
    "words people use": ("docs/data/glossary/nl.yml", "also: [dagboek]", "also: [dagboek, schrift]"),
    "a Flemish note": ("docs/data/glossary/nl.yml", "also: [dagboek]", "flemish: Ook logboek."),
    "facts": ("scenarios/first-case/facts.yml", "minutes: 15", "minutes: 30"),
    "the translation itself": ("scenarios/first-case/da.yml", "mandag", "tirsdag"),
    "audience, sources, keywords of a page": (
        "docs/nl/index.md",
        "audience: [self]",
        "audience: [team]\nkeywords: [a]",
    ),
    "a blank line in a page": ("docs/nl/act/first-hour.md", "## Schrijf op\n", "## Schrijf op\n\n\n"),
    "a line broken elsewhere": ("docs/nl/act/first-hour.md", "Schrijf in je", "Schrijf\nin je"),
}
REAL = {
    "a heading": ("docs/nl/act/first-hour.md", "## Schrijf op", "## Noteer", ("## Noteer", "## Schrijf op")),
    "a section more": ("docs/nl/index.md", "# Welkom", "# Welkom\n\n## Nieuw\n\nTekst.", ("# Welkom", "## Nieuw")),
    "a text beneath a heading": ("docs/nl/now.md", "{{ incident() }}", "{{ incident() }} Bel.", ("# Het gebeurt nu",)),
    "a link's target": ("docs/nl/index.md", "act/first-hour.md", "now.md", ("# Welkom",)),
    "a title": ("docs/nl/index.md", "title: Welkom", "title: Hallo", ("title",)),
    "a description": ("docs/nl/index.md", "Hier begin je.", "Begin hier.", ("description",)),
    "a new key": ("docs/data/checklists/first-hour/nl.yml", "items:", "close: Klaar.\nitems:", ("close",)),
    "a list entry more": ("scenarios/first-case/nl.yml", "Meteen ant", "Zo. , Meteen ant", ("risks.2", "risks.3")),
}  # fmt: skip


@pytest.mark.parametrize("name", EXEMPT)
def test_exempt(tiny: Path, name: str) -> None:
    path, old, new = EXEMPT[name]
    _replace(tiny / path, old, new)
    assert changed(tiny) == {}


@pytest.mark.parametrize("name", REAL)
def test_real_changes_of_shape(tiny: Path, name: str) -> None:
    path, old, new, keys = REAL[name]
    _replace(tiny / path, old, new)
    assert changed(tiny) == {path.replace("/nl", "/da"): keys}


def test_a_key_that_goes_is_flagged(tiny: Path) -> None:
    words = tiny / "docs/data/checklists/first-hour/nl.yml"
    _replace(words, "items:", "close: Klaar.\nitems:")
    accept(tiny)
    _replace(words, "close: Klaar.\n", "")
    assert changed(tiny) == {"docs/data/checklists/first-hour/da.yml": ("close",)}


def test_a_new_origin_is_flagged(tiny: Path) -> None:
    _replace(tiny / "docs/nl/index.md", "origin: nl", "origin: da")
    _replace(tiny / "docs/da/index.md", "origin: nl", "origin: da")
    states = {row.path: row.state for row in state(load(tiny).library) if row.id == "index"}
    assert states == {"docs/nl/index.md": "unknown"}


def test_accept_records_one_id_and_leaves_the_others_stale(tiny: Path) -> None:
    _replace(tiny / "docs/nl/index.md", "Zie", "Lees")
    _replace(tiny / "docs/nl/now.md", "# Het gebeurt nu\n", "# Het gebeurt nu\n\nRustig.\n")
    assert stale(load(tiny).library) == {("pages", "index", "da"), ("pages", "now", "da")}
    assert accept(tiny, ["index"]) == ["docs/da/index.md"]
    assert stale(load(tiny).library) == {("pages", "now", "da")}
    assert accept(tiny, ["pages/now"]) == ["docs/da/now.md"]
    assert stale(load(tiny).library) == set()


def test_accept_keeps_the_record_of_what_does_not_load_and_drops_what_is_gone(tiny: Path) -> None:
    (tiny / "docs/nl/about/about.md").write_text("broken", encoding="utf-8")
    (tiny / "docs/nl/now.md").unlink()
    (tiny / "docs/da/now.md").unlink()
    accept(tiny, ["index"])
    record = (tiny / TRANSLATIONS).read_text(encoding="utf-8")
    assert "docs/da/about/about.md" in record
    assert "docs/da/now.md" not in record


def test_accept_writes_the_same_bytes_twice(tiny: Path) -> None:
    first = (tiny / TRANSLATIONS).read_bytes()
    assert accept(tiny) == []
    assert (tiny / TRANSLATIONS).read_bytes() == first


def test_an_unknown_id_is_told_with_the_nearest_one(tiny: Path) -> None:
    with pytest.raises(NoSuchTranslationError) as error:
        accept(tiny, ["first-cas"])
    assert error.value.args == ("there is no translated text with the id 'first-cas'", "Did you mean 'first-case'?")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    return tree


def _dump(path: Path, tree: Any) -> None:
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8")


def _texts(value: Any, keys: Keys = ()) -> list[tuple[Keys, str]]:
    if isinstance(value, str):
        return [(keys, value)]
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for key, inner in entries if key not in ONE_LANGUAGE_ONLY for found in _texts(inner, (*keys, key))]


def _get(tree: Any, keys: Keys) -> str:
    for key in keys:
        tree = tree[key]
    return str(tree)


def _set(tree: Any, keys: Keys, text: str) -> None:
    for key in keys[:-1]:
        tree = tree[key]
    tree[keys[-1]] = text


def _dotted(keys: Keys) -> str:
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
