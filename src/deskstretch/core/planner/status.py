"""What the tray, the status window and `deskstretch status` say about the planner."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.holding import hold_reasons, seconds_to_due
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import (
    Absent,
    Asked,
    Cause,
    Guided,
    HeldBack,
    Here,
    PausedFor,
    PausedUntil,
    Snoozed,
    State,
    Waiting,
    Working,
    open_break_of,
)
from deskstretch.core.planner.story import snoozes_left
from deskstretch.core.reasons import PAUSED
from deskstretch.core.working_hours import is_open, next_change


class StateName(StrEnum):
    """What the person sees going on; the first that fits, in the order of `_name`."""

    GUIDED = "guided"
    ASKED = "asked"
    PAUSED = "paused"
    AWAY = "away"
    HELD_BACK = "held_back"
    SNOOZED = "snoozed"
    WAITING = "waiting"
    """Due: the prompt comes at the next lull."""
    WORKING = "working"


class Status(msgspec.Struct, frozen=True):
    """One reading of the planner, for showing."""

    state: StateName
    sitting_seconds: float
    ring: float
    """0 to 1: how full the ring toward the next prompt is; 1 while a break is open."""
    next_prompt_at: datetime | None
    """If the person works on; None when it cannot be told, as in a meeting."""
    due_since: datetime | None
    held_back_by: tuple[str, ...]
    """All that speaks against asking now, whether a break is due or not."""
    snoozes_left: int
    paused_until: datetime | None


def status_of(state: State, now: Moment, rules: Rules) -> Status:
    """The planner's status at `now`, which may be later than its last event."""
    state = _brought_up_to(state, now)
    opened = open_break_of(state)
    filled = 1.0 if opened else 1.0 - seconds_to_due(state, rules) / rules.interval_seconds
    held_by = hold_reasons(state, rules)
    if isinstance(state.phase, HeldBack):
        # In the quiet minute after it. That a pause is over the person knows: they chose its end.
        held_by = held_by or tuple(each for each in state.phase.reasons if each != PAUSED)
    return Status(
        state=_name(state),
        sitting_seconds=state.sitting_seconds,
        ring=min(max(filled, 0.0), 1.0),
        next_prompt_at=_next_prompt_at(state, rules),
        due_since=opened.due_at.wall if opened else None,
        held_back_by=held_by,
        snoozes_left=snoozes_left(opened, rules) if opened else rules.snooze_limit,
        paused_until=_paused_until(state),
    )


def _brought_up_to(state: State, now: Moment) -> State:
    seconds = now.seconds_since(state.read_at)
    counts = isinstance(state.presence, Here) and not isinstance(state.phase, Guided)
    sitting_seconds = state.sitting_seconds + (seconds if counts else 0.0)
    return msgspec.structs.replace(state, read_at=now, sitting_seconds=sitting_seconds)


def _name(state: State) -> StateName:
    match state:
        case State(phase=Guided()):
            return StateName.GUIDED
        case State(phase=Asked()):
            return StateName.ASKED
        case State(pause=PausedFor() | PausedUntil()):
            return StateName.PAUSED
        case State(presence=Absent() as absent) if absent.rested or absent.causes != {Cause.IDLE}:
            return StateName.AWAY
        case State(phase=HeldBack()):
            return StateName.HELD_BACK
        case State(phase=Snoozed()):
            return StateName.SNOOZED
        case State(phase=Waiting()):
            return StateName.WAITING
        case _:
            return StateName.WORKING


def _next_prompt_at(state: State, rules: Rules) -> datetime | None:
    if isinstance(state.presence, Absent) or state.disturbances:
        return None
    match state.phase:
        case Working():
            wait = seconds_to_due(state, rules)
        case Waiting(waited_seconds=waited_seconds):
            wait = rules.tolerance_seconds - waited_seconds
        case Snoozed(until_seconds=until_seconds):
            wait = until_seconds - state.read_at.monotonic_seconds
        case HeldBack():
            wait = 0.0
        case Asked() | Guided():
            return None
    at = state.read_at.later(max(0.0, wait)).wall
    paused_until = _paused_until(state)
    if paused_until is not None and paused_until > at:
        at = paused_until
    return at if is_open(rules.working_hours, at) else next_change(rules.working_hours, at)


def _paused_until(state: State) -> datetime | None:
    match state.pause:
        case PausedFor(until_seconds=until_seconds):
            return state.read_at.later(until_seconds - state.read_at.monotonic_seconds).wall
        case PausedUntil(until=until):
            return until
        case _:
            return None
