"""The ring paints only where its arc ends, and yet looks as if it were painted whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.ring import Ring, RingTone
from tests.ui.guide.bit_by_bit import BitByBit

SIDES = (90, 240)
SHARES = (0.995, 0.99, 0.97, 0.93, 0.75, 0.745, 0.5, 0.49, 0.26, 0.255, 0.01, 0.002, 0.0)
A_HINT = 32
"""Of 256 levels, on the edges: a curve of another length is flattened at other places."""


def shown(side: int, qtbot: QtBot) -> Ring:
    ring = Ring(LIGHT)
    qtbot.addWidget(ring)
    ring.resize(side, side)
    ring.set_word("hold")
    ring.show_time(12, 15, 1.0, RingTone.NOW)
    ring.show()
    qtbot.waitExposed(ring)
    QApplication.processEvents()
    return ring


@pytest.mark.parametrize("side", SIDES)
def test_an_arc_that_gets_shorter_leaves_nothing_behind(side: int, qtbot: QtBot) -> None:
    ring = shown(side, qtbot)
    seen = BitByBit(ring)
    areas = []
    for share in SHARES:
        bounds = seen.painted_by(
            lambda share=share: ring.show_time(12, 15, share, RingTone.NOW)  # type: ignore[misc]
        ).boundingRect()
        areas.append(bounds.width() * bounds.height())
        assert seen.farthest_off() <= A_HINT, share
    assert min(areas) < side * side / 10
    assert seen.painted_by(lambda: ring.show_time(12, 15, 0.0, RingTone.NOW)).isEmpty()


@pytest.mark.parametrize("side", SIDES)
def test_another_number_or_word_leaves_nothing_of_the_one_before(side: int, qtbot: QtBot) -> None:
    ring = shown(side, qtbot)
    seen = BitByBit(ring)
    for number, word in (
        (9, "hold"),
        (120, "hold"),
        (120, "breathe out as slowly as you can"),
        (None, "done"),
    ):
        seen.painted_by(lambda word=word: ring.set_word(word))  # type: ignore[misc]
        for share in (0.375, 0.365, 0.355, 0.33, 0.32, 0.31):
            seen.painted_by(
                lambda number=number, share=share: ring.show_time(  # type: ignore[misc]
                    number, 120, share, RingTone.NOW
                )
            )
            assert seen.farthest_off() <= A_HINT, (number, word)
