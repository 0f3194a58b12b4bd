"""The documentation is complete: every field, rule, command and benchmark is documented, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from grenzen import checks
from grenzen.commands import main
from grenzen.content.model import KINDS
from grenzen.content.reference import _shapes, fields_page

ROOT = Path(__file__).resolve().parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_field_has_a_sentence_for_authors() -> None:
    silent = [
        f"{shape.__name__}.{name}"
        for shape in _shapes()
        for name, field in shape.model_fields.items()
        if not field.description
    ]
    assert silent == []


def test_the_authors_reference_page_is_the_models() -> None:
    assert read("scripts/grenzen/content/FIELDS.md") == fields_page(), "run: python3 scripts/build.py fields"


def test_every_rule_says_what_it_holds_and_has_cases_that_break_it() -> None:
    for name, rule in checks.RULES.items():
        module = __import__(rule.__module__, fromlist=["check"])
        assert module.__doc__, f"{name} has no docstring"
        assert list((ROOT / "tests/checks" / name).glob("*.yml")), f"tests/checks/{name}/ has no case"
    folders = {path.name for path in (ROOT / "tests/checks").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= set(checks.RULES), "these rules have cases but do not exist"


def test_every_command_explains_itself() -> None:
    for name, command in main.commands.items():
        assert command.help, f"build.py {name} has no help"
        for parameter in command.params:
            assert getattr(parameter, "help", "argument"), f"build.py {name} {parameter.name} has no help"


def test_commands_that_the_documents_name_exist() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "benchmarks/README.md"):
        for name in re.findall(r"scripts/build\.py (\w+)", read(document)):
            assert name in main.commands, f"{document} names 'build.py {name}'"


def test_every_benchmark_is_listed_and_every_listed_one_exists() -> None:
    listed = set(re.findall(r"benchmarks/(\w+\.py)", read("benchmarks/README.md")))
    assert listed == {path.name for path in (ROOT / "benchmarks").glob("*.py")}


def test_paths_in_the_map_of_changes_exist() -> None:
    for path in re.findall(
        r"`((?:scripts|docs|scenarios|overrides|tests|benchmarks)/[^`<…*]*)`", read("CONTRIBUTING.md")
    ):
        assert (ROOT / path).exists(), f"CONTRIBUTING.md names {path}"


def test_relative_links_of_the_front_door_lead_somewhere() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", read(document)):
            assert (ROOT / target).exists(), f"{document} links to {target}"


def test_no_file_names_a_registry_or_a_download_address() -> None:
    for name in ("requirements.lock", "tests/requirements.lock", "pyproject.toml"):
        assert not re.search(r"https?://", read(name)), f"{name} holds an address"


def test_only_the_hook_imports_mkdocs() -> None:
    importing = [
        path.name
        for path in (ROOT / "scripts").rglob("*.py")
        if re.search(r"^\s*(from|import) mkdocs", path.read_text("utf-8"), re.M)
    ]
    assert importing == ["mkdocs_hooks.py"]


def test_rooms_know_only_whom_they_may() -> None:
    """Content knows nobody; checks and outputs never know each other."""
    forbidden = {
        "content": ("grenzen.checks", "grenzen.outputs", "grenzen.words"),
        "checks": ("grenzen.outputs",),
        "outputs": ("grenzen.checks",),
    }
    for room, strangers in forbidden.items():
        for path in (ROOT / "scripts/grenzen" / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [name for name in strangers if f"from {name}" in text or f"import {name}" in text], path.name


def test_outputs_do_not_know_each_other() -> None:
    outputs = ROOT / "scripts/grenzen/outputs"
    tools = {"__pycache__", "typesetting"}  # what cards and sheets share makes nothing of its own
    rooms = [path.name for path in outputs.iterdir() if path.is_dir() and path.name not in tools]
    for room in rooms:
        for path in (outputs / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [other for other in rooms if other != room and f"grenzen.outputs.{other}" in text], path


def test_interface_words_have_the_same_keys_in_every_language() -> None:
    from grenzen.content.languages import LANGUAGES
    from grenzen.words import words

    keys = {code: set(words(code).texts) for code in LANGUAGES}
    assert keys["nl"] == keys["da"]
    for key in keys["nl"]:
        holes = [set(re.findall(r"\{(\w+)\}", words(code).texts[key])) for code in LANGUAGES]
        assert holes[0] == holes[1], key


def test_every_kind_has_a_folder_of_real_content() -> None:
    assert [kind.name for kind in KINDS if not (ROOT / kind.folder).is_dir()] == []
