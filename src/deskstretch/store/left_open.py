"""Breaks that an earlier run left open, because it was killed, get the outcome they came to."""

from __future__ import annotations

import sqlite3

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import StepRecord, outcome_of_steps
from deskstretch.core.terms import Side


def is_any_open(connection: sqlite3.Connection) -> bool:
    """Whether there is a break without an outcome."""
    (any_open,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM break WHERE outcome IS NULL)"
    ).fetchone()
    return bool(any_open)


def close_left_open(connection: sqlite3.Connection) -> None:
    """Close every open break with its true outcome; when each ended stays unknown.

    Guided: by the seconds that were held. Asked: the person was `away` before answering, as far as
    anyone can tell. Never asked: `held_back`. Call it before this run opens a break of its own.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        open_breaks = connection.execute(
            "SELECT id, origin, began_at FROM break WHERE outcome IS NULL"
        ).fetchall()
        connection.executemany(
            "UPDATE break SET outcome = ? WHERE id = ?",
            [
                (_outcome_of(connection, break_id, Origin(origin), began_at is not None), break_id)
                for break_id, origin, began_at in open_breaks
            ],
        )
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _outcome_of(
    connection: sqlite3.Connection, break_id: str, origin: Origin, guided: bool
) -> Outcome:
    # A break of one's own is never asked for: killed before its first step, it held nothing.
    if guided or origin is Origin.OWN:
        return outcome_of_steps(_steps_of(connection, break_id))
    asked = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM prompt WHERE break_id = ?)", (break_id,)
    ).fetchone()[0]
    return Outcome.AWAY if asked else Outcome.HELD_BACK


def _steps_of(connection: sqlite3.Connection, break_id: str) -> list[StepRecord]:
    rows = connection.execute(
        "SELECT exercise_id, side, repetition, phase, planned_seconds, held_seconds"
        " FROM step WHERE break_id = ?",
        (break_id,),
    )
    return [
        StepRecord(
            exercise_id=exercise_id,
            side=Side(side),
            repetition=repetition,
            phase=phase,
            planned_seconds=planned_seconds,
            held_seconds=held_seconds,
        )
        for exercise_id, side, repetition, phase, planned_seconds, held_seconds in rows
    ]
