"""Somebody at work for a made-up day: what an idle source and a session would tell of them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from deskstretch.core.moment import Moment
from deskstretch.desktop.presence.port import Presence
from deskstretch.desktop.presence.source import IdleSource, SessionWatch


class Activity(Enum):
    """What the person does for a while."""

    WORK = auto()
    """Typing, with a look out of the window every few minutes."""
    COFFEE = auto()
    """Gone, without locking the screen."""
    LUNCH = auto()
    """Gone, with the screen locked."""


Minutes = float
DAY: tuple[tuple[Activity, Minutes], ...] = (
    (Activity.WORK, 100),
    (Activity.COFFEE, 9),
    (Activity.WORK, 80),
    (Activity.LUNCH, 42),
    (Activity.WORK, 110),
    (Activity.COFFEE, 7),
    (Activity.WORK, 120),
)
DAY_SECONDS = 60.0 * sum(minutes for _, minutes in DAY)

_TYPING_SECONDS, _ROUND_SECONDS = 170.0, 180.0
"""Typing, then a look out of the window until the round is over."""


def activity_at(seconds: float) -> tuple[Activity, float]:
    """What the person does so many seconds into the day, and for how long already."""
    for activity, minutes in DAY:
        if seconds < 60 * minutes:
            return activity, seconds
        seconds -= 60 * minutes
    return Activity.LUNCH, seconds


class Screen(SessionWatch):
    """The person's screen, locked over lunch."""

    def close(self) -> None:
        """Nothing to let go of."""


class Person(IdleSource):
    """Input as the day's plan has it; `live` lets it happen up to the clock's moment."""

    def __init__(self, clock: Callable[[], Moment]) -> None:
        super().__init__()
        self.screen = Screen()
        self._clock = clock
        self._idle_threshold = 60.0
        self._lull: float | None = None
        self._lull_told = False
        self._idle_told = False
        self._locked = False
        self._input_at = 0.0

    def watch_idle(self, seconds: float) -> None:
        """Tell an idle time of so many seconds."""
        self._idle_threshold = seconds

    def watch_lull(self, seconds: float | None) -> None:
        """Tell a lull of so many seconds; None: no more."""
        self._lull = seconds

    def idle_seconds(self) -> float:
        """Since the last input."""
        return self._clock().monotonic_seconds - self._input_at

    def close(self) -> None:
        """Nothing to let go of."""

    def doing(self, now: float) -> tuple[Activity, float]:
        """What the plan has for that time by the clock, and for how long already."""
        return activity_at(now)

    def live(self) -> None:
        """Do what the plan has for this moment."""
        now = self._clock().monotonic_seconds
        activity, so_far = self.doing(now)
        self._lock(activity is Activity.LUNCH)
        if activity is Activity.WORK and so_far % _ROUND_SECONDS < _TYPING_SECONDS:
            self._touch(now)
            return
        idle = self.idle_seconds()
        if self._lull is not None and idle >= self._lull and not self._lull_told:
            self._lull_told = True
            self.lull_reached.emit()
        if idle >= self._idle_threshold and not self._idle_told:
            self._idle_told = True
            self.input_stopped.emit(idle)

    def _touch(self, now: float) -> None:
        self._input_at = now
        self._lull_told = False
        if self._idle_told:
            self._idle_told = False
            self.input_resumed.emit()

    def _lock(self, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self.screen.lock_changed.emit(locked)


def presence_of(person: Person) -> Presence:
    """The person as the app hears of them."""
    presence = Presence()
    presence.take_idle("made-up day", person)
    presence.add_session("made-up day", person.screen)
    return presence
