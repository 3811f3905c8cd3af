"""What follows from the passing of time alone."""

from __future__ import annotations

from msgspec.structs import replace

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.absence import come_back, rest_if_away_long_enough
from deskstretch.core.planner.announcing import announce_if_time
from deskstretch.core.planner.effects import Origin
from deskstretch.core.planner.holding import (
    end_pause_if_over,
    hold_reasons,
    is_held,
    note_hold,
    seconds_to_due,
)
from deskstretch.core.planner.state import (
    Absent,
    Asked,
    Cause,
    Guided,
    HeldBack,
    Here,
    OpenedBreak,
    Snoozed,
    Waiting,
    Working,
)
from deskstretch.core.planner.story import ask, close, fold, hold_back, open_break, wait
from deskstretch.core.planner.turn import Turn


def let_time_pass(turn: Turn, until: Moment) -> None:
    """Count the time since the last reading.

    If the machine slept through the wake-up that was asked for, the lateness is an absence, even
    where nobody told of a suspend.
    """
    note_hold(turn, until)
    if isinstance(turn.state.presence, Here):
        wake_at = turn.state.wake_at
        if wake_at is None or until.seconds_since(wake_at) <= turn.rules.late_seconds:
            _count_active_use(turn, until.seconds_since(turn.now))
        else:
            _count_active_use(turn, wake_at.seconds_since(turn.now))
            _sleep(turn, wake_at, until)
    turn.change(read_at=until)


def settle(turn: Turn, may_ask: bool) -> None:
    """Apply the rules that time has brought into play, until nothing more follows.

    Nobody may be asked before the event is taken up: it may be the very meeting, lock or answer
    that speaks against it.
    """
    end_pause_if_over(turn)
    note_hold(turn, turn.now)
    rest_if_away_long_enough(turn)
    while _goes_on(turn, may_ask):
        pass
    if may_ask:
        announce_if_time(turn)


def _count_active_use(turn: Turn, seconds: float) -> None:
    phase = turn.state.phase
    match phase:
        case Guided():
            return
        case Waiting(waited_seconds=waited_seconds):
            phase = replace(phase, waited_seconds=waited_seconds + seconds)
        case Asked(open_break=opened):
            seen = replace(opened, visible_seconds=opened.visible_seconds + seconds)
            phase = replace(phase, open_break=seen)
    turn.change(phase=phase, sitting_seconds=turn.state.sitting_seconds + seconds)


def _sleep(turn: Turn, since: Moment, until: Moment) -> None:
    turn.change(presence=Absent(since, frozenset({Cause.SUSPENDED})), read_at=until)
    rest_if_away_long_enough(turn)
    come_back(turn, frozenset({Cause.SUSPENDED}), until)


def _goes_on(turn: Turn, may_ask: bool) -> bool:
    """Take the open break's story one step on, if it is time; whether it was."""
    state, rules, now = turn.state, turn.rules, turn.now_seconds
    here = isinstance(state.presence, Here)
    match state.phase:
        case Working() if here and seconds_to_due(state, rules) <= 0:
            open_break(turn, Origin.DUE)
        case (
            Waiting(open_break=opened) | HeldBack(open_break=opened) | Asked(open_break=opened)
        ) if opened.visible_seconds >= rules.missed_seconds:
            close(turn, Outcome.MISSED)
        case Waiting(open_break=opened) if state.last_hold is not None and is_held(turn):
            hold_back(turn, opened, state.last_hold.reasons)
        case Waiting(open_break=opened, waited_seconds=waited_seconds) if (
            may_ask and here and waited_seconds >= rules.tolerance_seconds
        ):
            ask(turn, opened)
        case Asked(open_break=opened) if reasons := hold_reasons(state, rules):
            hold_back(turn, opened, reasons)
        case Asked(folded=False, shown_at_seconds=shown_at_seconds) as asked if (
            now - shown_at_seconds >= rules.fold_seconds
        ):
            fold(turn, asked)
        case Snoozed(open_break=opened, until_seconds=until_seconds) if now >= until_seconds:
            wait(turn, opened)
        case HeldBack(open_break=opened) if not opened.asked and _day_is_over(turn, opened):
            close(turn, Outcome.HELD_BACK)
        case HeldBack(open_break=opened) if not is_held(turn):
            wait(turn, opened)
        case HeldBack(open_break=opened, reasons=told) if (
            reasons := hold_reasons(state, rules)
        ) and reasons != told:
            hold_back(turn, opened, reasons)
        case _:
            return False
    return True


def _day_is_over(turn: Turn, opened: OpenedBreak) -> bool:
    return turn.now.wall.date() > opened.due_at.wall.date()
