"""Contrast by the figures, on every surface in both schemes; axe sees only the pairs that a page happens to have."""

from __future__ import annotations

import pytest
from grenzen.colours import PRIMARY, THEMES, contrast
from grenzen.outputs.pages.stylesheet import SURFACES

BACKGROUNDS = ("page", "card", "sunken")
READ = {"primary": PRIMARY, **THEMES, "ink": SURFACES["ink"], "quiet": SURFACES["quiet"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", READ)
def test_what_is_read_stands_out_on_every_surface_and_on_its_own_tint(name: str, scheme: str) -> None:
    colour = getattr(READ[name], scheme)
    surfaces = [getattr(SURFACES[surface], scheme) for surface in BACKGROUNDS]
    tint = mixed(colour, getattr(SURFACES["card"], scheme), 0.09)
    assert min(contrast(colour, surface) for surface in [*surfaces, tint]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_icons_on_an_accent_stand_out(scheme: str) -> None:
    on_accent = getattr(SURFACES["on-accent"], scheme)
    assert min(contrast(on_accent, getattr(one, scheme)) for one in [PRIMARY, *THEMES.values()]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_control_is_seen(scheme: str) -> None:
    edge = getattr(SURFACES["edge"], scheme)
    assert min(contrast(edge, getattr(SURFACES[surface], scheme)) for surface in BACKGROUNDS) >= 3


def mixed(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` in ``ground``, as CSS ``color-mix`` in sRGB mixes them."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)
