"""What was held: by side, by area of the body, and by stretch."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from deskstretch.core.exercise import Side
from deskstretch.core.record import BreakRecord, StepRecord


class HeldSeconds(msgspec.Struct, frozen=True):
    """Seconds held in stretches, by side."""

    left: float = 0.0
    right: float = 0.0
    both: float = 0.0

    @property
    def total(self) -> float:
        """All of them."""
        return self.left + self.right + self.both


class AreaHeld(msgspec.Struct, frozen=True):
    """What was held for one area; a hold counts in full for each area that it stretches."""

    area: str
    held: HeldSeconds


class StretchTally(msgspec.Struct, frozen=True):
    """How often a stretch was come to in a guided break, and how that went."""

    exercise_id: str
    times: int
    """Breaks that came to it; one that ended before it does not count."""
    finished: int
    """Times all of its holds were held to the end."""
    skipped: int
    """Times none was held, though the break went on."""

    @property
    def cut_short(self) -> int:
        """Times it was left before its end, or skipped."""
        return self.times - self.finished


def held_seconds(steps: Iterable[StepRecord]) -> HeldSeconds:
    """The seconds held in these steps."""
    by_side: defaultdict[Side, list[float]] = defaultdict(list)
    for step in steps:
        by_side[step.side].append(step.held_seconds)
    return HeldSeconds(*(math.fsum(by_side[side]) for side in (Side.LEFT, Side.RIGHT, Side.BOTH)))


def areas_held(steps: Iterable[StepRecord]) -> tuple[AreaHeld, ...]:
    """The seconds held for each area, the most first; none that was not held at all."""
    by_area: defaultdict[str, list[StepRecord]] = defaultdict(list)
    for step in steps:
        for area in step.areas:
            if step.held_seconds > 0:
                by_area[area].append(step)
    found = [AreaHeld(area, held_seconds(some)) for area, some in by_area.items()]
    return tuple(sorted(found, key=lambda each: (-each.held.total, each.area)))


def stretch_tallies(breaks: Iterable[BreakRecord]) -> tuple[StretchTally, ...]:
    """How each stretch went, by its id."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in breaks:
        for exercise_id, holds in _reached(each.steps):
            tally = counts[exercise_id]
            tally[0] += 1
            tally[1] += all(step.is_whole for step in holds)
            tally[2] += not any(step.held_seconds or step.hurt for step in holds)
    return tuple(StretchTally(name, *numbers) for name, numbers in sorted(counts.items()))


def _reached(steps: Sequence[StepRecord]) -> Iterator[tuple[str, list[StepRecord]]]:
    """The stretches up to the last one of which something was held, or that hurt."""
    touched = [number for number, step in enumerate(steps) if step.held_seconds or step.hurt]
    if not touched:
        return
    reached = dict.fromkeys(step.exercise_id for step in steps[: touched[-1] + 1])
    for exercise_id in reached:
        yield exercise_id, [step for step in steps if step.exercise_id == exercise_id]
