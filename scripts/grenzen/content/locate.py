"""Read strict YAML and remember the line and column of every value.

This room's ground floor: text in, plain ``str``/``list``/``dict`` and places out. It knows no models; ``load`` gives
the values a meaning. Built on the parser's events instead of its nodes, so that depth, anchors, aliases and tags are
refused before anything nested is built (a YAML bomb never gets to explode).

Every scalar stays text: ``no``, ``0112``, ``22:00`` and ``+45 12 34`` are what the author wrote. A model that wants a
number or a date says so and converts it itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml
from grenzen.problems import Place, Problem

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

MAX_BYTES = 512 * 1024
MAX_DEPTH = 12
MAX_LINE = 4000

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = {code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F, 0xFEFF}


@dataclass
class Located:
    """A value and where each part of it stands: ``places`` maps a path of keys and indexes to its Place."""

    value: Value | None = None
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at ``path`` (or of its key), or of the nearest part around it."""
        for end in range(len(path), -1, -1):
            for table in (self.key_places, self.places) if key else (self.places, self.key_places):
                if path[:end] in table:
                    return table[path[:end]]
        raise KeyError(path)


def read_text(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Bytes to text: UTF-8 only, no control characters, no over-long file or line. Empty text when refused."""
    if len(data) > MAX_BYTES:
        text = f"the file has {len(data)} bytes; at most {MAX_BYTES} are read"
        return "", [Problem(Place(path), "size", text, "Split it up")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        what = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        return "", [Problem(Place(path, line, column), "encoding", what, "Save the file as UTF-8")]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text, _odd_characters(text, path)


def _odd_characters(text: str, path: str) -> list[Problem]:
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            what = f"the line has {len(line)} characters; at most {MAX_LINE} are read"
            problems.append(Problem(Place(path, number), "size", what, "Break it into several lines"))
        odd = next((at for at, char in enumerate(line) if ord(char) in _CONTROL), None)
        if odd is not None:
            what = f"the control character U+{ord(line[odd]):04X} does not belong in a text"
            problems.append(Problem(Place(path, number, odd + 1), "encoding", what, "Delete it"))
    return problems


def parse(text: str, path: str, *, first_line: int = 1) -> Located:
    """Parse YAML ``text``; ``first_line`` is the line at which it starts (front matter starts at 2)."""
    return _Builder(path, first_line).build(text)


class _Builder:
    """Turns the parser's events into plain values on a stack of open collections."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.located = Located(places={(): Place(path, first_line)})
        self.stack: list[_Open] = []

    def build(self, text: str) -> Located:
        try:
            for event in yaml.parse(text, Loader=_PARSER):
                if not self._take(event):
                    break
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
        except (yaml.YAMLError, ValueError) as error:
            self._problem(None, "yaml", f"this is not YAML that can be read: {str(error).splitlines()[0]}")
        if self.located.problems:
            self.located.value = None
        return self.located

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False stops the reading because what follows cannot be trusted."""
        if isinstance(event, yaml.AliasEvent):
            self._problem(event.start_mark, "yaml", f"aliases (*{event.anchor}) are not used here", "Write it out")
            return False
        if isinstance(event, yaml.DocumentStartEvent) and self.located.value is not None:
            self._problem(event.start_mark, "yaml", "a second document starts here", "Keep one document per file")
            return False
        if isinstance(event, yaml.NodeEvent):
            self._refuse_decoration(event)
        if isinstance(event, yaml.ScalarEvent):
            self._put(event.value, event.start_mark)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            return self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
        return True

    def _refuse_decoration(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._problem(event.start_mark, "yaml", f"anchors (&{event.anchor}) are not used here", "Remove it")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._problem(event.start_mark, "yaml", f"tags ({tag}) are not used here", "Remove it or quote the text")

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self._problem(event.start_mark, "depth", f"this is nested more than {MAX_DEPTH} levels deep", "Flatten it")
            return False
        value: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(value, event.start_mark)
        self.stack.append(_Open(value, path))
        return True

    def _put(self, value: Value, mark: yaml.Mark) -> Path:
        """Hang ``value`` where it belongs: root, list item, key or value of a mapping. Returns its path."""
        if not self.stack:
            self.located.value = value
            self.located.places[()] = self._place(mark)
            return ()
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            path: Path = (*parent.path, len(parent.value))
            parent.value.append(value)
        elif parent.key is None:
            return self._take_key(parent, value, mark)
        else:
            path = (*parent.path, parent.key)
            parent.value[parent.key] = value
            parent.key = None
        self.located.places[path] = self._place(mark)
        return path

    def _take_key(self, parent: _Open, value: Value, mark: yaml.Mark) -> Path:
        if not isinstance(value, str):
            self._problem(mark, "yaml", "a key must be a word, not a list or a mapping", "Quote it if it is text")
            parent.key = ""
            return (*parent.path, "")
        path = (*parent.path, value)
        if value in parent.value:
            first = self.located.key_places[path]
            self._problem(
                mark, "yaml", f"the key '{value}' stands here twice, first in line {first.line}", "Remove one"
            )
        self.located.key_places.setdefault(path, self._place(mark))
        parent.key = value
        return path

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        what = str(error.problem or error.context or "this is not YAML that can be read")
        if "mapping values are not allowed" in what:
            self._problem(error.problem_mark, "yaml", "a ': ' inside a text makes YAML read a key", "Quote this line")
        elif "cannot start any token" in what:
            self._problem(error.problem_mark, "yaml", "a text cannot start with this character", "Quote this line")
        else:
            self._problem(error.problem_mark or error.context_mark, "yaml", f"this is not YAML: {what}")

    def _problem(self, mark: yaml.Mark | None, rule: str, text: str, remedy: str = "") -> None:
        place = self._place(mark) if mark else Place(self.path, self.first_line)
        self.located.problems.append(Problem(place, rule, text, remedy))

    def _place(self, mark: yaml.Mark) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)


@dataclass
class _Open:
    """A collection that is still being filled; ``key`` is the mapping key that waits for its value."""

    value: dict[str, Value] | list[Value]
    path: Path
    key: str | None = None
