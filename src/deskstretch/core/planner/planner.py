"""The break planner: state + event -> state + effects."""

from __future__ import annotations

from msgspec.structs import replace

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.absence import (
    come_back,
    leave,
    note_idle,
    reach_breakpoint,
    restart_absence,
)
from deskstretch.core.planner.effects import Effect, Origin
from deskstretch.core.planner.holding import watches_disturbance
from deskstretch.core.planner.passage import let_time_pass, settle
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import (
    Asked,
    Cause,
    Guided,
    Here,
    PausedFor,
    PausedUntil,
    State,
    open_break_of,
)
from deskstretch.core.planner.story import (
    close,
    end_guide,
    fold,
    open_break,
    snooze,
    start_guide,
    unfold,
)
from deskstretch.core.planner.turn import Turn
from deskstretch.core.planner.wants import next_wake

_LONGEST_PAUSE_SECONDS = 31 * 24 * 3600.0
_SEATED = frozenset({Cause.IDLE, Cause.SUSPENDED})
"""What input disproves; a lock it does not, for a password must be typed first."""


def begin(now: Moment, rules: Rules, sitting_seconds: float = 0.0) -> State:
    """The state of a program just started by a person who is at the desk."""
    state = State(read_at=now, presence=Here(now), sitting_seconds=sitting_seconds)
    return replace(state, wake_at=next_wake(state, rules))


def step(
    state: State, event: e.Event, now: Moment, rules: Rules
) -> tuple[State, tuple[Effect, ...]]:
    """The state after `event`, told at `now`, and what is to be done about it, in order.

    First the time passes that went by since the last step, then the event is taken up. No order of
    events and no jump of the wall clock is an error; a choice that the person does not have in
    this state changes nothing.
    """
    turn = Turn(state, rules)
    now = Moment(now.wall, max(now.monotonic_seconds, turn.now_seconds))
    if isinstance(event, e.InputStopped) and isinstance(state.presence, Here):
        _count_until_idle(turn, event.idle_seconds, now)
    let_time_pass(turn, now)
    settle(turn, may_ask=False)
    _take_up(turn, event)
    if not isinstance(event, e.QuitRequested):  # after which no break may open
        settle(turn, may_ask=True)
    if turn.state.disturbances and not watches_disturbance(turn.state, rules):
        turn.change(disturbances=())
    turn.change(wake_at=next_wake(turn.state, rules))
    return turn.state, tuple(turn.effects)


def _count_until_idle(turn: Turn, idle_seconds: float, now: Moment) -> None:
    """Count active use up to the time when the person was idle for long enough to be absent."""
    late_seconds = min(
        max(0.0, idle_seconds - turn.rules.idle_seconds), now.seconds_since(turn.now)
    )
    let_time_pass(turn, now.later(-late_seconds))
    note_idle(turn, idle_seconds - late_seconds)


def _take_up(turn: Turn, event: e.Event) -> None:
    match event:
        case e.TimePassed():
            pass
        case e.InputStopped(idle_seconds=idle_seconds):
            note_idle(turn, idle_seconds)
        case e.InputResumed():
            _return(turn, _SEATED)
        case e.Locked():
            leave(turn, Cause.LOCKED, turn.now)
        case e.Unlocked():
            _return(turn, frozenset(Cause))
        case e.Suspended():
            leave(turn, Cause.SUSPENDED, turn.now)
        case e.Resumed():
            _return(turn, frozenset({Cause.SUSPENDED}))
        case e.LullReached():
            if isinstance(turn.state.presence, Here):
                reach_breakpoint(turn)
        case e.DisturbanceChanged(reasons=reasons):
            turn.change(disturbances=reasons)
        case e.GuideFinished(outcome=outcome):
            if isinstance(turn.state.phase, Guided):
                close(turn, outcome)
                restart_absence(turn)
        case e.QuitRequested(session_ends=session_ends):
            _quit(turn, session_ends)
        case _:
            come_back(turn, _SEATED, turn.now)
            _choose(turn, event)


def _choose(turn: Turn, choice: e.Event) -> None:
    phase = turn.state.phase
    opened = open_break_of(turn.state)
    match choice:
        case e.BreakRequested(length=length):
            if opened is None:
                open_break(turn, Origin.OWN)
            _choose(turn, e.StartChosen(length))
        case e.StartChosen(length=length):
            if opened is not None and not isinstance(phase, Guided):
                restart_absence(turn)
                start_guide(turn, opened, length)
        case e.SnoozeChosen(delay_seconds=delay_seconds):
            if isinstance(phase, Asked):
                usual_seconds = turn.rules.snooze_seconds
                snooze(turn, phase, usual_seconds if delay_seconds is None else delay_seconds)
        case e.SkipChosen():
            if not isinstance(phase, Guided):
                close(turn, Outcome.SKIPPED)
        case e.PromptOpened():
            if isinstance(phase, Asked) and phase.folded:
                unfold(turn, phase)
        case e.PromptPutAside():
            if isinstance(phase, Asked) and not phase.folded:
                fold(turn, phase)
        case e.PauseChosen(seconds=seconds):
            seconds = min(max(0.0, seconds), _LONGEST_PAUSE_SECONDS)
            turn.change(pause=PausedFor(turn.now_seconds + seconds))
        case e.PauseUntilChosen(until=until):
            turn.change(pause=PausedUntil(until))
        case e.ResumeChosen():
            turn.change(pause=None)


def _return(turn: Turn, ended: frozenset[Cause]) -> None:
    if come_back(turn, ended, turn.now):
        reach_breakpoint(turn)


def _quit(turn: Turn, session_ends: bool) -> None:
    phase = turn.state.phase
    opened = open_break_of(turn.state)
    if isinstance(phase, Guided):
        end_guide(turn, phase)
    elif opened is not None and not opened.asked:
        close(turn, Outcome.HELD_BACK)
    else:
        close(turn, Outcome.AWAY if session_ends else Outcome.SKIPPED)
    come_back(turn, frozenset(Cause), turn.now)
