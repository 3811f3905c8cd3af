"""Routines: stretches in an order, and the holds that they come down to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from deskstretch.core.terms import LONGEST_HOLD_SECONDS, Identifier, Label, Side

# Settings may hold routines, and are read without a stretch.
if TYPE_CHECKING:
    from deskstretch.core.exercise import Exercise

GET_READY_SECONDS = 3.0
"""Before each stretch: time to read what comes."""

MOVE_SECONDS = 2.0
"""Moving into a hold, and as long out of it."""

SWITCH_SECONDS = 4.0
"""Changing sides between moving out and moving in; a rest at least as long takes its place."""


class RoutineItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stretch of a routine; what it leaves open is as the stretch itself says."""

    exercise: Identifier
    hold_seconds: Annotated[float, Meta(gt=0, le=LONGEST_HOLD_SECONDS)] | None = None
    repetitions: Annotated[int, Meta(ge=1, le=50)] | None = None
    left_first: bool = False


class Routine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ordered list of stretches."""

    id: Identifier
    name: Label
    items: Annotated[tuple[RoutineItem, ...], Meta(min_length=1, max_length=60)]


class PlannedStep(msgspec.Struct, frozen=True):
    """One hold: a side, a repetition (from 1) and, in a cycle, a phase (from 0)."""

    exercise_id: str
    side: Side
    repetition: int
    phase: int | None
    hold_seconds: float
    rest_seconds_after: float


def plan_steps(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    holds: Mapping[str, float] | None = None,
    hold_override_seconds: float | None = None,
) -> tuple[PlannedStep, ...]:
    """The holds of a routine, in order; every stretch of it must be among `exercises`.

    `holds` gives a person's own hold in seconds for a stretch, where the routine names none; both
    are kept within the stretch's range. The override, for trying things out, replaces every hold
    and phase and knows no range.
    """
    holds = holds or {}
    steps: list[PlannedStep] = []
    for item in routine.items:
        exercise = exercises[item.exercise]
        held = item.hold_seconds or holds.get(exercise.id)
        steps += _steps_of(exercise, item, held, hold_override_seconds)
    return tuple(steps)


def length_seconds(steps: Sequence[PlannedStep]) -> float:
    """How long a guided break of these steps takes, to the second."""
    if not steps:
        return 0.0
    between = sum(_seconds_between(step, following) for step, following in pairwise(steps))
    holds = sum(step.hold_seconds for step in steps)
    return GET_READY_SECONDS + MOVE_SECONDS + holds + between + MOVE_SECONDS


def _steps_of(
    exercise: Exercise, item: RoutineItem, held: float | None, override: float | None
) -> Iterator[PlannedStep]:
    repetitions = item.repetitions or exercise.repetitions.default
    for side, repetition in _turns(exercise, repetitions, item.left_first):
        phases = _holds_of(exercise, held, override)
        for place, (phase, seconds) in enumerate(phases, start=1):
            rests = place == len(phases) and repetition < repetitions
            yield PlannedStep(
                exercise_id=exercise.id,
                side=side,
                repetition=repetition,
                phase=phase,
                hold_seconds=seconds,
                rest_seconds_after=exercise.rest_seconds if rests else 0.0,
            )


def _turns(exercise: Exercise, repetitions: int, left_first: bool) -> list[tuple[Side, int]]:
    sides = exercise.side_order[::-1] if left_first else exercise.side_order
    counts = range(1, repetitions + 1)
    if exercise.alternate:
        return [(side, count) for count in counts for side in sides]
    return [(side, count) for side in sides for count in counts]


def _holds_of(
    exercise: Exercise, held: float | None, override: float | None
) -> list[tuple[int | None, float]]:
    if exercise.hold is not None:
        wished = exercise.hold.default if held is None else exercise.hold.nearest(held)
        return [(None, override or wished)]
    return [(index, override or phase.seconds) for index, phase in enumerate(exercise.phases)]


def _seconds_between(step: PlannedStep, following: PlannedStep) -> float:
    rest = step.rest_seconds_after
    if step.exercise_id != following.exercise_id:
        return MOVE_SECONDS + rest + GET_READY_SECONDS + MOVE_SECONDS
    if step.side != following.side:
        return MOVE_SECONDS + max(rest, SWITCH_SECONDS) + MOVE_SECONDS
    if rest == 0 and step.phase != following.phase:
        return 0.0
    return MOVE_SECONDS + rest + MOVE_SECONDS
