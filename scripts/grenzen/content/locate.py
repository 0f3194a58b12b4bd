"""Read strict YAML and remember the line and column of every value.

This room's ground floor: text in, plain ``str``/``list``/``dict`` and places out. It knows no models; ``load`` gives
the values a meaning. Built on the parser's events instead of its nodes, so that depth, anchors, aliases and tags are
refused before anything nested is built (a YAML bomb never gets to explode).

Every scalar stays text: ``no``, ``0112``, ``22:00`` and ``+45 12 34`` are what the author wrote. A model that wants a
number or a date says so and converts it itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from grenzen.problems import Place, Problem

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]
Mark = Any
"""Line and column of a parser: libyaml's or PyYAML's own, which share no type."""

MAX_BYTES = 512 * 1024
MAX_DEPTH = 12
MAX_LINE = 4000

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that no text needs: control characters (a terminal obeys them), line breaks that only some programs see,
marks that turn the reading direction (what people read is then not what programs read), halves of characters."""


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


def read_text(data: bytes, path: str, limit: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Bytes to text: UTF-8 only, no odd characters, no over-long file or line. Empty text when refused."""
    if len(data) > limit:
        return "", [Problem(Place(path), "size", f"the file has more than {limit // 1024} KB", "Split it up")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error.start, path)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, _odd_lines(text, path)


def _not_utf8(data: bytes, at: int, path: str) -> Problem:
    before = data[:at]
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
    what = f"byte {at} (0x{data[at]:02x}) is not UTF-8"
    return Problem(Place(path, before.count(b"\n") + 1, column), "encoding", what, "Save the file as UTF-8")


def _odd_lines(text: str, path: str) -> list[Problem]:
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            what = f"the line has {len(line)} characters; at most {MAX_LINE} are read"
            problems.append(Problem(Place(path, number), "size", what, "Break it into several lines"))
        odd = _ODD.search(line)
        if odd:
            problems.append(Problem(Place(path, number, odd.start() + 1), "encoding", _odd(odd[0]), "Delete it"))
    return problems


def _odd(char: str) -> str:
    return f"the character U+{ord(char):04X} does not belong in a text"


def parse(text: str, path: str, *, first_line: int = 1) -> Located:
    """Parse YAML ``text``; ``first_line`` is the line at which it starts (front matter starts at 2)."""
    return _Builder(path, first_line).build(text)


class _Builder:
    """Turns the parser's events into plain values on a stack of open collections."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.text = ""
        self.located = Located(places={(): Place(path, first_line)})
        self.stack: list[_Open] = []

    def build(self, text: str) -> Located:
        self.text = text
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
            self._refuse_odd(event)
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
        if tag:
            self._problem(event.start_mark, "yaml", f"tags ({tag}) are not used here", "Remove it or quote the text")

    def _refuse_odd(self, event: yaml.ScalarEvent) -> None:
        """Escapes in double quotes can write what the file itself may not hold."""
        odd = _ODD.search(event.value)
        if odd:
            self._problem(event.start_mark, "encoding", _odd(odd[0]), "Delete the escape")

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self._problem(event.start_mark, "depth", f"this is nested more than {MAX_DEPTH} levels deep", "Flatten it")
            return False
        value: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(value, event.start_mark)
        self.stack.append(_Open(value, path))
        return True

    def _put(self, value: Value, mark: Mark) -> Path:
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

    def _take_key(self, parent: _Open, value: Value, mark: Mark) -> Path:
        if not isinstance(value, str):
            self._problem(mark, "yaml", "a key must be a word, not a list or a mapping", "Quote it if it is text")
            parent.key = ""
            return (*parent.path, "")
        path = (*parent.path, value)
        if value in parent.value:
            first = self.located.key_places.get(path, self.located.place(parent.path))
            what = f"the key '{value[:60]}' stands here twice, first in line {first.line}"
            self._problem(mark, "yaml", what, "Remove one")
        self.located.key_places.setdefault(path, self._place(mark))
        parent.key = value
        return path

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        what, mark = str(error.problem or error.context), error.problem_mark or error.context_mark
        if "mapping values are not allowed" in what:
            self._problem(mark, "yaml", "a ': ' inside a text makes YAML read a key", "Quote this line")
        elif "cannot start any token" in what and self._char_at(mark) == "\t":
            self._problem(mark, "yaml", "a tab stands where YAML wants spaces", "Indent with two spaces")
        elif "cannot start any token" in what:
            text = f"a text cannot start with '{self._char_at(mark)}'"
            self._problem(mark, "yaml", text, "Quote this line")
        else:
            self._problem(mark, "yaml", f"this is not YAML: {what}", "Compare it with a file beside it")

    def _char_at(self, mark: Mark) -> str:
        lines = self.text.split("\n")
        line = lines[mark.line] if mark and mark.line < len(lines) else ""
        return line[mark.column] if mark and mark.column < len(line) else ""

    def _problem(self, mark: Mark, rule: str, text: str, remedy: str = "") -> None:
        place = self._place(mark) if mark else Place(self.path, self.first_line)
        self.located.problems.append(Problem(place, rule, text, remedy))

    def _place(self, mark: Mark) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)


@dataclass
class _Open:
    """A collection that is still being filled; ``key`` is the mapping key that waits for its value."""

    value: dict[str, Value] | list[Value]
    path: Path
    key: str | None = None
