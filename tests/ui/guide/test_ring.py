"""The ring paints only where its arc ends, and yet looks as if it were painted whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.ring import Ring, RingTone

SIDES = (90, 240)
A_HINT = 32
"""Of 256 levels, on the edges: a curve of another length is flattened at other places."""


class Painted(QObject):
    """Adds up where a widget is painted."""

    region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def picture(widget: QWidget, where: QRegion, before: QImage | None = None) -> QImage:
    """The widget painted there, over what it looked like before."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(LIGHT.card)
    if before is not None:
        fresh = picture(widget, where)
        image = before.copy()
        for rect in where:  # type: ignore[attr-defined]  # stubs know no iteration
            for y in range(rect.top(), rect.bottom() + 1):
                for x in range(rect.left(), rect.right() + 1):
                    image.setPixel(x, y, fresh.pixel(x, y))
        return image
    widget.render(image, where.boundingRect().topLeft(), where, QWidget.RenderFlag.DrawChildren)
    return image


@pytest.mark.parametrize("side", SIDES)
def test_an_arc_that_gets_shorter_leaves_nothing_behind(side: int, qtbot: QtBot) -> None:
    ring = Ring(LIGHT)
    qtbot.addWidget(ring)
    ring.resize(side, side)
    ring.set_word("hold")
    ring.show_time(12, 15, 1.0, RingTone.NOW)
    ring.show()
    qtbot.waitExposed(ring)
    QApplication.processEvents()
    everywhere = QRegion(ring.rect())
    bit_by_bit = picture(ring, everywhere)
    painted = Painted()
    ring.installEventFilter(painted)
    areas = []
    for share in (0.995, 0.99, 0.97, 0.93, 0.75, 0.745, 0.5, 0.49, 0.26, 0.255, 0.01, 0.002, 0.0):
        painted.region = QRegion()
        ring.show_time(12, 15, share, RingTone.NOW)
        QApplication.processEvents()
        bit_by_bit = picture(ring, painted.region, bit_by_bit)
        areas.append(painted.region.boundingRect().width() * painted.region.boundingRect().height())
        assert _farthest_apart(bit_by_bit, picture(ring, everywhere)) <= A_HINT, share
    assert min(areas) < side * side / 10
    painted.region = QRegion()
    ring.show_time(12, 15, 0.0, RingTone.NOW)
    QApplication.processEvents()
    assert painted.region.isEmpty()


def _farthest_apart(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max((abs(a - b) for a, b in pairs if a != b), default=0)
