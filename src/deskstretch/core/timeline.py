"""Planned steps laid out in time: what happens, in which order, for how long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from deskstretch.core.routine import (
    GET_READY_SECONDS,
    MOVE_SECONDS,
    SWITCH_SECONDS,
    PlannedStep,
)


class SegmentKind(StrEnum):
    """What a person does during a segment."""

    GET_READY = "get_ready"
    MOVE_IN = "move_in"
    HOLD = "hold"
    MOVE_OUT = "move_out"
    SWITCH = "switch"
    REST = "rest"


class Segment(msgspec.Struct, frozen=True):
    """One stretch of time; before a hold it already belongs to the step to come."""

    kind: SegmentKind
    step_index: int
    seconds: float


class Timeline(msgspec.Struct, frozen=True):
    """A whole guided break in time.

    A bout is a run of steps held without leaving the position (the phases of a cycle); a stretch
    is a run of steps of one exercise. Both are numbered from 0, one number for each step.
    """

    steps: tuple[PlannedStep, ...]
    segments: tuple[Segment, ...]
    bouts: tuple[int, ...]
    stretches: tuple[int, ...]

    @property
    def seconds(self) -> float:
        """How long the whole break takes."""
        return sum(segment.seconds for segment in self.segments)

    @property
    def stretch_count(self) -> int:
        """How many stretches it has."""
        return self.stretches[-1] + 1 if self.stretches else 0

    def first_segment_of_bout(self, bout: int) -> int:
        """The index of the segment that leads into that bout; past the last one, their number."""
        for index, segment in enumerate(self.segments):
            if self.bouts[segment.step_index] == bout:
                return index
        return len(self.segments)


def timeline_of(steps: Sequence[PlannedStep]) -> Timeline:
    """Lay out `steps`: get ready for each stretch, move in, hold, move out; switch or rest between.

    Phases of a cycle are held one after the other; the rest after the last step is left out.
    """
    return Timeline(
        steps=tuple(steps),
        segments=tuple(_segments(steps)),
        bouts=_numbered(steps, are_joined),
        stretches=_numbered(steps, _are_one_stretch),
    )


def are_joined(step: PlannedStep, following: PlannedStep) -> bool:
    """Whether `following` is reached without leaving the position, as in a cycle of phases."""
    return (
        _are_one_stretch(step, following)
        and step.side == following.side
        and step.rest_seconds_after == 0
        and step.phase != following.phase
    )


def _segments(steps: Sequence[PlannedStep]) -> Iterator[Segment]:
    previous: PlannedStep | None = None
    for index, step in enumerate(steps):
        if previous is None or not are_joined(previous, step):
            if previous is not None:
                yield Segment(SegmentKind.MOVE_OUT, index - 1, MOVE_SECONDS)
            yield from _way_in(previous, step, index)
        yield Segment(SegmentKind.HOLD, index, step.hold_seconds)
        previous = step
    if steps:
        yield Segment(SegmentKind.MOVE_OUT, len(steps) - 1, MOVE_SECONDS)


def _way_in(previous: PlannedStep | None, step: PlannedStep, index: int) -> Iterator[Segment]:
    rest_seconds = previous.rest_seconds_after if previous is not None else 0
    if previous is None or not _are_one_stretch(previous, step):
        if rest_seconds > 0:
            yield Segment(SegmentKind.REST, index, rest_seconds)
        yield Segment(SegmentKind.GET_READY, index, GET_READY_SECONDS)
    elif previous.side != step.side and rest_seconds < SWITCH_SECONDS:
        # A longer rest leaves time enough to change sides in.
        yield Segment(SegmentKind.SWITCH, index, SWITCH_SECONDS)
    elif rest_seconds > 0:
        yield Segment(SegmentKind.REST, index, rest_seconds)
    yield Segment(SegmentKind.MOVE_IN, index, MOVE_SECONDS)


def _are_one_stretch(step: PlannedStep, following: PlannedStep) -> bool:
    return step.exercise_id == following.exercise_id


def _numbered(
    steps: Sequence[PlannedStep], belong_together: Callable[[PlannedStep, PlannedStep], bool]
) -> tuple[int, ...]:
    numbers = [0] if steps else []
    for step, following in pairwise(steps):
        numbers.append(numbers[-1] + (not belong_together(step, following)))
    return tuple(numbers)
