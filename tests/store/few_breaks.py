"""A short history for tests of what is done to it as a whole."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from deskstretch.core.exercise import Side
from deskstretch.core.history_lines import HistoryLines
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord, NaturalBreakRecord, StepRecord
from deskstretch.store.merging import import_history
from deskstretch.store.reading import Kept, read_days

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)


def a_break(number: int, *, days: int = 0, stretch: str = "neck") -> BreakRecord:
    """A taken one, `days` after that Monday."""
    at = MONDAY + timedelta(days=days)
    return BreakRecord(
        id=str(uuid.UUID(int=number)),
        day=at.date(),
        due_at=at,
        sitting_seconds=2700.0,
        outcome=Outcome.TAKEN,
        closed_at=at + timedelta(minutes=1),
        began_at=at,
        steps=(StepRecord(stretch, Side.BOTH, 1, None, 20.0, (stretch,), 20.0),),
    )


def an_absence(number: int, *, days: int = 0) -> NaturalBreakRecord:
    """Of no length, `days` after that Monday."""
    at = MONDAY + timedelta(days=days)
    return NaturalBreakRecord(str(uuid.UUID(int=number)), at.date(), at, at, 60.0)


def keep(file: Path, *records: BreakRecord | NaturalBreakRecord) -> None:
    """As if they had been kept here."""
    breaks = tuple(each for each in records if isinstance(each, BreakRecord))
    absences = tuple(each for each in records if isinstance(each, NaturalBreakRecord))
    import_history(file, HistoryLines(breaks, absences))


def all_kept(file: Path) -> Kept:
    """All of it."""
    return read_days(file, date.min, date.max)


def kept_numbers(file: Path) -> set[int]:
    """The numbers of what is kept."""
    kept = all_kept(file)
    ids = HistoryLines(kept.breaks, kept.natural_breaks).ids
    return {uuid.UUID(id_).int for id_ in ids}
