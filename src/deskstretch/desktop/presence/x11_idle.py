"""Idle time on X11, told by the server itself: nothing is asked again and again."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import IdleSource
from deskstretch.desktop.presence.x11_sync import (
    NEGATIVE_TRANSITION,
    POSITIVE_TRANSITION,
    IdleCounter,
)

_SETTLING_MS = 10
"""An X server that gave an alarm at the very millisecond of its value waits for that value still,
and sleeps through every higher one, until something wakes it later: so it is asked once more."""


class X11Idle(IdleSource):
    """Alarms of the X Synchronization extension on its IDLETIME counter.

    While the person works nothing wakes up; only a silence as long as a threshold, and the first
    input after it, are told.
    """

    def __init__(self, display: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = IdleCounter(display)
        self._idle = _Threshold(self._counter, self.input_stopped.emit, self.input_resumed.emit)
        self._lull = _Threshold(self._counter, self._tell_lull, lambda: None)
        self._reading: float | None = None
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._look)
        self._ask_again = QTimer(self)
        self._ask_again.setSingleShot(True)
        self._ask_again.setInterval(_SETTLING_MS)
        self._ask_again.timeout.connect(self.idle_seconds)
        self._notifier = QSocketNotifier(self._counter.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)

    def watch_idle(self, seconds: float) -> None:
        # Asked before alarms are set: the server compares with what it last counted. What it
        # answers tells of a silence that is past the threshold already, where no alarm will.
        self.idle_seconds()
        self._idle.move_to(seconds)

    def watch_lull(self, seconds: float | None) -> None:
        self.idle_seconds()
        self._lull.move_to(seconds)

    def idle_seconds(self) -> float | None:
        milliseconds = self._counter.milliseconds()
        self._reading = None if milliseconds is None else milliseconds / 1000
        self._look_soon.start(0)
        return self._reading

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._look_soon.stop()
        self._ask_again.stop()
        self._counter.close()

    def _look(self) -> None:
        """Tell what has happened.

        Also called after each request: libxcb may then have read an alarm already, for which the
        notifier will not call, and the server forgets one that was just due.
        """
        reading, self._reading = self._reading, None
        if reading is not None:
            self._idle.heed_reading(reading)
            self._lull.heed_reading(reading)
        for alarm, milliseconds in self._counter.alarms():
            self._idle.heed_alarm(alarm, milliseconds / 1000)
            self._lull.heed_alarm(alarm, milliseconds / 1000)
            self._ask_again.start()
        if self._counter.broken() and self._notifier.isEnabled():
            # The socket of a server that is gone is readable for ever.
            self.close()
            self.lost.emit(N_("X11: the server is gone"))

    def _tell_lull(self, _idle_seconds: float) -> None:
        self.lull_reached.emit()


class _Threshold:
    """Tells when the idle counter comes up to a value and when it falls from there, each once."""

    def __init__(
        self,
        counter: IdleCounter,
        reached: Callable[[float], None],
        left: Callable[[], None],
    ) -> None:
        self._counter = counter
        self._reached = reached
        self._left = left
        self._seconds = math.inf
        self._is_reached = False
        self._alarms: dict[int, bool] = {}
        """Whether it is reached when an alarm has gone off."""

    def move_to(self, seconds: float | None) -> None:
        """Goes by this value from now on; for None by none, forgetting that it was reached."""
        self._seconds = math.inf if seconds is None else seconds
        self._is_reached = self._is_reached and seconds is not None
        stale, self._alarms = self._alarms, {}
        if self._counter.broken():
            return
        for alarm in stale:
            self._counter.remove_alarm(alarm)
        if seconds is not None:
            for test, reached in ((POSITIVE_TRANSITION, True), (NEGATIVE_TRANSITION, False)):
                self._alarms[self._counter.add_alarm(test, round(seconds * 1000))] = reached

    def heed_reading(self, idle_seconds: float) -> None:
        self._become(idle_seconds >= self._seconds, idle_seconds)

    def heed_alarm(self, alarm: int, idle_seconds: float) -> None:
        # One that has been removed may still be on its way.
        if alarm in self._alarms:
            self._become(self._alarms[alarm], idle_seconds)

    def _become(self, is_reached: bool, idle_seconds: float) -> None:
        if is_reached == self._is_reached:
            return
        self._is_reached = is_reached
        if is_reached:
            self._reached(idle_seconds)
        else:
            self._left()
