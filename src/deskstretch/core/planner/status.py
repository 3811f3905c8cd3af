"""What the tray, the status window and `deskstretch status` say about the planner."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import State


class StateName(StrEnum):
    """What the person sees going on."""

    WORKING = "working"
    WAITING = "waiting"
    """Due, the prompt comes at the next lull."""
    ASKED = "asked"
    SNOOZED = "snoozed"
    HELD_BACK = "held_back"
    GUIDED = "guided"
    PAUSED = "paused"
    AWAY = "away"


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
    snoozes_left: int
    paused_until: datetime | None


def status_of(state: State, now: Moment, rules: Rules) -> Status:
    """The planner's status at `now`, which may be later than its last event."""
    raise NotImplementedError
