"""The break planner: state + event -> state + effects."""

from __future__ import annotations

from deskstretch.core.moment import Moment
from deskstretch.core.planner.effects import Effect
from deskstretch.core.planner.events import Event
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import State


def step(state: State, event: Event, now: Moment, rules: Rules) -> tuple[State, tuple[Effect, ...]]:
    """The state after `event`, told at `now`, and what is to be done about it, in order."""
    raise NotImplementedError
