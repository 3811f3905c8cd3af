"""What a person's history says about stretches: when, how often, which side, how long a hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from deskstretch.core.area import Area
from deskstretch.core.exercise import Exercise, HoldRange, Side

WEEK = timedelta(days=7)

SAME_BREAK = timedelta(minutes=15)
"""Holds no further apart than this from the latest one belong to the last break."""

TIMES_TO_GROW = 6
"""Whole times after which a hold grows by one step."""

GROWTH_SECONDS = 5.0
"""One step; where phases pace the hold, one round of them."""

LONG_GAP = timedelta(days=14)
"""After this long without it, a hold starts again from its default."""


class StretchRecord(msgspec.Struct, frozen=True):
    """One hold of the past. `at` is aware; its own date is the day it counts for."""

    exercise_id: str
    side: Side
    held_seconds: float
    planned_seconds: float
    at: datetime

    @property
    def counts(self) -> bool:
        """Whether enough was held to call the area stretched."""
        return self.held_seconds > 0 and self.held_seconds * 2 >= self.planned_seconds

    @property
    def is_whole(self) -> bool:
        """Whether all of it was held, with a millisecond's grace."""
        return self.held_seconds > 0 and self.held_seconds + 0.001 >= self.planned_seconds


class Practice(msgspec.Struct, frozen=True):
    """The history in the terms of choosing."""

    today: date
    last_break: frozenset[str]
    """The stretches of the latest break."""
    area_at: Mapping[Area, datetime]
    """When each area was last stretched."""
    done_at: Mapping[str, datetime]
    """When each stretch was last done."""
    times: Mapping[str, float]
    """How often each was done within the last week; half a stretch counts as half."""
    side_seconds: Mapping[tuple[str, Side], float]
    """Seconds held of a stretch on a side."""
    whole_times: Mapping[str, float]
    """How often each was done whole, less what was broken off, since the last long gap."""

    def days_since(self, area: Area) -> int | None:
        """Whole days since the area was stretched; 0 is today, None means never."""
        at = self.area_at.get(area)
        return None if at is None else max(0, (self.today - at.date()).days)

    def left_first(self, exercise: Exercise) -> bool:
        """Whether the left side has had less, so that ending early evens out over the days."""
        left = self.side_seconds.get((exercise.id, Side.LEFT), 0.0)
        return left < self.side_seconds.get((exercise.id, Side.RIGHT), 0.0)

    def grown_hold(self, exercise: Exercise, hold: HoldRange) -> float:
        """The hold in seconds that this person has grown to, from the default toward the max."""
        at = self.done_at.get(exercise.id)
        if at is None or self.today - at.date() > LONG_GAP:
            return hold.default
        step = sum(phase.seconds for phase in exercise.phases) or GROWTH_SECONDS
        steps = self.whole_times.get(exercise.id, 0.0) // TIMES_TO_GROW
        return hold.nearest(hold.default + steps * step)


def practice_of(
    exercises: Mapping[str, Exercise], history: Sequence[StretchRecord], today: date
) -> Practice:
    """Read `history`, in any order; stretches that are no longer in the catalogue are left out."""
    records = sorted(
        (record for record in history if record.exercise_id in exercises),
        key=_place_in_time,
    )
    last_at = records[-1].at if records else None
    area_at: dict[Area, datetime] = {}
    done_at: dict[str, datetime] = {}
    times: defaultdict[str, float] = defaultdict(float)
    side_seconds: defaultdict[tuple[str, Side], float] = defaultdict(float)
    for record in records:
        exercise = exercises[record.exercise_id]
        side_seconds[record.exercise_id, record.side] += record.held_seconds
        if not record.counts:
            continue
        done_at[record.exercise_id] = record.at
        area_at.update(dict.fromkeys(exercise.areas, record.at))
        if today - record.at.date() < WEEK:
            times[record.exercise_id] += _share_of_once(exercise)
    return Practice(
        today=today,
        last_break=frozenset(
            record.exercise_id
            for record in records
            if last_at is not None and last_at - record.at <= SAME_BREAK
        ),
        area_at=area_at,
        done_at=done_at,
        times=dict(times),
        side_seconds=dict(side_seconds),
        whole_times=_whole_times(exercises, records),
    )


def _place_in_time(record: StretchRecord) -> tuple[datetime, str, str, float, float]:
    """By time; holds of the same moment always in the same order, however they came."""
    held = (record.planned_seconds, record.held_seconds)
    return (record.at, record.exercise_id, record.side.value, *held)


def _whole_times(
    exercises: Mapping[str, Exercise], records: Sequence[StretchRecord]
) -> dict[str, float]:
    """How often each was done whole; a long gap starts anew, breaking off takes a step back."""
    times: dict[str, float] = {}
    before: dict[str, date] = {}
    for record in records:
        if record.held_seconds <= 0:
            continue  # never begun: the break ended before it
        exercise_id, day = record.exercise_id, record.at.date()
        if day - before.get(exercise_id, day) > LONG_GAP:
            times[exercise_id] = 0.0
        before[exercise_id] = day
        once = _share_of_once(exercises[exercise_id])
        change = once if record.is_whole else -once * TIMES_TO_GROW
        times[exercise_id] = max(0.0, times.get(exercise_id, 0.0) + change)
    return times


def _share_of_once(exercise: Exercise) -> float:
    """The part of doing it once, as it stands in the catalogue, that a single hold makes up."""
    phases = len(exercise.phases) if exercise.hold is None else 1
    return 1 / (len(exercise.side_order) * exercise.repetitions.default * phases)
