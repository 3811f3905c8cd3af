"""APScheduler's QtScheduler with its timer kept in hand; loaded when it is needed."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QTimer

from deskstretch.desktop.lean_apscheduler import UNUSED_BY_APSCHEDULER
from deskstretch.desktop.stand_ins import stand_ins

with stand_ins(UNUSED_BY_APSCHEDULER):
    from apscheduler.executors.debug import DebugExecutor
    from apscheduler.jobstores.base import JobLookupError
    from apscheduler.schedulers.base import BaseScheduler
    from apscheduler.schedulers.qt import QtScheduler
    from apscheduler.triggers.cron import CronTrigger
    from apscheduler.triggers.date import DateTrigger

__all__ = ["CronTrigger", "DateTrigger", "JobLookupError", "OneTimerScheduler"]

_LONGEST_TIMER_MS = 2**31 - 1


class _AfterwardsExecutor(DebugExecutor):  # type: ignore[misc]
    """Runs jobs in Qt's thread, once the scheduler has finished its own book-keeping.

    DebugExecutor would run them in the midst of it: a job that plans itself anew would then be
    removed again, as the one that is just over.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[Any, Any]] = []

    def _do_submit_job(self, job: Any, run_times: Any) -> None:
        self._waiting.append((job, run_times))

    def run_waiting(self) -> None:
        while self._waiting:
            job, run_times = self._waiting.pop(0)
            super()._do_submit_job(job, run_times)


class OneTimerScheduler(QtScheduler):  # type: ignore[misc]
    """A QtScheduler with one timer, used again and again.

    The original keeps the result of QTimer.singleShot, which is None: no timer of its is ever
    stopped, and every new plan adds a chain of wake-ups for good.
    """

    def __init__(self, **options: Any) -> None:
        self._afterwards = _AfterwardsExecutor()
        super().__init__(
            executors={"default": self._afterwards},
            # Late (the machine slept) is better than never, and once is enough.
            job_defaults={"misfire_grace_time": None, "coalesce": True},
            **options,
        )
        self._wake_timer = QTimer()
        self._wake_timer.setSingleShot(True)
        self._wake_timer.timeout.connect(self._process_jobs)

    def _start_timer(self, wait_seconds: float | None) -> None:
        self._stop_timer()
        if wait_seconds is not None:
            self._wake_timer.start(min(math.ceil(wait_seconds * 1000), _LONGEST_TIMER_MS))

    def _stop_timer(self) -> None:
        self._wake_timer.stop()

    def _process_jobs(self) -> None:
        self._start_timer(BaseScheduler._process_jobs(self))
        self._afterwards.run_waiting()

    def run_due_jobs(self) -> None:
        """Looks at the clock at once, as after a suspend in which no timer ran."""
        self._process_jobs()
