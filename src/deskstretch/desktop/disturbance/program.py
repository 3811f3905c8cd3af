"""A small program of the system's, run beside the app to be asked or listened to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QStandardPaths, Signal

from deskstretch.core.language import _
from deskstretch.desktop.presence.source import NotOfferedError

_END_PATIENCE_MS = 50


class Program(QObject):
    """Tells what it prints; never waited for."""

    printed = Signal(object)
    """Some bytes of its standard output."""
    ended = Signal(str)
    """By itself, or it could not be started; the text says how, and is empty if all went well."""

    def __init__(self, parent: QObject, command: str, *arguments: str) -> None:
        """NotOfferedError: there is no such program."""
        super().__init__(parent)
        found = QStandardPaths.findExecutable(command)
        if not found:
            raise NotOfferedError(_("the program {program} is not there").format(program=command))
        self._command = command
        self._process = QProcess(self)
        self._process.setProgram(found)
        self._process.setArguments(list(arguments))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C.UTF-8")
        self._process.setProcessEnvironment(environment)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._pass_on)
        self._process.finished.connect(self._tell_end)
        self._process.errorOccurred.connect(self._tell_error)

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start it, unless it is running."""
        if not self.is_running:
            self._process.start(QProcess.OpenModeFlag.ReadOnly)

    def kill(self) -> None:
        """End it; nothing more is told."""
        self._process.blockSignals(True)
        self._process.kill()
        # Qt waits for it anyway when the process object goes, and complains.
        self._process.waitForFinished(_END_PATIENCE_MS)

    def _pass_on(self) -> None:
        self.printed.emit(self._process.readAllStandardOutput().data())

    def _tell_end(self, code: int) -> None:
        self.ended.emit(
            _("{program} ended with {code}").format(program=self._command, code=code)
            if code
            else ""
        )

    def _tell_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(_("{program} cannot be started").format(program=self._command))
