"""Idle time on X11, told by the server itself: nothing is asked again and again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.desktop.presence.source import IdleSource
from deskstretch.desktop.presence.x11_sync import (
    NEGATIVE_TRANSITION,
    POSITIVE_TRANSITION,
    IdleCounter,
)


class X11Idle(IdleSource):
    """Alarms of the X Synchronization extension on its IDLETIME counter.

    While the person works nothing wakes up; only a silence as long as a threshold, and the first
    input after it, are told.
    """

    def __init__(self, display: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = IdleCounter(display)
        self._stopped = False
        self._stop_alarm = self._resume_alarm = self._lull_alarm = 0
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._look)
        self._lull_soon = QTimer(self)
        self._lull_soon.setSingleShot(True)
        self._lull_soon.timeout.connect(self.lull_reached)
        self._notifier = QSocketNotifier(self._counter.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)

    def watch_idle(self, seconds: float) -> None:
        # Asked before the alarms are set: the server compares with what it last counted.
        idle = self.idle_seconds()
        self._stop_alarm = self._replaced(self._stop_alarm, POSITIVE_TRANSITION, seconds)
        self._resume_alarm = self._replaced(self._resume_alarm, NEGATIVE_TRANSITION, seconds)
        if idle is not None and idle >= seconds:
            self._stop(idle)
        else:
            self._resume()

    def watch_lull(self, seconds: float | None) -> None:
        self._lull_soon.stop()
        if seconds is None:
            self._remove(self._lull_alarm)
            self._lull_alarm = 0
            return
        idle = self.idle_seconds()
        self._lull_alarm = self._replaced(self._lull_alarm, POSITIVE_TRANSITION, seconds)
        if idle is not None and idle >= seconds:
            # The counter is past the value, so that the alarm will not go off for this silence.
            self._lull_soon.start(0)

    def idle_seconds(self) -> float | None:
        milliseconds = self._counter.milliseconds()
        self._look_soon.start(0)
        return None if milliseconds is None else milliseconds / 1000

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._look_soon.stop()
        self._lull_soon.stop()
        self._counter.close()

    def _look(self) -> None:
        """Tell what has gone off.

        Also called after each request: libxcb may then have read an alarm already, for which the
        notifier will not call.
        """
        for alarm, milliseconds in self._counter.alarms():
            # An alarm that has been replaced may still be on its way.
            if alarm == self._stop_alarm:
                self._stop(milliseconds / 1000)
            elif alarm == self._resume_alarm:
                self._resume()
            elif alarm == self._lull_alarm:
                self.lull_reached.emit()
        if self._counter.broken() and self._notifier.isEnabled():
            # The socket of a server that is gone is readable for ever.
            self.close()
            self.lost.emit("X11: the server is gone")

    def _stop(self, idle_seconds: float) -> None:
        if not self._stopped:
            self._stopped = True
            self.input_stopped.emit(idle_seconds)

    def _resume(self) -> None:
        if self._stopped:
            self._stopped = False
            self.input_resumed.emit()

    def _replaced(self, alarm: int, test: int, seconds: float) -> int:
        self._remove(alarm)
        return 0 if self._counter.broken() else self._counter.add_alarm(test, round(seconds * 1000))

    def _remove(self, alarm: int) -> None:
        if alarm and not self._counter.broken():
            self._counter.remove_alarm(alarm)
