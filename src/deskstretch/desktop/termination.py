"""Signals that ask the program to end, brought into Qt's event loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Termination(QObject):
    """Tells when SIGTERM, SIGINT or SIGHUP asks to end.

    Python runs a signal's handler between any two of its own instructions: while a window is being
    painted, which must not be closed then, or never, as long as the event loop is idle. So the
    handler does nothing, and the loop hears of it by a byte on a socket.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._numbers = set()
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if (number := getattr(signal, name, None)) is not None:
                signal.signal(number, _leave_it_to_the_loop)
                self._numbers.add(number)

    def _hear(self) -> None:
        try:
            numbers = self._woken.recv(64)
        except BlockingIOError:
            return
        if not self._numbers.isdisjoint(numbers):
            self.asked.emit()


def _leave_it_to_the_loop(_number: int, _frame: FrameType | None) -> None:
    pass
