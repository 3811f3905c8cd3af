"""The room that a window has on its screen, while screens come, go and change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_FITTED_BY_THE_DESKTOP = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized


class Room(QObject):
    """Tells of every change to the room of one window; lives as long as the window."""

    changed = Signal()
    """It is on another screen, or its screen has another size, scale or panel."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._screen: QScreen | None = None
        window.screenChanged.connect(self._move_to)
        self._follow(window.screen())

    def _move_to(self, screen: QScreen | None) -> None:
        self._follow(screen)
        if screen is not None:  # between the last screen and the next one there is none
            self.changed.emit()

    def _follow(self, screen: QScreen | None) -> None:
        before, self._screen = self._screen, screen
        if before is not None and isValid(before):
            before.availableGeometryChanged.disconnect(self._tell)
            before.logicalDotsPerInchChanged.disconnect(self._tell)
        if screen is not None:
            screen.availableGeometryChanged.connect(self._tell)
            screen.logicalDotsPerInchChanged.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()


class StaysInside(QObject):
    """Keeps a window in sight, and no larger than its screen, from its first appearance on.

    Where only the desktop may place windows, it is left to that. `fit_smallest` gives the window
    its smallest size, which may depend on the screen.
    """

    def __init__(self, window: QWidget, fit_smallest: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._fit_smallest = fit_smallest
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when there is a window."""
        handle = self._window.windowHandle()
        if event.type() == QEvent.Type.Show and handle is not None:
            self._window.removeEventFilter(self)
            Room(handle).changed.connect(self._stay)
        return False

    def _stay(self) -> None:
        self._fit_smallest()
        keep_inside(self._window)


def keep_inside(window: QWidget) -> None:
    """Make the window no larger than its screen's room, and bring all of it there."""
    if window.windowState() & _FITTED_BY_THE_DESKTOP:
        return
    room = window.screen().availableGeometry()
    frame = window.frameGeometry()
    border = frame.size() - window.size()
    window.resize(window.size().boundedTo(room.size() - border))
    frame.setSize(window.size() + border)
    place = place_inside(frame, room)
    if place != frame.topLeft():
        window.move(place)


def place_inside(frame: QRect, room: QRect) -> QPoint:
    """The nearest top left at which the frame is in the room; what is too large begins in it."""
    left = min(frame.left(), room.right() + 1 - frame.width())
    top = min(frame.top(), room.bottom() + 1 - frame.height())
    return QPoint(max(left, room.left()), max(top, room.top()))
