"""The bar of stretches paints only where it grows, and yet looks as if it were painted whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.segments_bar import SegmentsBar
from tests.ui.guide.bit_by_bit import BitByBit

WAY = ((0, 0.01), (0, 0.1), (0, 0.11), (0, 0.7), (0, 1.0), (1, 0.0), (1, 0.2), (2, 0.9), (2, 0.3))


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
@pytest.mark.parametrize("width", [61, 402])
def test_a_bar_that_grows_leaves_nothing_behind(
    width: int, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    bar = SegmentsBar(LIGHT, 3)
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    bar.resize(width, 8)
    bar.show()
    qtbot.waitExposed(bar)
    QApplication.processEvents()
    seen = BitByBit(bar)
    for index, share in WAY:
        seen.painted_by(
            lambda index=index, share=share: bar.show_progress(index, share)  # type: ignore[misc]
        )
        assert seen.farthest_off() == 0, (index, share)
    bounds = seen.painted_by(lambda: bar.show_progress(2, 0.31)).boundingRect()
    assert bounds.width() < width / 4
    seen.painted_by(lambda: bar.show_progress(3, 0.0))
    assert seen.farthest_off() == 0
