"""A window in a process of its own, as the app sees it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
from PySide6.QtCore import QDeadlineTimer, QObject, QProcess, Signal

from deskstretch.desktop.activation import let_come_to_front
from deskstretch.wiring.window_lines import line_of

_LAST_WAIT_MS = 2000

_log = logging.getLogger(__name__)


class WindowProcess(QObject):
    """Ends when the person closes the window, or the app does.

    Whatever becomes of this process, the other one hears the end of its standard input.
    """

    told = Signal(object)
    """One of the events."""
    ended = Signal()
    broke_off = Signal()
    """It ended, but not because anybody wanted that. Comes before `ended`."""

    def __init__(
        self, command: tuple[str, ...], events: Any, parent: QObject | None = None
    ) -> None:
        """`events` is the union of all that it may tell."""
        super().__init__(parent)
        self._command = command
        self._decoder = msgspec.json.Decoder(events)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._look_at_end)
        self._process.errorOccurred.connect(self._look_at_error)

    def begin(self) -> None:
        """Start it; where it cannot be started, that may be told before this returns."""
        program, *arguments = self._command
        self._process.start(program, arguments)

    @property
    def has_ended(self) -> bool:
        """Whether there is no window any more, nor will be."""
        return self._process.state() is QProcess.ProcessState.NotRunning

    def tell(self, order: msgspec.Struct, *, in_front: bool = False) -> None:
        """Have it do something, perhaps in front of others; it may be told before it can listen."""
        if in_front:
            let_come_to_front(self._process.processId())
        self._process.write(line_of(order))

    def wait_until(self, told: Callable[[], bool]) -> None:
        """Listen to nothing else for a while: until what was wanted is told, or it has ended."""
        patience = QDeadlineTimer(_LAST_WAIT_MS)
        while not (told() or self.has_ended or patience.hasExpired()):
            self._process.waitForReadyRead(patience.remainingTime())

    def finish(self) -> None:
        """There is nothing more for it to do: let it end, and be gone."""
        self.ended.connect(self.deleteLater)
        self._process.closeWriteChannel()

    def close(self) -> None:
        """Close the window as the person would, and wait until what was typed last is kept."""
        process = self._process
        for signal in (
            process.readyReadStandardOutput,
            process.finished,
            process.errorOccurred,
        ):
            signal.disconnect()
        process.closeWriteChannel()
        if not process.waitForFinished(_LAST_WAIT_MS):
            process.kill()
            process.waitForFinished(_LAST_WAIT_MS)

    def _hear(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            with suppress(ValueError):  # Libraries may print as they like.
                self.told.emit(self._decoder.decode(line))

    def _look_at_end(self, code: int, status: QProcess.ExitStatus) -> None:
        crashed = status is QProcess.ExitStatus.CrashExit
        if code or crashed:
            _log.error("A window broke off: %s %d.", "signal" if crashed else "exit code", code)
            self.broke_off.emit()
        self.ended.emit()

    def _look_at_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            _log.error("A window cannot be opened: %s.", self._process.errorString())
            self.broke_off.emit()
            self.ended.emit()
