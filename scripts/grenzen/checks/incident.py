"""The route "it happens now" works: it starts, every answer leads on, nothing is out of reach, nothing goes in circles.

Why: somebody follows it in a bad hour. After the first answer one more must be able to reach a first safe action, so
that help is two clicks away for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grenzen.checks.same_ids import same_ids
from grenzen.content.model import Incident, Library
from grenzen.problems import Problem, did_you_mean


def check(library: Library, today: date) -> Iterator[Problem]:
    """Everything that would leave somebody standing on the route."""
    route = library.incident
    if route is None:
        return
    yield from _words(route)
    broken = [*_names(route), *_leads(route)]
    yield from broken
    if not broken:
        yield from _circles(route)
        yield from _out_of_reach(route)
        yield from _too_far(route)


def _names(route: Incident) -> Iterator[Problem]:
    for name in sorted(route.facts.nodes.keys() & route.facts.leaves.keys()):
        place = route.place("facts", "leaves", name, key=True)
        yield Problem(place, "incident", f"'{name}' is a question and an end", "Rename one")


def _leads(route: Incident) -> Iterator[Problem]:
    known = route.facts.nodes.keys() | route.facts.leaves.keys()
    if route.facts.start not in route.facts.nodes:
        remedy = did_you_mean(route.facts.start, route.facts.nodes)
        yield Problem(route.place("facts", "start"), "incident", f"there is no question '{route.facts.start}'", remedy)
    for name, node in route.facts.nodes.items():
        if not node.answers:
            place = route.place("facts", "nodes", name)
            yield Problem(place, "incident", f"the question '{name}' has no answers", "Add at least one")
        for answer, target in node.answers.items():
            if target not in known:
                place = route.place("facts", "nodes", name, "answers", answer)
                what = f"this answer leads to '{target}', which is no question and no end"
                yield Problem(place, "incident", what, did_you_mean(target, known))


def _circles(route: Incident) -> Iterator[Problem]:
    """Depth first with a stack of our own: an author's route may be deeper than Python's."""
    finished: set[str] = set()
    for start in route.facts.nodes:
        open_now: dict[str, Iterator[tuple[str, str]]] = {}
        if start not in finished:
            open_now[start] = iter(route.facts.nodes[start].answers.items())
        while open_now:
            name = next(reversed(open_now))
            answer, target = next(open_now[name], ("", ""))
            if not answer:
                finished.add(name)
                del open_now[name]
            elif target in open_now:
                place = route.place("facts", "nodes", name, "answers", answer)
                yield Problem(place, "incident", f"this answer leads back to '{target}'", "Lead it to an end")
            elif target in route.facts.nodes and target not in finished:
                open_now[target] = iter(route.facts.nodes[target].answers.items())


def _out_of_reach(route: Incident) -> Iterator[Problem]:
    reached, waiting = set[str](), [route.facts.start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += route.facts.nodes[name].answers.values() if name in route.facts.nodes else []
    for kind, names in (("nodes", route.facts.nodes), ("leaves", route.facts.leaves)):
        for name in names:
            if name not in reached:
                place = route.place("facts", kind, name, key=True)
                yield Problem(place, "incident", f"no answer leads to '{name}'", "Lead one here or remove it")


def _too_far(route: Incident) -> Iterator[Problem]:
    for answer, target in route.facts.nodes[route.facts.start].answers.items():
        node = route.facts.nodes.get(target)
        if node and not any(second in route.facts.leaves for second in node.answers.values()):
            place = route.place("facts", "nodes", route.facts.start, "answers", answer)
            what = "after this answer no second answer leads to an end: help is more than two clicks away"
            yield Problem(place, "incident", what, "Ask 'are you safe now?' next")


def _words(route: Incident) -> Iterator[Problem]:
    facts = route.facts
    for language, words in route.words.items():
        yield from same_ids("incident", route, language, ("nodes",), facts.nodes, words.nodes)
        yield from same_ids("incident", route, language, ("leaves",), facts.leaves, words.leaves)
        for name in facts.nodes.keys() & words.nodes.keys():
            path, answers = ("nodes", name, "answers"), words.nodes[name].answers
            yield from same_ids("incident", route, language, path, facts.nodes[name].answers, answers)
        for name in facts.leaves.keys() & words.leaves.keys():
            path, steps = ("leaves", name, "steps"), words.leaves[name].steps
            yield from same_ids("incident", route, language, path, facts.leaves[name].steps, steps)
