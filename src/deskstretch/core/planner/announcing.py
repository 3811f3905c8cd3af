"""Telling the person a little ahead that they will be asked."""

from __future__ import annotations

from deskstretch.core.planner.effects import AnnouncePrompt
from deskstretch.core.planner.holding import is_held, seconds_to_due
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import Here, Snoozed, State, Working
from deskstretch.core.planner.turn import Turn

_SHORTEST_NOTICE_SECONDS = 10.0
"""An announcement later than this would only be a second prompt."""


def announce_if_time(turn: Turn) -> None:
    """Announce the next prompt, once, unless something speaks against asking at all."""
    ahead = _seconds_ahead(turn.state, turn.rules)
    if ahead is None or not _SHORTEST_NOTICE_SECONDS <= ahead <= turn.rules.heads_up_seconds:
        return
    if not is_held(turn):
        turn.order(AnnouncePrompt(ahead))
        turn.change(announced=True)


def seconds_to_announce(state: State, rules: Rules) -> float | None:
    """How long until the next prompt is to be announced, if it still is."""
    ahead = _seconds_ahead(state, rules)
    if ahead is None or not rules.heads_up_seconds or ahead <= rules.heads_up_seconds:
        return None
    return ahead - rules.heads_up_seconds


def _seconds_ahead(state: State, rules: Rules) -> float | None:
    """How long until the person can be asked; None if that is not to be announced any more."""
    if state.announced or not isinstance(state.presence, Here):
        return None
    match state.phase:
        case Working():
            return seconds_to_due(state, rules)
        case Snoozed(until_seconds=until_seconds):
            return until_seconds - state.read_at.monotonic_seconds
        case _:
            return None
