"""Histories of so many years, written quickly for measuring: eight breaks on each working day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from deskstretch.store.schema import migrate

BREAKS_A_DAY = 8
OUTCOMES = ("taken", "taken", "taken", "partly", "skipped", "missed", "away", "held_back")
EXERCISES = ("chair-twist", "seated-forward-fold", "standing-calf", "desk-chest")


def write_history(file: Path, first_day: date, last_day: date) -> None:
    """Every working day from the first to the last; an empty history if there is none."""
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file, isolation_level=None)
    migrate(connection)
    connection.execute("BEGIN")
    chance = Random(str(first_day))
    for day in _working_days(first_day, last_day):
        for number in range(BREAKS_A_DAY):
            _write_break(connection, chance, day, number)
    connection.execute("COMMIT")
    connection.close()


def _working_days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def _write_break(connection: sqlite3.Connection, chance: Random, day: date, number: int) -> None:
    id_ = f"{day}-{number}"
    due = datetime.combine(day, time(9 + number, 17), tzinfo=UTC)
    at = round(1000 * due.timestamp())
    outcome = chance.choice(OUTCOMES)
    guided = outcome in {"taken", "partly"}
    connection.execute(
        "INSERT INTO break VALUES (?, ?, ?, 0, ?, 'due', ?, ?, 0, ?, ?, ?)",
        (
            id_,
            day.isoformat(),
            at,
            chance.uniform(2700, 3600),
            outcome,
            at + 200_000,
            "desk-1min-a" if guided else None,
            at + 20_000 if guided else None,
            0 if guided else None,
        ),
    )
    connection.execute("INSERT INTO prompt VALUES (?, 0, ?, 0, 'prompt')", (id_, at))
    if guided:
        connection.executemany(
            "INSERT INTO step VALUES (?, ?, ?, 'both', 0, NULL, '[\"neck\"]', 20, ?, 0)",
            [
                (id_, place, exercise, chance.uniform(5, 20))
                for place, exercise in enumerate(EXERCISES)
            ],
        )
