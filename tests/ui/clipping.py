"""Measures whether everything that a window shows has the room it needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from deskstretch.ui.widgets.sizes import scaled_font
from deskstretch.ui.widgets.text_label import TextLabel


def clipped(window: QWidget) -> list[str]:
    """What is shown with less room than its text needs, or sticks out of what holds it."""
    shown: list[TextLabel | QAbstractButton] = [
        *window.findChildren(TextLabel),
        *window.findChildren(QAbstractButton),
    ]
    return [
        f"{wrong}: {widget.text() or widget.accessibleName()}"
        for widget in shown
        if widget.isVisible()
        for wrong in _wrong(widget, window)
    ]


def _wrong(widget: QWidget, window: QWidget) -> Iterator[str]:
    least = widget.minimumSizeHint()
    if widget.hasHeightForWidth():
        least.setHeight(widget.heightForWidth(widget.width()))
    if widget.width() < least.width():
        yield "too narrow"
    if widget.height() < least.height():
        yield "too low"
    holder = widget.parentWidget()
    if holder is not None and not holder.rect().contains(widget.geometry()):
        yield "sticks out"
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if place.left() < 0 or place.right() >= window.width():
        yield "outside"


@contextmanager
def text_size(factor: float) -> Iterator[None]:
    """The desktop's text `factor` times as large."""
    before = QApplication.font()
    QApplication.setFont(scaled_font(before, factor, before.weight()))
    try:
        yield
    finally:
        QApplication.setFont(before)


def settle() -> None:
    """Let a new size of something small reach all that holds it."""
    for _ in range(20):
        QApplication.processEvents()
