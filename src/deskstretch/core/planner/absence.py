"""Leaving the desk and coming back."""

from __future__ import annotations

from msgspec.structs import replace

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import KeepNaturalBreak
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import (
    Absent,
    Asked,
    Cause,
    Guided,
    HeldBack,
    Here,
    State,
    Waiting,
    Working,
)
from deskstretch.core.planner.story import ask, close, end_guide, restart_sitting, wait
from deskstretch.core.planner.turn import Turn

_GONE = frozenset({Cause.LOCKED, Cause.SUSPENDED})


def leave(turn: Turn, cause: Cause, since: Moment) -> None:
    """The person left, or one more sign of it was seen."""
    phase = turn.state.phase
    match turn.state.presence:
        case Here():
            presence = Absent(since, frozenset({cause}))
        case Absent(causes=causes) as absent:
            # Stretching needs no input: someone in a guided session is gone from the lock on.
            begins = isinstance(phase, Guided) and cause in _GONE and not causes & _GONE
            presence = replace(
                absent, since=since if begins else absent.since, causes=causes | {cause}
            )
    turn.change(presence=presence)
    if cause in _GONE and isinstance(phase, Asked):
        wait(turn, phase.open_break)


def note_idle(turn: Turn, idle_seconds: float) -> None:
    """The last input was so long ago: no one has been here since.

    It may be news that the person was here, if their coming back was never told.
    """
    presence = turn.state.presence
    known_seconds = turn.now.seconds_since(presence.since)
    last_input = turn.now.later(-min(max(0.0, idle_seconds), known_seconds))
    if isinstance(presence, Absent) and (
        last_input.seconds_since(presence.since) > turn.rules.idle_seconds
    ):
        come_back(turn, frozenset({Cause.IDLE, Cause.SUSPENDED}), last_input)
    leave(turn, Cause.IDLE, last_input)


def come_back(turn: Turn, ended: frozenset[Cause], at: Moment) -> bool:
    """A sign of life ends these causes of absence; whether the person is here now."""
    match turn.state.presence:
        case Absent(causes=causes) as absent if causes - ended:
            turn.change(presence=replace(absent, causes=causes - ended))
            return False
        case Absent(since=since, ended_sitting_seconds=float(sitting_seconds)):
            turn.order(KeepNaturalBreak(since, at, sitting_seconds))
    turn.change(presence=Here(at))
    return True


def reach_breakpoint(turn: Turn) -> None:
    """Ask, if that is what was waited for."""
    if isinstance(turn.state.phase, Waiting):
        ask(turn, turn.state.phase.open_break)


def rest_if_away_long_enough(turn: Turn) -> None:
    """Make an absence a natural break: it answers the open break, or is kept on return."""
    missing = seconds_to_rest(turn.state, turn.rules)
    if missing is None or missing > 0:
        return
    phase, sitting_seconds = turn.state.phase, None
    match phase:
        case Working():
            sitting_seconds = turn.state.sitting_seconds
        case Guided():
            end_guide(turn, phase)
        case HeldBack(open_break=opened) if not opened.asked:
            close(turn, Outcome.HELD_BACK)
        case _:
            close(turn, Outcome.AWAY)
    restart_sitting(turn)
    presence = replace(turn.state.presence, rested=True, ended_sitting_seconds=sitting_seconds)
    turn.change(presence=presence)


def seconds_to_rest(state: State, rules: Rules) -> float | None:
    """How long until the present absence becomes a natural break, if it can."""
    match state.presence:
        case Absent(rested=False, since=since, causes=causes) if causes & _GONE or not isinstance(
            state.phase, Guided
        ):
            return rules.natural_break_seconds - state.read_at.seconds_since(since)
        case _:
            return None


def restart_absence(turn: Turn) -> None:
    """Begin to count an absence anew: a guided session that starts or ends is a sign of life."""
    presence = turn.state.presence
    come_back(turn, frozenset(Cause), turn.now)
    if isinstance(presence, Absent):
        turn.change(presence=Absent(turn.now, presence.causes))
