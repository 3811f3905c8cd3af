"""When the person must not be disturbed."""

from __future__ import annotations

from deskstretch.core.moment import Moment
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import Guided, Hold, PausedFor, PausedUntil, State, Working
from deskstretch.core.planner.turn import Turn
from deskstretch.core.reasons import OUTSIDE_HOURS, PAUSED
from deskstretch.core.working_hours import is_open


def hold_reasons(state: State, rules: Rules) -> tuple[str, ...]:
    """All that speaks against asking, as known at `state.read_at`."""
    reasons = state.disturbances
    if state.pause is not None:
        reasons += (PAUSED,)
    if not is_open(rules.working_hours, state.read_at.wall):
        reasons += (OUTSIDE_HOURS,)
    return reasons


def is_held(turn: Turn) -> bool:
    """Whether something speaks against asking, or did until less than the release time ago."""
    hold = turn.state.last_hold
    if hold is None:
        return False
    return turn.now_seconds - hold.known_at_seconds < turn.rules.release_seconds or bool(
        hold_reasons(turn.state, turn.rules)
    )


def note_hold(turn: Turn, until: Moment) -> None:
    """Remember that what holds now goes on to hold until then, where its end is not known yet."""
    reasons = hold_reasons(turn.state, turn.rules)
    if reasons:
        turn.change(last_hold=Hold(reasons, until.monotonic_seconds))


def end_pause_if_over(turn: Turn) -> None:
    """Forget a pause whose end has come, by the clock that it was chosen by."""
    match turn.state.pause:
        case PausedFor(until_seconds=until_seconds) if turn.now_seconds >= until_seconds:
            turn.change(pause=None)
        case PausedUntil(until=until) if turn.now.wall.timestamp() >= until.timestamp():
            turn.change(pause=None)


def watches_disturbance(state: State, rules: Rules) -> bool:
    """Whether it must be known now what the person is doing.

    It begins one release time before a break is due, so that a meeting which ends just then is
    still followed by its quiet minute.
    """
    match state.phase:
        case Guided():
            return False
        case Working():
            return seconds_to_due(state, rules) <= rules.release_seconds
        case _:
            return True


def seconds_to_due(state: State, rules: Rules) -> float:
    """Sitting time still missing until the next break is due."""
    return state.put_off_at_seconds + rules.interval_seconds - state.sitting_seconds
