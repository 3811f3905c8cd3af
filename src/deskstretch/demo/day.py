"""Plays the day: moves the person on, answers the prompts, takes the pictures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from deskstretch.app import App
from deskstretch.core.planner.events import SkipChosen, SnoozeChosen, StartChosen
from deskstretch.core.planner.status import StateName
from deskstretch.demo.clock import FastClock
from deskstretch.demo.person import DAY_SECONDS, Person
from deskstretch.store.folders import Folders
from deskstretch.wiring.opened_window import OpenedWindow
from deskstretch.wiring.window_lines import Show

Answer = Literal["start", "snooze", "skip"]

_ANSWERS: tuple[Answer, ...] = ("start", "snooze", "start", "skip", "start")
_TICK_MS = 40
_SPEED_WHILE_ASKED = 10.0
"""So that the windows can be seen; never faster than the day itself."""
_THINKING_SECONDS = 25.0
_LOOK_AT_WEEK_MS = 2500


class DemoDay(QObject):
    """One accelerated office day with the real app; `ended` once the week has been looked at."""

    ended = Signal()

    def __init__(
        self,
        app: App,
        folders: Folders,
        clock: FastClock,
        person: Person,
        speed: float,
        pictures: Path | None,
    ) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._person = person
        self._speed = speed
        self._pictures = pictures
        self._week = OpenedWindow("week", folders, self)
        self._answers = cycle(_ANSWERS)
        self._state: StateName | None = None
        self._asked_at: float | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Let the day begin."""
        self._app.begin()
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        self._person.live()
        self._app.look_again()
        self._follow(self._app.status().state)
        if self._clock().monotonic_seconds >= DAY_SECONDS:
            self._timer.stop()
            self._show_week()

    def _follow(self, state: StateName) -> None:
        if state is not self._state:
            self._state = state
            seen = state in (StateName.ASKED, StateName.GUIDED)
            self._clock.run_at(min(self._speed, _SPEED_WHILE_ASKED) if seen else self._speed)
            if seen:
                self._after(4, lambda: self._take_picture(state.value))
            self._asked_at = self._now if state is StateName.ASKED else None
        if self._asked_at is not None and self._now - self._asked_at >= _THINKING_SECONDS:
            self._asked_at = None
            self._answer(next(self._answers))

    def _answer(self, answer: Answer) -> None:
        match answer:
            case "start":
                self._app.tell(StartChosen())
            case "snooze":
                self._app.tell(SnoozeChosen())
            case "skip":
                self._app.tell(SkipChosen())

    def _show_week(self) -> None:
        """In this process, so that its picture can be taken."""
        self._week.obey(Show())
        QTimer.singleShot(_LOOK_AT_WEEK_MS, self, self._finish)

    def _finish(self) -> None:
        self._take_picture("week")
        self._app.quit()
        self.ended.emit()

    def _take_picture(self, name: str) -> None:
        """The windows on the screen as they are; nothing where no folder was named."""
        if self._pictures is None:
            return
        self._pictures.mkdir(parents=True, exist_ok=True)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowTitle():
                number = len(list(self._pictures.glob("*.png"))) + 1
                window.grab().save(str(self._pictures / f"{number:02}-{name}.png"))

    def _after(self, seconds: float, do: Callable[[], None]) -> None:
        """Later in the day, by the day's own seconds at the pace of looking."""
        QTimer.singleShot(round(1000 * seconds / _SPEED_WHILE_ASKED), self, do)

    @property
    def _now(self) -> float:
        return self._clock().monotonic_seconds
