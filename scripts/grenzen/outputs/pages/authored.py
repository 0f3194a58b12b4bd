"""Authored pages: Markdown with function calls, rendered once in a sandbox.

The sandbox sees the documented functions and nothing else: no attributes, no loops over internals, no imports. What
goes wrong is a Problem at the line of the call.
"""

from __future__ import annotations

import traceback

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from grenzen.content.model import Page
from grenzen.outputs.pages.functions import NotThereError, functions
from grenzen.outputs.pages.templates import render
from grenzen.outputs.pages.view import View
from grenzen.problems import Place, Problem, did_you_mean

ACT = ("act/", "aftercare/", "now")


def render_page(view: View, page: Page) -> tuple[str, list[Problem]]:
    """The page's Markdown with every call filled in, and the Problems of calls that failed."""
    known = functions(view, page.id)
    try:
        body = _sandbox().from_string(page.markdown).render(known)
    except NotThereError as error:
        return "", [_problem(page, _line_of(error), str(error.args[0]), str(error.args[1]))]
    except TemplateSyntaxError as error:
        return "", [_problem(page, error.lineno, f"this is not a call that can be read: {error.message}", "")]
    except UndefinedError as error:
        name = str(error.message).split("'")[1] if "'" in str(error.message) else ""
        remedy = did_you_mean(name, known) or f"Pages can call: {', '.join(known)}"
        return "", [_problem(page, _line_of(error), f"there is no function '{name}'", remedy)]
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        return "", [_problem(page, _line_of(error), f"this call fails: {error}", "")]
    return _with_emergency_line(view, page, body), []


def _with_emergency_line(view: View, page: Page, body: str) -> str:
    """Pages for someone it happens to start with the emergency numbers, right under their heading."""
    if not page.id.startswith(ACT):
        return body
    heading, newline, rest = body.lstrip("\n").partition("\n")
    return f"{heading}{newline}\n{render('_emergency.md', view, page.id)}\n{rest}"


def _sandbox() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)


def _line_of(error: Exception) -> int:
    """The template line that an error came through: Jinja rewrites its own frames to the template's lines."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return lines[-1] if lines else 1


def _problem(page: Page, line: int, text: str, remedy: str) -> Problem:
    return Problem(Place(page.path, page.first_line + line - 1), "pages", text, remedy)
