"""Lives working days in the real app, at speed; tells what it holds at the end of each.

soak_program.py DAYS        a line of JSON for each day, on standard output
"""

# ruff: noqa: E402  (as in `deskstretch`, nothing may be imported before sources are left unread)

from __future__ import annotations

import sys

from deskstretch.desktop.lean_imports import import_leanly

import_leanly()

import gc
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from deskstretch.app import App
from deskstretch.application import make_application
from deskstretch.core.moment import Moment
from deskstretch.core.planner.events import SkipChosen, SnoozeChosen, StartChosen
from deskstretch.core.planner.status import StateName
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.demo.clock import FastClock
from deskstretch.demo.person import DAY_SECONDS, Activity, Person, activity_at, presence_of
from deskstretch.demo.run import BEGINS
from deskstretch.desktop.clock import local_zone
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.instance import SingleInstance
from deskstretch.desktop.unexpected import UnexpectedErrors
from deskstretch.store.folders import find_folders
from deskstretch.ui.tray.orders import Orders
from deskstretch.wiring.review_windows import ReviewWindows
from deskstretch.wiring.upkeep import Upkeep

NIGHT_SECONDS = 24 * 3600.0 - DAY_SECONDS
STEP_SECONDS = 40.0
"""A wake-up that is a minute late would count as a sleep of the machine."""
TICK_MS = 5
SPEED_WHILE_ASKED = 40.0
THINKING_SECONDS = 20.0
LOOK_MS = 900
"""Week, stretches and settings begin with a process."""
SETTLE_MS = 800
FIRST_MS = 3000
PROC = Path("/proc/self")

T = TypeVar("T")


class LeapingClock(FastClock):
    """Passes over what nobody needs to see."""

    def __init__(self, begins_at: datetime) -> None:
        super().__init__(begins_at, 1.0)
        self._leapt_seconds = 0.0

    def __call__(self) -> Moment:
        now, leapt = super().__call__(), self._leapt_seconds
        return Moment(now.wall + timedelta(seconds=leapt), now.monotonic_seconds + leapt)

    def leap(self, seconds: float) -> None:
        """So much passes now."""
        self._leapt_seconds += seconds


class PersonOfHabit(Person):
    """Lives the same day each day, and is gone over night."""

    day_began_at = 0.0

    def doing(self, now: float) -> tuple[Activity, float]:
        return activity_at(now - self.day_began_at)


class Month(QObject):
    """Moves the person on, answers the prompts, opens and closes the windows."""

    def __init__(self, app: App, clock: LeapingClock, person: PersonOfHabit, days: int) -> None:
        super().__init__()
        self._app, self._clock, self._person = app, clock, person
        self._upkeep = _part(app, Upkeep)
        self._windows = _part(app, ReviewWindows)
        self._days_left = days
        self._answers = cycle(("start", "snooze", "start", "skip", "pill", "start"))
        self._answer = ""
        self._state: StateName | None = None
        self._changed_at = 0.0
        self._guides = 0
        self._looks: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._orders = _part(app, Orders)

    def begin(self) -> None:
        """Let the first day begin, once all of the app is there."""
        self._app.begin()
        QTimer.singleShot(FIRST_MS, self, self._begin_day)

    def _begin_day(self) -> None:
        self._person.day_began_at = self._now
        self._looks = [
            self._orders.settings.trigger,
            self._orders.library.trigger,
            self._orders.week.trigger,
            self._orders.status_opened.emit,
        ]
        self._upkeep.run()
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        self._person.live()
        self._app.look_again()
        state = self._app.status().state
        if state is not self._state:
            self._enter(state)
        if state is StateName.ASKED:
            self._answer_in_time()
        elif state is not StateName.GUIDED:
            self._work_on()

    def _enter(self, state: StateName) -> None:
        self._state, self._changed_at = state, self._now
        is_seen = state in (StateName.ASKED, StateName.GUIDED)
        self._clock.run_at(SPEED_WHILE_ASKED if is_seen else 1.0)
        if state is StateName.ASKED:
            self._answer = next(self._answers)
        self._guides += state is StateName.GUIDED

    def _answer_in_time(self) -> None:
        thinks = THINKING_SECONDS + (60.0 if self._answer == "pill" else 0.0)
        if self._now - self._changed_at < thinks:
            return
        match self._answer:
            case "snooze":
                self._app.tell(SnoozeChosen())
            case "skip":
                self._app.tell(SkipChosen())
            case _:
                self._app.tell(StartChosen())

    def _work_on(self) -> None:
        passed = self._now - self._person.day_began_at
        if passed >= DAY_SECONDS:
            self._timer.stop()
            self._close_windows()
            self._clock.leap(NIGHT_SECONDS)
            QTimer.singleShot(SETTLE_MS, self, self._end_day)
        elif self._looks and passed >= DAY_SECONDS * (1 - len(self._looks) / 5):
            self._timer.stop()
            self._looks.pop(0)()
            QTimer.singleShot(LOOK_MS, self, self._look_away)
        else:
            self._clock.leap(STEP_SECONDS)

    def _look_away(self) -> None:
        self._close_windows()
        self._timer.start(TICK_MS)

    def _close_windows(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isWindow() and window.isVisible() and window.windowTitle():
                window.close()
        self._windows.close()

    def _end_day(self) -> None:
        if not all(map(_is_zombie, _children())):  # the upkeep is still at work
            QTimer.singleShot(SETTLE_MS, self, self._end_day)
            return
        print(json.dumps(self._held()), flush=True)
        self._days_left -= 1
        if self._days_left:
            self._begin_day()
        else:
            self._app.quit()

    def _held(self) -> dict[str, float]:
        schedule = self._app._schedule._scheduler
        memory = _memory()
        gc.collect()  # a window that is gone may have left a timer's shell behind
        timers = [each for each in gc.get_objects() if isinstance(each, QTimer) and isValid(each)]
        return {
            **memory,
            "handles": len(list((PROC / "fd").iterdir())) - 1,  # but the one that looks
            "threads": len(list((PROC / "task").iterdir())),
            "timers": len(timers),
            "jobs": 0 if schedule is None else len(schedule.get_jobs()),
            "widgets": len(QApplication.allWidgets()),
            "objects": len(gc.get_objects()),
            "zombies": sum(_is_zombie(child) for child in _children()),
            "guides": self._guides,
        }

    @property
    def _now(self) -> float:
        return self._clock().monotonic_seconds


def _part(app: App, kind: type[T]) -> T:
    (part,) = (each for each in app.children() if isinstance(each, kind))
    return part


def _memory() -> dict[str, float]:
    lines = (PROC / "smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (x.partition(":") for x in lines)}
    # What it has written to, in memory or swapped out. The rest are pages of libraries, which the
    # system drops and reads again as it likes: tens of megabytes from one minute to the next.
    own = kilobytes["Pss_Anon"] + kilobytes["SwapPss"]
    return {"own_megabytes": own / 1024, "pss_megabytes": kilobytes["Pss"] / 1024}


def _children() -> list[int]:
    lists = [file.read_text() for file in (PROC / "task").glob("*/children")]
    return [int(child) for children in lists for child in children.split()]


def _is_zombie(child: int) -> bool:
    try:
        return Path(f"/proc/{child}/stat").read_text().rpartition(") ")[2].startswith("Z")
    except FileNotFoundError:
        return True  # it has just been seen off


def main(days: int) -> int:
    """Live so many days that the last one is today."""
    instance = SingleInstance()
    assert instance.acquire()
    errors = UnexpectedErrors()
    application = make_application()
    zone = local_zone()
    first_day = datetime.now(zone).date() - timedelta(days=days - 1)
    clock = LeapingClock(datetime.combine(first_day, BEGINS, zone))
    person = PersonOfHabit(clock)
    presence = presence_of(person)
    free = Disturbance((), DisturbanceSettings())
    app = App(find_folders(), instance, clock=clock, presence=presence, disturbance=free)
    month = Month(app, clock, person, days)
    month.begin()
    code = application.exec()
    return code or int(errors.any_happened)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
