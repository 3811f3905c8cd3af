"""The tables of the history, and the way from every older file to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.core.language import _

if TYPE_CHECKING:
    import sqlite3  # the number of the tables is asked for where there is no need of it

# Each entry leads from the version before it to its own number (the first one from an empty file).
# One that has been released is never changed again.
#
# Times are whole milliseconds UTC (`…_at`) beside the local offset of that moment in seconds
# (`…_offset`); `day` is the local day as ISO text. Ids are UUIDs, and the rows that belong to a
# break are known by its id and their position, so histories of several machines merge without
# clashes. Lists (areas, reasons) are JSON texts.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE break (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        due_offset INTEGER NOT NULL,
        sitting_seconds REAL NOT NULL CHECK (sitting_seconds >= 0),
        origin TEXT NOT NULL CHECK (origin IN ('due', 'own')),
        outcome TEXT CHECK (
            outcome IN ('taken', 'partly', 'skipped', 'missed', 'away', 'held_back')
        ),
        closed_at INTEGER,
        closed_offset INTEGER,
        routine_id TEXT,
        began_at INTEGER,
        began_offset INTEGER
    ) STRICT;
    CREATE INDEX break_by_day ON break (day, due_at);
    CREATE INDEX break_open ON break (id) WHERE outcome IS NULL;

    CREATE TABLE prompt (
        break_id TEXT NOT NULL REFERENCES break (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('prompt', 'pill')),
        PRIMARY KEY (break_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE snooze (
        break_id TEXT NOT NULL REFERENCES break (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        delay_seconds REAL NOT NULL CHECK (delay_seconds >= 0),
        PRIMARY KEY (break_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE hold_back (
        break_id TEXT NOT NULL REFERENCES break (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        started_offset INTEGER NOT NULL,
        ended_at INTEGER,
        ended_offset INTEGER,
        reasons TEXT NOT NULL,
        PRIMARY KEY (break_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE step (
        break_id TEXT NOT NULL REFERENCES break (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        exercise_id TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
        repetition INTEGER NOT NULL,
        phase INTEGER,
        areas TEXT NOT NULL,
        planned_seconds REAL NOT NULL CHECK (planned_seconds >= 0),
        held_seconds REAL NOT NULL DEFAULT 0 CHECK (held_seconds >= 0),
        hurt INTEGER NOT NULL DEFAULT 0 CHECK (hurt IN (0, 1)),
        PRIMARY KEY (break_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE natural_break (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        started_offset INTEGER NOT NULL,
        ended_at INTEGER,
        ended_offset INTEGER,
        sitting_seconds REAL CHECK (sitting_seconds >= 0)
    ) STRICT;
    CREATE INDEX natural_break_by_day ON natural_break (day, started_at);
    """,
    # What came from another machine through a shared folder is not told again by this one; what
    # was deleted here is not to come back from there. Ids of breaks and natural breaks alike.
    """
    CREATE TABLE elsewhere (
        id TEXT PRIMARY KEY,
        machine TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE deleted (
        id TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    """,
)


class NewerHistoryError(Exception):
    """A newer version wrote the file: its tables may mean more than this one knows."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables in this file; 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether the file is ahead of the tables known here."""
    return version_of(connection) > len(MIGRATIONS)


def refuse_newer(connection: sqlite3.Connection) -> None:
    """NewerHistoryError if it is."""
    if is_newer(connection):
        words = _("version {version}, known is {known}")
        raise NewerHistoryError(words.format(version=version_of(connection), known=len(MIGRATIONS)))


def migrate(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring the file's tables up to date, each step whole or not at all."""
    version = version_of(connection)
    for number, script in enumerate(migrations[version:], start=version + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except BaseException:
            if connection.in_transaction:
                connection.rollback()
            raise
