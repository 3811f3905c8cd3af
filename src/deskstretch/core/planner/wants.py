"""What the shell must watch, and when it must come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.absence import seconds_to_rest
from deskstretch.core.planner.announcing import seconds_to_announce
from deskstretch.core.planner.holding import hold_reasons, seconds_to_due, watches_disturbance
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import (
    Asked,
    HeldBack,
    Here,
    PausedFor,
    PausedUntil,
    Snoozed,
    State,
    Waiting,
    Working,
)
from deskstretch.core.working_hours import next_change

_SHORTEST_WAIT_SECONDS = 0.001
"""So that every wake-up finds that time has passed, however the sums of floats come out."""

_LONGEST_WALL_WAIT_SECONDS = 3600.0
"""The wall clock may be moved, by summer time too, without anybody being told."""


class Wants(msgspec.Struct, frozen=True):
    """Ask again after every step."""

    lull: bool
    """Look for a lull and tell `LullReached`."""
    disturbance: bool
    """Tell `DisturbanceChanged`: at once if anything is found, then at every change."""
    wake_at: Moment | None
    """Come back then with `TimePassed`; also at every jump of the wall clock."""


def wants(state: State, rules: Rules) -> Wants:
    """What the planner needs to be told next."""
    waits_for_lull = isinstance(state.phase, Waiting) and isinstance(state.presence, Here)
    return Wants(waits_for_lull, watches_disturbance(state, rules), state.wake_at)


def next_wake(state: State, rules: Rules) -> Moment | None:
    """When time alone will bring a rule into play that does not apply now."""
    waits = [*_presence_waits(state, rules), *_phase_waits(state, rules), *_pause_waits(state)]
    if not waits:
        return None
    return state.read_at.later(max(min(waits), _SHORTEST_WAIT_SECONDS))


def _presence_waits(state: State, rules: Rules) -> Iterator[float]:
    to_rest = seconds_to_rest(state, rules)
    if to_rest is not None:
        yield to_rest
    to_announce = seconds_to_announce(state, rules)
    if to_announce is not None:
        yield to_announce


def _phase_waits(state: State, rules: Rules) -> Iterator[float]:
    here = isinstance(state.presence, Here)
    now = state.read_at.monotonic_seconds
    match state.phase:
        case Working() if here:
            to_due = seconds_to_due(state, rules)
            yield to_due
            if to_due > rules.release_seconds:
                yield to_due - rules.release_seconds
        case Waiting(waited_seconds=waited_seconds):
            yield from _hours_waits(state, rules)
            if here:
                yield rules.tolerance_seconds - waited_seconds
        case Asked(open_break=opened, shown_at_seconds=shown_at, folded=folded):
            yield from _hours_waits(state, rules)
            if not folded:
                yield shown_at + rules.fold_seconds - now
            if here:
                yield rules.missed_seconds - opened.visible_seconds
        case Snoozed(until_seconds=until_seconds):
            yield until_seconds - now
        case HeldBack(open_break=opened):
            yield from _hours_waits(state, rules)
            if not opened.asked:
                yield _wall_wait(state, _next_midnight(state.read_at.wall))
            if state.last_hold is not None and not hold_reasons(state, rules):
                yield state.last_hold.known_at_seconds + rules.release_seconds - now


def _pause_waits(state: State) -> Iterator[float]:
    match state.pause:
        case PausedFor(until_seconds=until_seconds):
            yield until_seconds - state.read_at.monotonic_seconds
        case PausedUntil(until=until):
            yield _wall_wait(state, until)


def _hours_waits(state: State, rules: Rules) -> Iterator[float]:
    change = next_change(rules.working_hours, state.read_at.wall)
    if change is not None:
        yield _wall_wait(state, change)


def _wall_wait(state: State, at: datetime) -> float:
    wait = at.timestamp() - state.read_at.wall.timestamp()
    return min(wait, _LONGEST_WALL_WAIT_SECONDS)


def _next_midnight(wall: datetime) -> datetime:
    return wall.replace(hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=1)
