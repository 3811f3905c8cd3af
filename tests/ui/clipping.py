"""Measures whether everything that a window shows has the room it needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from deskstretch.ui.widgets.sizes import scaled_font
from tests.ui.painted_texts import PaintedText, painted_texts

SMALL_SCREEN = QSize(1280, 800)
_ROUNDING = 1.5
"""Pixels by which a text may stick out because sizes are rounded; hardly the edge of a letter."""
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def clipped_texts(window: QWidget) -> list[str]:
    """What is shown cut, shortened, with less room than it needs, or over another text.

    Looks at all texts that are painted, and at the room of labels and buttons. Whatever can be
    scrolled to may be out of view, but never beside its page.
    """
    widgets = [window, *window.findChildren(QWidget)]
    visible = [each for each in widgets if each.isVisible() and not each.size().isEmpty()]
    wrong: list[str] = []
    for widget in visible:
        if isinstance(widget, QLabel | QAbstractButton) and widget is not window:
            wrong += _without_room(widget, window)
        if isinstance(widget, QScrollArea):
            wrong += _wider_than_its_view(widget)
        texts = painted_texts(widget)
        wrong += (f"cut: {text.words}" for text in texts if _is_cut(text, widget))
        wrong += (f"shortened: {text.words}" for text in texts if _is_shortened(text, widget))
        if not isinstance(widget, QLineEdit):  # It paints what is selected twice.
            wrong += _one_over_another(texts)
    return wrong


def too_large(window: QWidget, screen: QSize = SMALL_SCREEN) -> list[str]:
    """Whether the window cannot be made small enough for a screen of that size."""
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    fits = least.width() <= screen.width() and least.height() <= screen.height()
    return [] if fits else [f"{least.width()} x {least.height()} at least"]


def _without_room(widget: QWidget, window: QWidget) -> Iterator[str]:
    words = _words_of(widget)
    least = widget.minimumSizeHint()
    if widget.hasHeightForWidth():
        least.setHeight(widget.heightForWidth(widget.width()))
    if widget.width() < least.width():
        yield f"too narrow: {words}"
    if widget.height() < least.height():
        yield f"too low: {words}"
    holder = widget.parentWidget()
    if holder is not None and not holder.rect().contains(widget.geometry()):
        yield f"sticks out: {words}"
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if place.left() < 0 or place.right() >= window.width():
        yield f"outside: {words}"


def _wider_than_its_view(scroll: QScrollArea) -> Iterator[str]:
    page, view = scroll.widget(), scroll.viewport().width()
    if page is not None and page.width() > view:
        yield f"wider than its view: {page.width()} of {view}"


def _is_cut(text: PaintedText, widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit) and widget.text():
        return False  # It scrolls.
    room = text.seen_in.adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
    beside = text.place.left() < room.left() or text.place.right() > room.right()
    if isinstance(widget.parentWidget(), QAbstractScrollArea):
        return beside  # Rows come into view by scrolling.
    return beside or text.place.top() < room.top() or text.place.bottom() > room.bottom()


def _is_shortened(text: PaintedText, widget: QWidget) -> bool:
    return text.words.endswith(_ELLIPSIS) and not _words_of(widget).endswith(_ELLIPSIS)


def _one_over_another(texts: list[PaintedText]) -> Iterator[str]:
    for number, text in enumerate(texts):
        for other in texts[:number]:
            shared = text.place.intersected(other.place)
            if shared.width() > 2 * _ROUNDING and shared.height() > 2 * _ROUNDING:
                yield f"over another: {text.words} over {other.words}"


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text() or widget.accessibleName()
    return widget.accessibleName()


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
