"""A skin over a chain covers what the hulls over each group and the next one cover together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from deskstretch.ui.figure.outline import Disc, Group, add_skin

ROOM = QRect(0, 0, 240, 240)
AN_EDGE = 1
"""Pixels by which the edges may differ: their curves begin at other places."""

places = st.integers(60, 180)
discs = st.tuples(places, places, st.integers(8, 50))


def pair_of(one: Disc, across: int, down: int) -> Group:
    """A slice of a trunk: two discs alike."""
    x, y, radius = one
    return (x - across, y - down, radius), (x + across, y + down, radius)


pairs = st.builds(pair_of, discs, st.integers(-25, 25), st.integers(-25, 25))


def filled(chains: Sequence[Sequence[Group]]) -> QImage:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for chain in chains:
        add_skin(path, chain)
    image = QImage(ROOM.size(), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawPath(path)
    painter.end()
    return image


def assert_covers_what_its_hulls_cover(chain: Sequence[Group]) -> None:
    skin = bytes(filled([chain]).constBits())
    hulls = bytes(filled([((*a, *b),) for a, b in pairwise(chain)]).constBits())
    differs = [a != b for a, b in zip(skin, hulls, strict=True)]
    row = ROOM.width()
    for at in [at for at in range(row, len(differs) - row) if differs[at]]:
        round_about = (at - row, at - 1, at + 1, at + row)
        assert not all(differs[beside] for beside in round_about), divmod(at, row)


@given(st.lists(discs, min_size=2, max_size=5))
def test_a_limb(limb: list[Disc]) -> None:
    assert_covers_what_its_hulls_cover([(disc,) for disc in limb])


@given(st.lists(pairs, min_size=2, max_size=5))
def test_a_trunk(trunk: list[Group]) -> None:
    assert_covers_what_its_hulls_cover(trunk)


@pytest.mark.parametrize("count", [2, 3])
def test_a_chain_in_one_place(count: int) -> None:
    assert_covers_what_its_hulls_cover([((120, 120, 30),)] * count)
    assert_covers_what_its_hulls_cover([((120, 120, 30), (150, 120, 30))] * count)
