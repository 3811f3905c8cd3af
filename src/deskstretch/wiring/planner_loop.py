"""Runs the planner: gives it events with their moment, watches what it wants, passes orders on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from deskstretch.core.moment import Moment
from deskstretch.core.planner.events import (
    DisturbanceChanged,
    Event,
    InputResumed,
    InputStopped,
    Locked,
    LullReached,
    Resumed,
    Suspended,
    TimePassed,
    Unlocked,
)
from deskstretch.core.planner.planner import begin, step
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import State
from deskstretch.core.planner.status import Status, status_of
from deskstretch.core.planner.wants import wants
from deskstretch.desktop.alarm import MonotonicAlarm
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.presence.port import Presence

_REST_AFTER_ERROR_SECONDS = 60.0


class PlannerLoop(QObject):
    """The planner's shell: holds its state, and nothing else of it.

    `effect_ordered` carries each effect with the moment it was ordered at, in order; whoever
    carries it out may tell further events, which wait their turn.
    """

    effect_ordered = Signal(object, object)
    status_changed = Signal(object)

    def __init__(
        self,
        rules: Rules,
        presence: Presence,
        disturbance: Disturbance,
        clock: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._clock = clock
        self._presence = presence
        self._disturbance = disturbance
        self._state: State = begin(clock(), rules)
        self._events: deque[Event] = deque()
        self._telling = False
        self._alarm = MonotonicAlarm(self)
        self._alarm.rang.connect(self.look_again)
        self._listen_to(presence)
        disturbance.changed.connect(lambda reasons: self.tell(DisturbanceChanged(reasons)))

    @property
    def rules(self) -> Rules:
        """The times it goes by."""
        return self._rules

    def begin(self) -> None:
        """Start watching; effects and status may come from here on."""
        self._presence.watch_idle(self._rules.idle_seconds)
        self.look_again()

    def set_rules(self, rules: Rules) -> None:
        """Go by other times from now on."""
        self._rules = rules
        self._presence.watch_idle(rules.idle_seconds)
        self.look_again()

    def look_again(self) -> None:
        """Time passed, a clock jumped, or something else changed that is not an event."""
        self.tell(TimePassed())

    def woke_up(self) -> None:
        """The machine slept: Qt's timers stood still meanwhile."""
        self.tell(Resumed())
        self._alarm.replan()

    def tell(self, event: Event) -> None:
        """Let `event` happen now, or next, if another is being told."""
        self._events.append(event)
        if self._telling:
            return
        self._telling = True
        try:
            while self._events:
                self._step(self._events.popleft())
        except Exception:
            # It costs one event, but the planner must wake again: later, or it might never rest.
            self._alarm.set_for(self._clock().monotonic_seconds + _REST_AFTER_ERROR_SECONDS)
            raise
        finally:
            self._telling = False
        self._watch_what_is_wanted()
        self.status_changed.emit(self.status())

    def status(self) -> Status:
        """How things stand at this moment."""
        return status_of(self._state, self._clock(), self._rules)

    def _step(self, event: Event) -> None:
        now = self._clock()
        self._state, effects = step(self._state, event, now, self._rules)
        for effect in effects:
            self.effect_ordered.emit(effect, now)

    def _watch_what_is_wanted(self) -> None:
        wanted = wants(self._state, self._rules)
        self._presence.watch_lull(self._rules.lull_seconds if wanted.lull else None)
        self._disturbance.watch(wanted.disturbance)
        wake_at = wanted.wake_at
        self._alarm.set_for(wake_at.monotonic_seconds if wake_at is not None else None)

    def _listen_to(self, presence: Presence) -> None:
        presence.input_stopped.connect(lambda seconds: self.tell(InputStopped(seconds)))
        presence.input_resumed.connect(lambda: self.tell(InputResumed()))
        presence.lull_reached.connect(lambda: self.tell(LullReached()))
        presence.locked.connect(lambda: self.tell(Locked()))
        presence.unlocked.connect(lambda: self.tell(Unlocked()))
        presence.suspended.connect(lambda: self.tell(Suspended()))
        presence.resumed.connect(self.woke_up)
