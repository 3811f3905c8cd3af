"""Where things stand in languages that are read from the right: mirrored, as layouts do it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QStyle, QWidget


def in_reading_order(widget: QWidget, place: QRect) -> QRect:
    """A place in `widget`, thought of from the left, where it really is."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), place)


def painted_in_reading_order(widget: QWidget, place: QRectF) -> QRectF:
    """The same for what is painted."""
    if not widget.isRightToLeft():
        return place
    return QRectF(widget.width() - place.right(), place.top(), place.width(), place.height())


def paint_in_reading_order(painter: QPainter, widget: QWidget) -> None:
    """Paint shapes, no texts, thought of from the left, from where lines begin."""
    if widget.isRightToLeft():
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)


def set_margins(layout: QLayout, parent: QWidget, *margins: int) -> None:
    """Round a layout, in pixels: where lines begin, above, where they end, below."""
    start, above, end, below = margins
    left, right = (end, start) if parent.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, above, right, below)


def in_time(widget: QWidget, key: Qt.Key) -> Qt.Key:
    """An arrow key as if days went from left to right: the other one where they go to the left."""
    match key:
        case Qt.Key.Key_Left if widget.isRightToLeft():
            return Qt.Key.Key_Right
        case Qt.Key.Key_Right if widget.isRightToLeft():
            return Qt.Key.Key_Left
        case _:
            return key
