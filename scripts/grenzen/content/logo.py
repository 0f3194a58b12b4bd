"""Read a logo: a PNG, or an SVG that is a drawing and nothing more.

An SVG can carry scripts, handlers, styles and pictures from elsewhere, and Typst, browsers and mail programs each read
it in their own way. It is never cleaned up here: what is more than a drawing is refused, with its line and column.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

from grenzen.content.files import Files
from grenzen.problems import Place, Problem
from PIL import Image

MAX_BYTES = 256 * 1024
MAX_PIXELS = 4096
"""The most a PNG may be wide or high: a small file can unfold into gigabytes."""

DRAWING = {
    "svg", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "textPath", "use", "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
    "pattern",
    "marker", "style", "filter",
}  # fmt: skip
"""Elements of a drawing; filter primitives (``feBlend`` …) are known by their first letters."""

SVG = "http://www.w3.org/2000/svg"
OF_BROWSERS = ("", SVG, "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML")
"""Namespaces whose elements a browser obeys; what drawing programs write in their own ones does nothing."""

_ELSEWHERE = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)[^\s)]|@import|expression\s*\(|javascript:|\\", re.IGNORECASE)
"""What makes a style more than a style: something fetched from elsewhere, or a hidden spelling of it."""


@dataclass(frozen=True)
class Picture:
    """A logo that is safe to ship: ``suffix`` is ``.svg`` or ``.png``."""

    suffix: str
    data: bytes

    @property
    def drawing(self) -> str:
        """The logo as an SVG, for paper; a PNG becomes a drawing that holds it."""
        if self.suffix == ".svg":
            return self.data.decode("utf-8")
        width, height = _pixels(self.data)
        size, address = f'width="{width}" height="{height}"', base64.b64encode(self.data).decode("ascii")
        return f'<svg xmlns="{SVG}" {size}><image {size} href="data:image/png;base64,{address}"/></svg>'


def read(files: Files, name: str, place: Place) -> Picture | None:
    """The logo called ``name`` in the organisation's folder; ``place`` is where organisation.yml names it."""
    suffix = PurePosixPath(name).suffix.lower()
    path = files.root / name
    if "/" in name or "\\" in name or suffix not in (".svg", ".png"):
        remedy = "Put an .svg or .png file beside organisation.yml and write its name here"
        files.problems.append(Problem(place, "logo", f"'{name[:60]}' cannot be a logo", remedy))
        return None
    if path.is_symlink() or not path.is_file():
        files.problems.append(Problem(place, "logo", f"there is no file '{name}'", "Put it beside organisation.yml"))
        return None
    data = path.read_bytes()[: MAX_BYTES + 1]
    found = _wrong_with(data, suffix, files.path(path))
    files.problems += found
    return None if found else Picture(suffix, data)


def _wrong_with(data: bytes, suffix: str, path: str) -> list[Problem]:
    if len(data) > MAX_BYTES:
        return [Problem(Place(path), "logo", f"the logo has more than {MAX_BYTES // 1024} KB", "Save it smaller")]
    return drawing_problems(data, path) if suffix == ".svg" else list(_picture_problems(data, path))


def _picture_problems(data: bytes, path: str) -> Iterator[Problem]:
    try:
        size = _pixels(data)
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):  # what Pillow raises for a broken PNG
        yield Problem(Place(path), "logo", "this is not a PNG file that can be read", "Save it as PNG")
        return
    if max(size) > MAX_PIXELS:
        what = f"the logo is {size[0]} × {size[1]} pixels"
        yield Problem(Place(path), "logo", what, f"Save it smaller: at most {MAX_PIXELS} a side")


def _pixels(png: bytes) -> tuple[int, int]:
    """Width and height from the header. Raises OSError when there is none."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        return picture.size


def drawing_problems(data: bytes, path: str) -> list[Problem]:
    """Everything in an SVG that is more than a drawing, each with its line and column."""
    reader = _Reader(path)
    parser = reader.parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse("a document type can define entities")
    parser.EntityDeclHandler = lambda *_: reader.refuse("entities are not used here")
    parser.ProcessingInstructionHandler = lambda target, _: reader.refuse(f"<?{target}?> brings in something else")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        place = Place(path, error.lineno, error.offset + 1)
        reader.problems.append(Problem(place, "logo", "this is not an SVG that can be read", _REMEDY))
    except _StopError:
        pass
    return reader.problems


_REMEDY = "Export it again as a plain SVG"


class _StopError(Exception):
    """What follows cannot be trusted (entities grow without end)."""


@dataclass
class _Reader:
    path: str
    problems: list[Problem] = field(default_factory=list)
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)
    styles: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, short = name.rpartition(" ")
        if namespace in OF_BROWSERS and short not in DRAWING and not short.startswith("fe"):
            self.say(f"<{short}> is more than a drawing")
        self.styles += short == "style"
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)

    def end(self, name: str) -> None:
        self.styles -= name.rpartition(" ")[2] == "style"

    def text(self, data: str) -> None:
        if self.styles and _ELSEWHERE.search(data):
            self.say("this style brings in something from elsewhere")

    def _attribute(self, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            self.say(f"the attribute '{name}' runs a script")
        elif name.lower() in ("href", "src") and not value.strip().startswith("#"):
            self.say(f"'{name}' points at something outside this file")
        elif _ELSEWHERE.search(value):
            self.say(f"'{name}' brings in something from elsewhere")

    def refuse(self, text: str) -> None:
        self.say(text)
        raise _StopError

    def say(self, text: str) -> None:
        place = Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.problems.append(Problem(place, "logo", text, _REMEDY))
