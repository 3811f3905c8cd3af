"""A window in a process of its own, as the app sees it."""

from __future__ import annotations

import logging
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, Signal

from deskstretch.desktop.activation import let_come_to_front
from deskstretch.wiring.window_lines import Order, Show, event_in, line_of

_LAST_WAIT_MS = 2000

_log = logging.getLogger(__name__)


class WindowProcess(QObject):
    """Ends when the person closes the window, or the app does.

    Whatever becomes of this process, the other one hears the end of its standard input.
    """

    told = Signal(object)
    """An `Event`."""
    ended = Signal()
    broke_off = Signal()
    """It ended, but not because anybody wanted that. Comes before `ended`."""

    def __init__(self, command: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
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

    def show(self, activation_token: str) -> None:
        """Bring it to the front, with the keyboard."""
        let_come_to_front(self._process.processId())
        self.tell(Show(activation_token))

    def tell(self, order: Order) -> None:
        """Have it do something; what is told before it can listen is not lost."""
        self._process.write(line_of(order))

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
                self.told.emit(event_in(line))

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
