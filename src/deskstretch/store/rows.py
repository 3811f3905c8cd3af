"""Rows to be written, and whole records into rows, as they are when they come from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from deskstretch.core.record import BreakRecord, NaturalBreakRecord, StepRecord
from deskstretch.store.instant import instant_of, instant_or_none

if TYPE_CHECKING:
    import sqlite3


class Row(msgspec.Struct, frozen=True):
    """One row to be written, or changed."""

    statement: str
    values: tuple[object, ...]


class Table(StrEnum):
    """The tables that have a row for each id; what belongs to a break goes with it."""

    BREAK = "break"
    NATURAL_BREAK = "natural_break"


def insert_break(connection: sqlite3.Connection, each: BreakRecord) -> None:
    """Write a break with all that belongs to it. sqlite3.IntegrityError if its id is there."""
    connection.execute(
        "INSERT INTO break (id, day, due_at, due_offset, sitting_seconds, origin, outcome,"
        " closed_at, closed_offset, routine_id, began_at, began_offset)"
        f" VALUES ({_marks(12)})",
        (
            each.id,
            each.day.isoformat(),
            *instant_of(each.due_at),
            each.sitting_seconds,
            each.origin.value,
            None if each.outcome is None else each.outcome.value,
            *instant_or_none(each.closed_at),
            each.routine_id,
            *instant_or_none(each.began_at),
        ),
    )
    _insert_parts(
        connection,
        "prompt (break_id, position, at, at_offset, kind)",
        [
            (each.id, position, *instant_of(prompt.at), prompt.kind.value)
            for position, prompt in enumerate(each.prompts)
        ],
    )
    _insert_parts(
        connection,
        "snooze (break_id, position, at, at_offset, delay_seconds)",
        [
            (each.id, position, *instant_of(snooze.at), snooze.delay_seconds)
            for position, snooze in enumerate(each.snoozes)
        ],
    )
    _insert_parts(
        connection,
        "hold_back (break_id, position, started_at, started_offset, ended_at, ended_offset,"
        " reasons)",
        [
            (
                each.id,
                position,
                *instant_of(one.started_at),
                *instant_or_none(one.ended_at),
                as_json(one.reasons),
            )
            for position, one in enumerate(each.hold_backs)
        ],
    )
    _insert_parts(
        connection,
        "step (break_id, position, exercise_id, side, repetition, phase, areas,"
        " planned_seconds, held_seconds, hurt)",
        [(each.id, position, *step_columns(step)) for position, step in enumerate(each.steps)],
    )


def insert_natural_break(connection: sqlite3.Connection, each: NaturalBreakRecord) -> None:
    """Write a natural break. sqlite3.IntegrityError if its id is there."""
    connection.execute(
        "INSERT INTO natural_break (id, day, started_at, started_offset, ended_at, ended_offset,"
        f" sitting_seconds) VALUES ({_marks(7)})",
        (
            each.id,
            each.day.isoformat(),
            *instant_of(each.started_at),
            *instant_or_none(each.ended_at),
            each.sitting_seconds,
        ),
    )


def step_columns(step: StepRecord) -> tuple[object, ...]:
    """A step's columns after those that say whose it is."""
    return (
        step.exercise_id,
        step.side.value,
        step.repetition,
        step.phase,
        as_json(step.areas),
        float(step.planned_seconds),
        float(step.held_seconds),
        int(step.hurt),
    )


def as_json(names: Iterable[str]) -> str:
    """Some names in one column."""
    return msgspec.json.encode(list(names)).decode()


def _insert_parts(
    connection: sqlite3.Connection, into: str, rows: list[tuple[object, ...]]
) -> None:
    if rows:
        connection.executemany(f"INSERT INTO {into} VALUES ({_marks(len(rows[0]))})", rows)


def _marks(count: int) -> str:
    return ", ".join("?" * count)
