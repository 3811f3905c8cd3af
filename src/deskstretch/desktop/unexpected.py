"""Errors that nobody foresaw: written down, told once, and the app goes on."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

CRASH_REPORT = "crash.txt"
LAST_CRASH_REPORT = "crash-last.txt"

_log = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """Hears of every error that no code has handled, in a slot, a thread or while freeing.

    Qt goes on after an error in a slot; so do we. The log has the whole traceback each time, the
    person is told of the first.
    """

    happened = Signal()
    """Once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.any_happened = False
        sys.excepthook = self._hear
        threading.excepthook = lambda args: self._hear(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._hear(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _hear(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        _log.error("Unexpected error.", exc_info=(kind, error, traceback))
        if not self.any_happened:
            self.any_happened = True
            self.happened.emit()


def newest_crash_report(folder: Path) -> Path:
    """Where the report of the last crash is, or would be: nobody may have started since."""
    report = folder / CRASH_REPORT
    with contextlib.suppress(OSError):
        if report.stat().st_size > 0:
            return report
    return folder / LAST_CRASH_REPORT


def report_crashes(folder: Path) -> None:
    """Let Python write where it was into `crash.txt` in `folder`, should the process crash.

    The report of an earlier crash is kept as `crash-last.txt`. Without a folder to write to there
    is no report.
    """
    report = folder / CRASH_REPORT
    with contextlib.suppress(OSError):
        if report.exists() and report.stat().st_size > 0:
            report.replace(folder / LAST_CRASH_REPORT)
    report_crashes_too(folder)


def report_crashes_too(folder: Path) -> None:
    """The same for a process beside the one that has begun the report."""
    with contextlib.suppress(OSError):
        # Open for as long as the process lives: a crash leaves no time to open anything.
        opened = os.O_CREAT | os.O_WRONLY | os.O_APPEND
        faulthandler.enable(os.open(folder / CRASH_REPORT, opened, 0o600))
