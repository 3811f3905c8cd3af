"""What the history tells: rows back into records. Reads only, beside a writer or without one."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from deskstretch.core.exercise import Side
from deskstretch.core.language import _
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
from deskstretch.store.instant import time_of, time_or_none
from deskstretch.store.schema import (
    MIGRATIONS,
    NewerHistoryError,
    is_newer,
    migrate,
    version_of,
)
from deskstretch.store.sqlite_uri import sqlite_uri
from deskstretch.store.trouble import is_damage, reading_trouble_words

_LOCK_WAIT_SECONDS = 2.0
_MOST_FAULTS_TOLD = 20

_NAMES = msgspec.json.Decoder(tuple[str, ...])

_Row = Sequence[Any]


class Kept(msgspec.Struct, frozen=True):
    """What was kept of some days, oldest first."""

    breaks: tuple[BreakRecord, ...] = ()
    natural_breaks: tuple[NaturalBreakRecord, ...] = ()


class UnreadableHistoryError(Exception):
    """The file is there but cannot be read; the text names it and says why."""


def read_days(path: Path, first: date, last: date) -> Kept:
    """All that belongs to the local days from `first` to `last`; nothing if there is no file yet.

    UnreadableHistoryError if it is damaged, foreign, or so new that it makes no sense here.
    """
    with reading(path) as connection:
        return kept_on(connection, first, last)


def kept_on(connection: sqlite3.Connection, first: date, last: date) -> Kept:
    """As `read_days`, in a file that is open already; sqlite3.Error or ValueError if damaged."""
    days = (first.isoformat(), last.isoformat())
    return Kept(_breaks(connection, days), _natural_breaks(connection, days))


def first_day(path: Path) -> date | None:
    """The local day of the first break ever; None without one. Raises as `read_days`."""
    with reading(path) as connection:
        (day,) = connection.execute("SELECT min(day) FROM break").fetchone()
    return None if day is None else date.fromisoformat(day)


def is_from_newer_version(path: Path) -> bool:
    """Whether a newer version wrote it, so that here it is only read. Raises as `read_days`."""
    with reading(path) as connection:
        return is_newer(connection)


def damage_in(path: Path) -> tuple[str, ...]:
    """What is damaged inside the file, a line each. Raises as `read_days`."""
    with reading(path) as connection:
        found = connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS_TOLD})").fetchall()
        damage = [line for (text,) in found for line in text.splitlines() if text != "ok"]
        astray = Counter(table for table, *_row in connection.execute("PRAGMA foreign_key_check"))
        damage += [
            _("{table}: {count} belong to no break").format(table=table, count=count)
            for table, count in astray.items()
        ]
        for table in ("break", "natural_break"):
            no_day = f"SELECT count(*) FROM {table} WHERE date(day) IS NOT day"
            (count,) = connection.execute(no_day).fetchone()
            if count:
                words = _("{table}: {count} belong to no day")
                damage.append(words.format(table=table, count=count))
    return tuple(damage)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The file with today's tables, for a while; an empty one if there is none. Raises as above.

    Tables of a newer version are read as if they were today's.
    """
    from_newer_version = False
    try:
        with closing(_open(path)) as connection:
            from_newer_version = is_newer(connection)
            yield connection
    except (
        sqlite3.Error,
        OSError,
        ValueError,
        OverflowError,
        msgspec.MsgspecError,
        NewerHistoryError,
    ) as error:
        if from_newer_version and is_damage(error):
            newer = NewerHistoryError(str(error))  # what we do not know is not for us to mend
            raise UnreadableHistoryError(reading_trouble_words(path, newer)) from newer
        raise UnreadableHistoryError(reading_trouble_words(path, error)) from error


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        return _up_to_date_copy(None)
    try:
        connection = _connect(path, "mode=ro")
        version = version_of(connection)
    except sqlite3.OperationalError:
        # WAL needs a place beside the file for its index. Where there is none nobody writes.
        connection = _connect(path, "immutable=1")
        version = version_of(connection)
    if version < len(MIGRATIONS):
        with closing(connection):
            return _up_to_date_copy(connection)
    return connection


def _connect(path: Path, how: str) -> sqlite3.Connection:
    uri = sqlite_uri(path, how)
    return sqlite3.connect(uri, uri=True, timeout=_LOCK_WAIT_SECONDS, isolation_level=None)


def _up_to_date_copy(older: sqlite3.Connection | None) -> sqlite3.Connection:
    """The same rows in today's tables, in memory: reading changes no file."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    if older is not None:
        older.backup(copy)
    migrate(copy)
    return copy


def _breaks(connection: sqlite3.Connection, days: tuple[str, str]) -> tuple[BreakRecord, ...]:
    def parts(table: str, columns: str) -> Mapping[str, Sequence[_Row]]:
        """The rows of a table that belong to breaks of these days, by break, in their order."""
        found: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in connection.execute(
            f"SELECT break_id, {columns} FROM {table} AS part JOIN break ON break.id = break_id"
            " WHERE break.day BETWEEN ? AND ? ORDER BY break_id, position",
            days,
        ):
            found[row[0]].append(row)
        return found

    prompts = parts("prompt", "at, at_offset, kind")
    snoozes = parts("snooze", "at, at_offset, delay_seconds")
    hold_backs = parts("hold_back", "started_at, started_offset, ended_at, ended_offset, reasons")
    steps = parts(
        "step",
        "exercise_id, side, repetition, phase, planned_seconds, areas, held_seconds, hurt",
    )
    rows = connection.execute(
        "SELECT id, day, due_at, due_offset, sitting_seconds, origin, outcome, closed_at,"
        " closed_offset, routine_id, began_at, began_offset FROM break"
        " WHERE day BETWEEN ? AND ? ORDER BY day, due_at, id",
        days,
    )
    return tuple(
        msgspec.structs.replace(
            _break(row),
            prompts=tuple(map(_prompt, prompts.get(row[0], ()))),
            snoozes=tuple(map(_snooze, snoozes.get(row[0], ()))),
            hold_backs=tuple(map(_hold_back, hold_backs.get(row[0], ()))),
            steps=tuple(map(_step, steps.get(row[0], ()))),
        )
        for row in rows
    )


def _natural_breaks(
    connection: sqlite3.Connection, days: tuple[str, str]
) -> tuple[NaturalBreakRecord, ...]:
    rows = connection.execute(
        "SELECT id, day, started_at, started_offset, ended_at, ended_offset, sitting_seconds"
        " FROM natural_break WHERE day BETWEEN ? AND ? ORDER BY day, started_at, id",
        days,
    )
    return tuple(map(_natural_break, rows))


def _break(row: _Row) -> BreakRecord:
    break_id, day, due_at, due_offset, sitting, origin, outcome, *ends, routine_id, began, off = row
    return BreakRecord(
        id=break_id,
        day=date.fromisoformat(day),
        due_at=time_of(due_at, due_offset),
        sitting_seconds=sitting,
        origin=Origin(origin),
        outcome=None if outcome is None else Outcome(outcome),
        closed_at=time_or_none(*ends),
        routine_id=routine_id,
        began_at=time_or_none(began, off),
    )


def _prompt(row: _Row) -> PromptRecord:
    _break_id, at, offset, kind = row
    return PromptRecord(time_of(at, offset), PromptKind(kind))


def _snooze(row: _Row) -> SnoozeRecord:
    _break_id, at, offset, delay_seconds = row
    return SnoozeRecord(time_of(at, offset), delay_seconds)


def _hold_back(row: _Row) -> HoldBackRecord:
    _break_id, started, started_offset, ended, ended_offset, reasons = row
    return HoldBackRecord(
        time_of(started, started_offset), time_or_none(ended, ended_offset), _names(reasons)
    )


def _step(row: _Row) -> StepRecord:
    _break_id, exercise_id, side, repetition, phase, planned, areas, held, hurt = row
    return StepRecord(
        exercise_id=exercise_id,
        side=Side(side),
        repetition=repetition,
        phase=phase,
        planned_seconds=planned,
        areas=_names(areas),
        held_seconds=held,
        hurt=bool(hurt),
    )


def _natural_break(row: _Row) -> NaturalBreakRecord:
    natural_break_id, day, started, started_offset, ended, ended_offset, sitting_seconds = row
    return NaturalBreakRecord(
        id=natural_break_id,
        day=date.fromisoformat(day),
        started_at=time_of(started, started_offset),
        ended_at=time_or_none(ended, ended_offset),
        sitting_seconds=sitting_seconds,
    )


def _names(text: str) -> tuple[str, ...]:
    return _NAMES.decode(text)
