"""One outcome as a block of colour, alike in the bars and their legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskstretch.core.outcome import Outcome
from deskstretch.ui.theme import Theme, mark_on

_MARKS = {
    Outcome.PARTLY: ((-1, 0, 1, 0),),
    Outcome.AWAY: ((0, 0, 0.01, 0),),
    Outcome.SKIPPED: ((-1, 1, 1, -1),),
    Outcome.MISSED: ((-1, 1, 1, -1), (-1, -1, 1, 1)),
}
"""Lines from and to, in a square from -1 to 1: a dash, a dot, a stroke, a cross."""
_MARK_SHARE = 0.5
_LARGEST_MARK = 9.0


def paint_block(
    painter: QPainter, theme: Theme, outcome: Outcome, place: QRectF, radius: float
) -> None:
    """Fill `place`; all outcomes but `taken` bear a mark, so that colour tells nothing alone."""
    radius = min(radius, place.height() / 2, place.width() / 2)
    if outcome is Outcome.HELD_BACK:
        painter.setPen(QPen(theme.muted, 1.2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = place.adjusted(0.6, 0.6, -0.6, -0.6)
    else:
        fill: QColor = getattr(theme, outcome.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
    painter.drawRoundedRect(place, radius, radius)
    if outcome in _MARKS:
        _paint_mark(painter, theme, outcome, place)


def _paint_mark(painter: QPainter, theme: Theme, outcome: Outcome, place: QRectF) -> None:
    size = min(_LARGEST_MARK, _MARK_SHARE * min(place.width(), place.height()))
    pen = QPen(mark_on(theme, getattr(theme, outcome.value)), max(1.0, size / 4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = place.center()
    for x1, y1, x2, y2 in _MARKS[outcome]:
        start, end = QPointF(x1, y1) * size / 2, QPointF(x2, y2) * size / 2
        painter.drawLine(middle + start, middle + end)
