"""A person at a desk, for telling the planner a story and hearing what it orders."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TypeVar

from msgspec.structs import replace

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.effects import CloseBreak, Effect
from deskstretch.core.planner.planner import begin, step
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import Absent
from deskstretch.core.planner.status import Status, status_of
from deskstretch.core.planner.wants import Wants, wants

MINUTE = 60.0
HOUR = 3600.0
MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

RULES = Rules()
INTERVAL = RULES.interval_seconds
TOLERANCE = RULES.tolerance_seconds

EffectType = TypeVar("EffectType")


class Desk:
    """The shell in small: it comes back when it was asked to and writes down every order."""

    def __init__(self, rules: Rules = RULES, start: datetime = MONDAY_MORNING) -> None:
        self.rules = rules
        self.now = Moment(start, 1_000.0)
        self.state = begin(self.now, rules)
        self.orders: list[Effect] = []

    def tell(self, *told: e.Event) -> None:
        """Tell events at this moment."""
        for event in told:
            self.state, effects = step(self.state, event, self.now, self.rules)
            self.orders += effects

    def wait(self, seconds: float) -> None:
        """Let time pass, waking whenever the planner asked to be woken."""
        until = self.now.later(seconds)
        while True:
            wake = self.wants.wake_at
            if wake is None or wake.monotonic_seconds > until.monotonic_seconds:
                break
            self.now = self.now.later(wake.seconds_since(self.now))
            self.tell(e.TimePassed())
        self.now = until
        self.tell(e.TimePassed())

    def sleep(self, seconds: float) -> None:
        """Let time pass with nobody to wake: the machine sleeps."""
        self.now = self.now.later(seconds)

    def move_clock(self, wall: datetime) -> None:
        """Set the wall clock."""
        self.now = replace(self.now, wall=wall)
        self.tell(e.TimePassed())

    def travel(self, zone: tzinfo) -> None:
        """Change the time zone."""
        self.move_clock(self.now.wall.astimezone(zone))

    def go_idle(self, seconds: float) -> None:
        """No input for so long, told once after `rules.idle_seconds`; still idle at the end."""
        first = min(seconds, self.rules.idle_seconds)
        self.wait(first)
        if seconds >= self.rules.idle_seconds:
            self.tell(e.InputStopped(self.rules.idle_seconds))
        self.wait(seconds - first)

    def become_due(self) -> None:
        """Work without a lull until a break is due."""
        self.wait(INTERVAL - self.state.sitting_seconds + self.state.put_off_at_seconds)
        assert self.status.due_since is not None

    def be_asked(self) -> None:
        """Work until a break is due, then pause for a lull."""
        self.become_due()
        self.tell(e.LullReached())
        assert self.status.state == "asked"

    def hear(self) -> list[Effect]:
        """The orders since this was last asked."""
        orders, self.orders = self.orders, []
        return orders

    def heard(self, kind: type[EffectType]) -> list[EffectType]:
        """All orders of one kind since `hear`."""
        return [order for order in self.orders if isinstance(order, kind)]

    @property
    def outcomes(self) -> list[Outcome]:
        return [order.outcome for order in self.heard(CloseBreak)]

    @property
    def status(self) -> Status:
        return status_of(self.state, self.now, self.rules)

    @property
    def wants(self) -> Wants:
        return wants(self.state, self.rules)

    @property
    def sitting(self) -> float:
        return self.state.sitting_seconds

    @property
    def is_absent(self) -> bool:
        return isinstance(self.state.presence, Absent)
