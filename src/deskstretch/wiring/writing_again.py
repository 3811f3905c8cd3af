"""Tries again to write the history when it could not be written, though nothing new happens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.store.history import History

# A lock, as of an import, lasts some seconds; a full disk lasts, and nobody looks that often.
FIRST_MS = 3_000
_LONGEST_MS = 10 * 60_000


class WritingAgain(QObject):
    """Waits longer after each try that did not help. Without trouble it does nothing at all."""

    tried = Signal()
    written = Signal()
    """The trouble is over."""

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._delay_ms = FIRST_MS
        self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._try)

    def look(self) -> None:
        """Something was kept, or should have been."""
        was_in_trouble, self._in_trouble = self._in_trouble, self._history.trouble is not None
        if was_in_trouble and not self._in_trouble:
            self.written.emit()
        if self._in_trouble and not self._timer.isActive():
            self._timer.start(self._delay_ms)

    def stop(self) -> None:
        """Try no more."""
        self._timer.stop()

    def _try(self) -> None:
        self._history.try_again()
        self._delay_ms = min(2 * self._delay_ms, _LONGEST_MS) if self._history.trouble else FIRST_MS
        self.tried.emit()
        self.look()
