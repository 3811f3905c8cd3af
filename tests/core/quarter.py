"""A quarter of a person's working days, break after break, as the rules choose them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec

from deskstretch.core.choice import Choice, StretchRecord, choose
from deskstretch.core.planner.events import Length
from deskstretch.core.routine import PlannedStep, plan_steps
from deskstretch.core.settings import DeskSettings
from tests.core.shipped import shipped_catalogue

MONDAY = datetime(2026, 9, 7, tzinfo=UTC)
DAYS = 91
BREAK_HOURS = (9.75, 10.75, 11.75, 14.0, 15.0, 16.25)


class ChosenBreak(msgspec.Struct, frozen=True):
    """One break of the quarter: what was offered, and what came of it."""

    at: datetime
    length: Length
    choice: Choice
    steps: tuple[PlannedStep, ...]
    records: tuple[StretchRecord, ...]


def live_a_quarter(desk: DeskSettings, seed: int, broken_off_share: float) -> list[ChosenBreak]:
    """Thirteen working weeks; some breaks are long, some skipped, a share of them broken off."""
    random = Random(seed)
    history: list[StretchRecord] = []
    breaks: list[ChosenBreak] = []
    for at in _break_times():
        if random.random() < 0.2:
            continue  # skipped, or away
        length: Length = "long" if random.random() < 0.3 else "short"
        choice = choose(shipped_catalogue(), desk, history, at.date(), length)
        assert choice.routine is not None
        steps = plan_steps(choice.routine, shipped_catalogue().exercises, choice.holds)
        share = random.random() if random.random() < broken_off_share else 1.0
        records = tuple(_held(steps, share, at))
        history += records
        breaks.append(ChosenBreak(at, length, choice, steps, records))
    return breaks


def _break_times() -> Iterator[datetime]:
    for day in range(DAYS):
        date = MONDAY + timedelta(days=day)
        if date.weekday() < 5:
            yield from (date + timedelta(hours=hour) for hour in BREAK_HOURS)


def _held(steps: Sequence[PlannedStep], share: float, at: datetime) -> Iterator[StretchRecord]:
    """What is held if the break ends after that share of its holds' time."""
    left = share * sum(step.hold_seconds for step in steps)
    for step in steps:
        held = min(step.hold_seconds, left)
        yield StretchRecord(step.exercise_id, step.side, held, step.hold_seconds, at)
        left -= held
