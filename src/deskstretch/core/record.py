"""What is kept of a day: the rows of the history as values.

Every time is aware and carries the local offset of its own moment, so that a day stays the day the
person lived, wherever they travel.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

import msgspec

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome, outcome_of_holds
from deskstretch.core.planner.effects import Origin

_WHOLE_HOLD_GRACE_SECONDS = 0.001


class PromptKind(StrEnum):
    """How a break was asked for."""

    PROMPT = "prompt"
    """The small window."""
    PILL = "pill"
    """The quiet pill alone, after the last snooze."""


class PromptRecord(msgspec.Struct, frozen=True):
    """One time of asking."""

    at: datetime
    kind: PromptKind


class SnoozeRecord(msgspec.Struct, frozen=True):
    """One snooze: an action, never an outcome."""

    at: datetime
    delay_seconds: float


class HoldBackRecord(msgspec.Struct, frozen=True):
    """A time in which a due break was held back; the end is None if it was not seen."""

    started_at: datetime
    ended_at: datetime | None
    reasons: tuple[str, ...]


class StepRecord(msgspec.Struct, frozen=True):
    """One hold as planned and as held; `areas` are the names the stretch had at that time."""

    exercise_id: str
    side: Side
    repetition: int
    phase: int | None
    planned_seconds: float
    areas: tuple[str, ...] = ()
    held_seconds: float = 0.0
    hurt: bool = False
    """The person said that it hurts, and it ended there."""

    @property
    def is_whole(self) -> bool:
        """Whether it was held for all of its planned seconds."""
        return self.held_seconds + _WHOLE_HOLD_GRACE_SECONDS >= self.planned_seconds


class BreakRecord(msgspec.Struct, frozen=True):
    """One break's whole story; it belongs to the local `day` on which it became due.

    `outcome` is None while the break is open; `closed_at` stays None where the end was not seen.
    """

    id: str
    day: date
    due_at: datetime
    sitting_seconds: float
    """Sitting time when it became due."""
    origin: Origin = Origin.DUE
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    routine_id: str | None = None
    began_at: datetime | None = None
    """When the guide began."""
    prompts: tuple[PromptRecord, ...] = ()
    snoozes: tuple[SnoozeRecord, ...] = ()
    hold_backs: tuple[HoldBackRecord, ...] = ()
    steps: tuple[StepRecord, ...] = ()


class NaturalBreakRecord(msgspec.Struct, frozen=True):
    """An absence that restarted sitting time while nothing was due."""

    id: str
    day: date
    started_at: datetime
    ended_at: datetime | None
    sitting_seconds: float | None
    """Sitting time that it ended, if known."""


def outcome_of_steps(steps: Iterable[StepRecord]) -> Outcome:
    """The outcome of a guided break, from the steps as they were kept."""
    steps = tuple(steps)
    return outcome_of_holds(
        planned_seconds=sum(step.planned_seconds for step in steps),
        held_seconds=sum(step.held_seconds for step in steps),
        whole_holds=sum(step.is_whole for step in steps),
    )
