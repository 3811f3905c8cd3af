"""Sizes that follow the font, so that nothing clips at 200 % text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget


def em(widget: QWidget) -> float:
    """The line height of the widget's font, in pixels: the unit of all its sizes."""
    return QFontMetricsF(widget.font()).height()


def scaled_font(
    font: QFont, factor: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    """`font` made `factor` times as large, in that weight."""
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    else:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    scaled.setWeight(weight)
    return scaled
