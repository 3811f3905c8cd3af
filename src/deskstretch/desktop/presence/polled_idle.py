"""Idle time of a system that answers when asked, and tells nothing by itself."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from deskstretch.desktop.presence.source import IdleSource

_RETURN_SECONDS = 5.0
"""How often it is asked whether the person is back."""
_NOISE_SECONDS = 0.5
"""By how much the beginning of one silence may seem to move from one answer to the next."""
_LEAST_MS = 20


class PolledIdle(IdleSource):
    """Asks no sooner than a silence can have reached a threshold.

    With a threshold of 60 s the person at work is asked about once in 60 s; while a lull of 5 s is
    looked for, or the person is away, once in 5 s. No silence of the wanted length is missed: if
    the last input was 20 s ago, the next question comes after 40 s, and finds 60 s or a newer one.
    """

    def __init__(
        self,
        read: Callable[[], float],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`read` gives the seconds since the last input; OSError says that it no longer can."""
        super().__init__(parent)
        self.seconds_to_next_look = math.inf
        """From the last look on, nothing can come due before; infinite while nothing is watched."""
        self._read = read
        self._clock = clock
        self._idle_threshold = math.inf
        self._lull_threshold = math.inf
        self._silent_since = -math.inf
        self._is_away = False
        self._lull_is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def watch_idle(self, seconds: float) -> None:
        self._idle_threshold = seconds
        self._look_soon()

    def watch_lull(self, seconds: float | None) -> None:
        self._lull_threshold = math.inf if seconds is None else seconds
        self._lull_is_told = False
        self._look_soon()

    def idle_seconds(self) -> float | None:
        try:
            return self._read()
        except OSError:
            return None

    def close(self) -> None:
        self._idle_threshold = self._lull_threshold = math.inf
        self._is_away = False
        self._timer.stop()

    def look(self) -> None:
        """Ask, tell what has come due, and plan when to ask again."""
        try:
            idle = self._read()
        except OSError as error:
            self.close()
            self.lost.emit(str(error))
            return
        self._note_return(idle)
        if not self._is_away and idle >= self._idle_threshold:
            self._is_away = True
            self.input_stopped.emit(idle)
        if not self._lull_is_told and idle >= self._lull_threshold:
            self._lull_is_told = True
            self.lull_reached.emit()
        self._plan(idle)

    def _note_return(self, idle: float) -> None:
        silent_since = self._clock() - idle
        if silent_since <= self._silent_since + _NOISE_SECONDS:
            return
        self._silent_since = silent_since
        self._lull_is_told = False
        if self._is_away:
            self._is_away = False
            self.input_resumed.emit()

    def _plan(self, idle: float) -> None:
        lull = 0.0 if self._lull_is_told else idle
        until_lull = self._lull_threshold - lull
        until_idle = _RETURN_SECONDS if self._is_away else self._idle_threshold - idle
        self.seconds_to_next_look = min(until_lull, until_idle)
        if self.seconds_to_next_look < math.inf:
            self._timer.start(max(math.ceil(self.seconds_to_next_look * 1000), _LEAST_MS))
        else:
            self._timer.stop()

    def _look_soon(self) -> None:
        self._timer.start(0)
