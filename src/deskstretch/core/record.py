"""What is kept of a day: the rows of the history as values.

Every time is aware and carries the local offset of its own moment, so that a day stays the day the
person lived, wherever they travel.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from deskstretch.core.outcome import Outcome, outcome_of_holds
from deskstretch.core.planner.effects import Origin
from deskstretch.core.terms import Side

_WHOLE_HOLD_GRACE_SECONDS = 0.001

# What a history may hold; it matters where a record comes from outside (see `history_lines.py`).
UUID_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
Uuid = Annotated[str, Meta(pattern=UUID_PATTERN)]
_Time = Annotated[datetime, Meta(tz=True)]
_Seconds = Annotated[float, Meta(ge=0, le=1e9)]
_Number = Annotated[int, Meta(ge=0, le=1_000_000)]


class _Record(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    """A row, or rows that belong together; thousands at once, and never in a circle."""


class PromptKind(StrEnum):
    """How a break was asked for."""

    PROMPT = "prompt"
    """The small window."""
    PILL = "pill"
    """The quiet pill alone, after the last snooze."""


class PromptRecord(_Record, frozen=True):
    """One time of asking."""

    at: _Time
    kind: PromptKind


class SnoozeRecord(_Record, frozen=True):
    """One snooze: an action, never an outcome."""

    at: _Time
    delay_seconds: _Seconds


class HoldBackRecord(_Record, frozen=True):
    """A time in which a due break was held back; the end is None if it was not seen."""

    started_at: _Time
    ended_at: _Time | None
    reasons: tuple[str, ...]


class StepRecord(_Record, frozen=True):
    """One hold as planned and as held; `areas` are the names the stretch had at that time."""

    exercise_id: str
    side: Side
    repetition: _Number
    phase: _Number | None
    planned_seconds: _Seconds
    areas: tuple[str, ...] = ()
    held_seconds: _Seconds = 0.0
    hurt: bool = False
    """The person said that it hurts, and it ended there."""

    @property
    def is_whole(self) -> bool:
        """Whether it was held for all of its planned seconds."""
        return self.held_seconds + _WHOLE_HOLD_GRACE_SECONDS >= self.planned_seconds


class BreakRecord(_Record, frozen=True):
    """One break's whole story; it belongs to the local `day` on which it became due.

    `outcome` is None while the break is open; `closed_at` stays None where the end was not seen.
    """

    id: Uuid
    day: date
    due_at: _Time
    sitting_seconds: _Seconds
    """Sitting time when it became due."""
    origin: Origin = Origin.DUE
    outcome: Outcome | None = None
    closed_at: _Time | None = None
    routine_id: str | None = None
    began_at: _Time | None = None
    """When the guide began."""
    prompts: tuple[PromptRecord, ...] = ()
    snoozes: tuple[SnoozeRecord, ...] = ()
    hold_backs: tuple[HoldBackRecord, ...] = ()
    steps: tuple[StepRecord, ...] = ()


class NaturalBreakRecord(_Record, frozen=True):
    """An absence that restarted sitting time while nothing was due."""

    id: Uuid
    day: date
    started_at: _Time
    ended_at: _Time | None
    sitting_seconds: _Seconds | None
    """Sitting time that it ended, if known."""


def outcome_of_steps(steps: Iterable[StepRecord]) -> Outcome:
    """The outcome of a guided break, from the steps as they were kept."""
    steps = tuple(steps)
    return outcome_of_holds(
        planned_seconds=sum(step.planned_seconds for step in steps),
        held_seconds=sum(step.held_seconds for step in steps),
        whole_holds=sum(step.is_whole for step in steps),
    )
