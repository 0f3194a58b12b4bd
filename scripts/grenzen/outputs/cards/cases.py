"""One PDF per case: its facilitator's sheet is measured first, and told when it does not fit its page."""

from __future__ import annotations

import json
from dataclasses import replace

from grenzen.content.model import Library
from grenzen.outputs.cards.card import locale
from grenzen.outputs.cards.jobs import Cards, Order, case_order
from grenzen.outputs.typesetting.house import Options
from grenzen.outputs.typesetting.press import Job, Press
from grenzen.problems import Problem

SIZES = (12.0, 11.5, 11.0)
"""Type sizes in pt of the facilitator's sheet; A4 is never set smaller than 11 pt."""
CASES_PER_PROBE = 8


def case_orders(
    library: Library, cards: Cards, language: str, press: Press, options: Options, problems: list[Problem]
) -> list[Order]:
    """An order for every case, in the type size that fits; a sheet that is too long is added to ``problems``."""
    orders = [case_order(each, cards, library, language, options) for each in library.scenarios.values()]
    batches = [orders[at : at + CASES_PER_PROBE] for at in range(0, len(orders), CASES_PER_PROBE)]
    jobs = [_probe(batch, language, number) for number, batch in enumerate(batches)]
    fits = {fit["id"]: fit for answer in press.run(jobs).values() for fit in json.loads(answer)}
    for each in library.scenarios.values():
        over = -fits[each.id]["room"]
        if over > 0:
            what = f"{each.id} ({language}, a4, facilitator sheet): the text is {max(1, round(over))} mm too long"
            place = each.place(language, "facilitator", key=True)
            problems.append(
                Problem(
                    place, "cards", f"{what} at the smallest size ({SIZES[-1]:g} pt)", "Shorten watch, risks or injects"
                )
            )
    return [_sized(order, fits[order.job.data["card"]["id"]]["size"]) for order in orders]


def _probe(batch: list[Order], language: str, number: int) -> Job:
    data = {"locale": locale(language), "ladder": SIZES, "cases": [order.job.data for order in batch]}
    return Job(f"facilitator {language} {number}", "cards/case-probe.typ", data, "answer")


def _sized(order: Order, size: float) -> Order:
    return replace(order, job=replace(order.job, data={**order.job.data, "size": size}))
