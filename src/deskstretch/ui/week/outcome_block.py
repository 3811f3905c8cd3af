"""One outcome as a block of colour, alike in the bars and their legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskstretch.core.outcome import Outcome
from deskstretch.ui.theme import Theme


def paint_block(
    painter: QPainter, theme: Theme, outcome: Outcome, place: QRectF, radius: float
) -> None:
    """Fill `place`; what was held back was never asked, so its block is hollow."""
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
