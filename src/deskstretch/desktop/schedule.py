"""Wall-clock jobs: what happens at a time of day, not after a length of time."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QTimer

from deskstretch.desktop.clock import local_zone

if TYPE_CHECKING:
    from deskstretch.desktop.one_timer_scheduler import CronTrigger, OneTimerScheduler

_AHEAD = timedelta(hours=1)
"""What a change of summer time can make of the time until a time of day."""
_LONGEST_TIMER_MS = 2**31 - 1


class TimesOfDay(msgspec.Struct, frozen=True):
    """A repeated local time, field by field as in cron ("mon-fri", "*/15", 3)."""

    minute: str = "0"
    hour: str = "*"
    day_of_week: str = "*"

    def not_before(self, after: datetime) -> datetime:
        """A time, `after` or later, before which none of these comes; days of the week aside."""
        if not (self.hour.isdecimal() and self.minute.isdecimal()):
            return after
        at = after.replace(hour=int(self.hour), minute=int(self.minute), second=0, microsecond=0)
        return at if at >= after else at + timedelta(days=1)


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


class _Repeated(msgspec.Struct, frozen=True):
    times: TimesOfDay
    call: Callable[[], object]
    since: datetime


def _now() -> datetime:
    return datetime.now(UTC)


class WallClockSchedule:
    """The schedule kept by APScheduler, which is loaded an hour before the first call can be due.

    Most days that is shortly before midnight, and most people have gone home by then.

    Calls run in Qt's thread, one after another; one that fails is logged and disturbs no other.
    Times that passed during suspend are made up for once at `replan`, however many they were.
    """

    def __init__(
        self,
        zone: Callable[[], tzinfo] = local_zone,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._zone = zone
        self._now = now
        self._repeated: dict[str, _Repeated] = {}
        self._scheduler: OneTimerScheduler | None = None
        self._need = QTimer()
        self._need.setSingleShot(True)
        self._need.timeout.connect(self._look_ahead)

    def at(self, name: str, when: datetime, call: Callable[[], object]) -> None:
        from deskstretch.desktop.one_timer_scheduler import DateTrigger

        self._repeated.pop(name, None)
        self._loaded().add_job(call, DateTrigger(when), id=name, replace_existing=True)

    def every(self, name: str, times: TimesOfDay, call: Callable[[], object]) -> None:
        repeated = _Repeated(times, call, self._now())
        self._repeated[name] = repeated
        if self._scheduler is None:
            self._look_ahead()
        else:
            self._hand_over(self._scheduler, name, repeated)

    def cancel(self, name: str) -> None:
        self._repeated.pop(name, None)
        if self._scheduler is None:
            return
        from deskstretch.desktop.one_timer_scheduler import JobLookupError

        try:
            self._scheduler.remove_job(name)
        except JobLookupError:
            return

    def replan(self) -> None:
        if self._scheduler is None:
            self._look_ahead()
            return
        self._scheduler.run_due_jobs()
        for name, repeated in self._repeated.items():
            self._scheduler.reschedule_job(name, trigger=self._trigger(repeated.times))

    def stop(self) -> None:
        self._need.stop()
        self._repeated.clear()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    def _look_ahead(self) -> None:
        """Hand everything over to APScheduler if it is time to, or else wait until then."""
        if not self._repeated:
            return
        zone = self._zone()
        first = min(
            each.times.not_before(each.since.astimezone(zone)) for each in self._repeated.values()
        )
        wait = first.astimezone(UTC) - _AHEAD - self._now()
        if wait <= timedelta():
            self._loaded()
        else:
            self._need.start(min(math.ceil(wait / timedelta(milliseconds=1)), _LONGEST_TIMER_MS))

    def _loaded(self) -> OneTimerScheduler:
        if self._scheduler is None:
            from deskstretch.desktop.one_timer_scheduler import OneTimerScheduler

            self._need.stop()
            self._scheduler = OneTimerScheduler(timezone=self._zone())
            self._scheduler.start()
            for name, repeated in self._repeated.items():
                self._hand_over(self._scheduler, name, repeated)
        return self._scheduler

    def _hand_over(self, scheduler: OneTimerScheduler, name: str, repeated: _Repeated) -> None:
        trigger = self._trigger(repeated.times)
        first = trigger.get_next_fire_time(None, repeated.since)
        scheduler.add_job(
            repeated.call, trigger, id=name, replace_existing=True, next_run_time=first
        )

    def _trigger(self, times: TimesOfDay) -> CronTrigger:
        from deskstretch.desktop.one_timer_scheduler import CronTrigger

        return CronTrigger(
            minute=times.minute,
            hour=times.hour,
            day_of_week=times.day_of_week,
            timezone=self._zone(),
        )
