"""One timer that is set for a monotonic time, and set again as often as the plan changes."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.desktop.clock import monotonic_seconds

_LONGEST_TIMER_MS = 2**31 - 1


class MonotonicAlarm(QObject):
    """Says `rang` once the monotonic clock has reached the time it was set for.

    Qt's timers stop during suspend while our monotonic clock goes on: call `replan` after resume.
    It never rings early. The timer is Qt's coarse one, so that the system may join its wake-ups:
    to the second on Unix, within 5 % elsewhere.
    """

    rang = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        read_seconds: Callable[[], float] = monotonic_seconds,
    ) -> None:
        super().__init__(parent)
        self._read_seconds = read_seconds
        self._wake_at: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.replan)

    def set_for(self, wake_at: float | None) -> None:
        """Rings at `wake_at` (monotonic seconds; soon if past), or not at all for None."""
        self._wake_at = wake_at
        if wake_at is None:
            self._timer.stop()
        else:
            self._start_timer(wake_at - self._read_seconds())

    def replan(self) -> None:
        """Compares with the clock: rings if it is time, else waits for what is left."""
        if self._wake_at is None:
            return
        left_seconds = self._wake_at - self._read_seconds()
        if left_seconds > 0:
            self._start_timer(left_seconds)
            return
        self.set_for(None)
        self.rang.emit()

    def _start_timer(self, seconds: float) -> None:
        self._timer.start(min(max(0, math.ceil(seconds * 1000)), _LONGEST_TIMER_MS))
