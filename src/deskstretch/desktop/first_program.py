"""Does one thing after the other by the first of several programs of the system that can."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal

from deskstretch.core.language import _

_log = logging.getLogger(__name__)
_END_PATIENCE_MS = 50


class Order(msgspec.Struct, frozen=True):
    """What a program is given: its arguments, as they are, and what it reads."""

    arguments: tuple[str, ...]
    standard_input: bytes = b""


class Way(msgspec.Struct, frozen=True):
    """A program, and the order by which it does the thing."""

    program: str
    order: Callable[..., Order]


class Adapter(msgspec.Struct, frozen=True):
    """One way to do it: can be used, or why not."""

    name: str
    why_not: str | None = None


class FirstProgram(QObject):
    """Runs a program as a child that is never waited for; what it prints goes nowhere.

    One that fails is not tried again, and the next one does the thing in its place. Without any
    nothing happens.
    """

    done = Signal()
    """What was run last is over, or nothing can do it."""

    def __init__(self, ways: Sequence[Way], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = tuple(ways)
        self._why_not = {
            way.program: _("the program {program} is not there").format(program=way.program)
            for way in ways
            if not QStandardPaths.findExecutable(way.program)
        }
        self._process: QProcess | None = None

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All ways, in the order in which they are tried."""
        return tuple(Adapter(way.program, self._why_not.get(way.program)) for way in self._ways)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._process is not None

    def run(self, *what: object) -> None:
        """Do it with `what` each way's order takes; what still goes on is ended."""
        self.stop()
        way = next((each for each in self._ways if each.program not in self._why_not), None)
        if way is None:
            self.done.emit()
            return
        order = way.order(*what)
        process = QProcess(self)
        process.setProgram(way.program)
        process.setArguments(list(order.arguments))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        if not order.standard_input:
            process.setStandardInputFile(QProcess.nullDevice())

        def fail(why: str) -> None:
            _log.info("%s: %s", way.program, why)
            self._why_not[way.program] = why
            if self._process is process:
                self.run(*what)

        def end(code: int, status: QProcess.ExitStatus) -> None:
            process.deleteLater()
            if code or status != QProcess.ExitStatus.NormalExit:
                if self._process is process:
                    fail(_("{program} ended with {code}").format(program=way.program, code=code))
            elif self._process is process:
                self._process = None
                self.done.emit()

        def heed_error(error: QProcess.ProcessError) -> None:
            if error == QProcess.ProcessError.FailedToStart:
                process.deleteLater()
                fail(_("{program} cannot be started").format(program=way.program))

        process.finished.connect(end)
        process.errorOccurred.connect(heed_error)
        self._process = process
        process.start()
        if order.standard_input:
            process.write(order.standard_input)
            process.closeWriteChannel()

    def stop(self) -> None:
        """End what still goes on, without waiting for it."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()

    def close(self) -> None:
        """End it for good; Qt complains of children that are left."""
        self._process = None
        for process in self.findChildren(QProcess):
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_END_PATIENCE_MS)
