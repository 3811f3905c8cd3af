"""Anything that a history may hold, for tests that must hold for all of it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.history_lines import HistoryLines
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import (
    BreakRecord,
    HoldBackRecord,
    NaturalBreakRecord,
    PromptKind,
    PromptRecord,
    SnoozeRecord,
    StepRecord,
)

_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000

names = st.text(st.characters(codec="utf-8"), max_size=12)
seconds = st.floats(0, 1e6, allow_nan=False)
ids = st.uuids().map(str)
few_ids = st.integers(0, 5).map(lambda number: str(uuid.UUID(int=number)))


@st.composite
def times(draw: st.DrawFn) -> datetime:
    """To the millisecond, in any zone."""
    zone = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    at = _BEGIN + timedelta(milliseconds=draw(st.integers(0, _TEN_YEARS_MS)))
    return at.astimezone(zone)


steps = st.builds(
    StepRecord,
    exercise_id=names,
    side=st.sampled_from(Side),
    repetition=st.integers(0, 20),
    phase=st.none() | st.integers(0, 9),
    planned_seconds=seconds,
    areas=st.lists(names, max_size=2).map(tuple),
    held_seconds=seconds,
    hurt=st.booleans(),
)
hold_backs = st.builds(
    HoldBackRecord,
    started_at=times(),
    ended_at=st.none() | times(),
    reasons=st.lists(names, max_size=2).map(tuple),
)


@st.composite
def break_records(
    draw: st.DrawFn,
    ids: st.SearchStrategy[str] = ids,
    outcomes: st.SearchStrategy[Outcome | None] = st.sampled_from(Outcome),  # noqa: B008
) -> BreakRecord:
    """A break as it may be kept; over, unless `outcomes` says otherwise."""
    due_at = draw(times())
    return BreakRecord(
        id=draw(ids),
        day=due_at.date(),
        due_at=due_at,
        sitting_seconds=draw(seconds),
        origin=draw(st.sampled_from(Origin)),
        outcome=draw(outcomes),
        closed_at=draw(st.none() | times()),
        routine_id=draw(st.none() | names),
        began_at=draw(st.none() | times()),
        prompts=tuple(
            draw(
                st.lists(st.builds(PromptRecord, times(), st.sampled_from(PromptKind)), max_size=2)
            )
        ),
        snoozes=tuple(draw(st.lists(st.builds(SnoozeRecord, times(), seconds), max_size=2))),
        hold_backs=tuple(draw(st.lists(hold_backs, max_size=2))),
        steps=tuple(draw(st.lists(steps, max_size=3))),
    )


@st.composite
def natural_break_records(draw: st.DrawFn, ids: st.SearchStrategy[str] = ids) -> NaturalBreakRecord:
    """An absence as it may be kept."""
    started_at = draw(times())
    return NaturalBreakRecord(
        id=draw(ids),
        day=started_at.date(),
        started_at=started_at,
        ended_at=draw(st.none() | times()),
        sitting_seconds=draw(st.none() | seconds),
    )


def histories(ids: st.SearchStrategy[str] = ids) -> st.SearchStrategy[HistoryLines]:
    """Some breaks and natural breaks, each with an id of its own."""
    return st.builds(
        HistoryLines,
        breaks=st.lists(break_records(ids), max_size=4, unique_by=lambda each: each.id).map(tuple),
        natural_breaks=st.lists(
            natural_break_records(ids), max_size=3, unique_by=lambda each: each.id
        ).map(tuple),
    )
