"""Readings for the tests of tray and status window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from deskstretch.core.planner.status import StateName, Status
from deskstretch.ui.tray.reading import Reading

NOW = datetime(2026, 11, 18, 13, 30, tzinfo=UTC)
_WITH_AN_OPEN_BREAK = {StateName.ASKED, StateName.WAITING, StateName.SNOOZED, StateName.HELD_BACK}


def reading(
    state: StateName = StateName.WORKING, *, trouble: str | None = None, **changes: Any
) -> Reading:
    """A plausible reading in this state; `changes` are fields of its status."""
    is_open = state in _WITH_AN_OPEN_BREAK
    status: dict[str, Any] = {
        "state": state,
        "sitting_seconds": 33 * 60.0,
        "ring": 1.0 if is_open else 0.73,
        "next_prompt_at": None if is_open else NOW + timedelta(minutes=12),
        "due_since": NOW if is_open else None,
        "held_back_by": ("meeting",) if state is StateName.HELD_BACK else (),
        "snoozes_left": 2,
        "paused_until": NOW + timedelta(hours=1) if state is StateName.PAUSED else None,
    }
    return Reading(Status(**{**status, **changes}), NOW, trouble=trouble)
