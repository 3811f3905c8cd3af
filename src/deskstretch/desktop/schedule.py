"""Wall-clock jobs: what happens at a time of day, not after a length of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

import msgspec

from deskstretch.desktop.clock import local_zone

if TYPE_CHECKING:
    from deskstretch.desktop.one_timer_scheduler import CronTrigger, OneTimerScheduler


class TimesOfDay(msgspec.Struct, frozen=True):
    """A repeated local time, field by field as in cron ("mon-fri", "*/15", 3)."""

    minute: str = "0"
    hour: str = "*"
    day_of_week: str = "*"


class Schedule(Protocol):
    """Calls by name; a name planned again replaces what it meant before."""

    def at(self, name: str, when: datetime, call: Callable[[], object]) -> None:
        """Calls once, at the aware time `when`; at once if that is past."""

    def every(self, name: str, times: TimesOfDay, call: Callable[[], object]) -> None:
        """Calls at each of `times`, in the zone this computer is set to at that time."""

    def cancel(self, name: str) -> None:
        """Forgets `name`; nothing happens where it is not planned."""

    def replan(self) -> None:
        """To be told after resume and after a change of the clock or the time zone."""

    def stop(self) -> None:
        """Nothing is called any more."""


class WallClockSchedule:
    """The schedule kept by APScheduler, which is loaded when the first job is planned.

    Calls run in Qt's thread, one after another; one that fails is logged and disturbs no other.
    Times that passed during suspend are made up for once at `replan`, however many they were.
    """

    def __init__(self, zone: Callable[[], tzinfo] = local_zone) -> None:
        self._zone = zone
        self._repeated: dict[str, TimesOfDay] = {}
        self._scheduler: OneTimerScheduler | None = None

    def at(self, name: str, when: datetime, call: Callable[[], object]) -> None:
        from deskstretch.desktop.one_timer_scheduler import DateTrigger

        self._repeated.pop(name, None)
        self._plan(name, DateTrigger(when), call)

    def every(self, name: str, times: TimesOfDay, call: Callable[[], object]) -> None:
        self._repeated[name] = times
        self._plan(name, self._trigger(times), call)

    def cancel(self, name: str) -> None:
        if self._scheduler is None:
            return
        from deskstretch.desktop.one_timer_scheduler import JobLookupError

        self._repeated.pop(name, None)
        try:
            self._scheduler.remove_job(name)
        except JobLookupError:
            return

    def replan(self) -> None:
        if self._scheduler is None:
            return
        self._scheduler.run_due_jobs()
        for name, times in self._repeated.items():
            self._scheduler.reschedule_job(name, trigger=self._trigger(times))

    def stop(self) -> None:
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
            self._repeated.clear()

    def _plan(self, name: str, trigger: object, call: Callable[[], object]) -> None:
        if self._scheduler is None:
            from deskstretch.desktop.one_timer_scheduler import OneTimerScheduler

            self._scheduler = OneTimerScheduler(timezone=self._zone())
            self._scheduler.start()
        self._scheduler.add_job(call, trigger, id=name, replace_existing=True)

    def _trigger(self, times: TimesOfDay) -> CronTrigger:
        from deskstretch.desktop.one_timer_scheduler import CronTrigger

        return CronTrigger(
            minute=times.minute,
            hour=times.hour,
            day_of_week=times.day_of_week,
            timezone=self._zone(),
        )
