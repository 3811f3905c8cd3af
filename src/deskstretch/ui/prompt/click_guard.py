"""Keeps a click that was meant for something else from answering the prompt."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QWindow

QUIET_MS = 500
"""Milliseconds without a press after which a press is meant for us."""

_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
    }
)


class ClickGuard(QObject):
    """Swallows presses on a window that has only just appeared.

    Somebody clicking away where the window appears goes on clicking: each swallowed press starts
    the wait anew. What is swallowed does not reach the window underneath either.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._since_disturbed = QElapsedTimer()
        self._swallowed_press = False
        window.installEventFilter(self)

    def start(self) -> None:
        """The window has just appeared."""
        self._since_disturbed.start()

    @property
    def lets_through(self) -> bool:
        """Whether a press now would count."""
        waits = self._since_disturbed
        return not waits.isValid() or waits.elapsed() >= QUIET_MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take mouse events away while it is too early."""
        if event.type() not in _MOUSE:
            return False
        is_release = event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)
        if self.lets_through:
            swallow = is_release and self._swallowed_press
            self._swallowed_press = False
            return swallow
        if not is_release:
            self._swallowed_press = True
            self._since_disturbed.start()
        return True
