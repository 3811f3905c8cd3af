"""Backups of the history: one a day beside it, each verified, the newest few kept.

What is deleted from the history is cut out of them too, so that it is gone for good.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from deskstretch.core.language import _
from deskstretch.store.folders import make_private_folder
from deskstretch.store.schema import MIGRATIONS, migrate, version_of
from deskstretch.store.sqlite_uri import sqlite_uri

KEPT = 7
_FOLDER = "backups"


def backups_of(history: Path) -> tuple[tuple[date, Path], ...]:
    """The backups that lie beside it, each with its day, newest first."""
    found = []
    for file in (history.parent / _FOLDER).glob(f"{history.stem}-*{history.suffix}"):
        try:
            day = date.fromisoformat(file.stem.removeprefix(f"{history.stem}-"))
        except ValueError:
            continue
        found.append((day, file))
    return tuple(sorted(found, reverse=True))


def back_up(connection: sqlite3.Connection, history: Path, day: date) -> Path:
    """Keep all of `connection` as the backup of that day, and let the oldest go.

    OSError; sqlite3.Error, also where what was written is not sound: then nothing is replaced.
    """
    file = history.parent / _FOLDER / f"{history.stem}-{day.isoformat()}{history.suffix}"
    write_copy(connection, file)
    for _day, old in backups_of(history)[KEPT:]:
        old.unlink(missing_ok=True)
    return file


def write_copy(connection: sqlite3.Connection, file: Path) -> None:
    """Put a verified copy in the file's place, for this person alone (0600). As `back_up`."""
    make_private_folder(file.parent)
    unfinished = file.with_name(f".{file.name}.tmp")
    unfinished.unlink(missing_ok=True)  # left behind by a run that was killed
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            if not is_sound(copy):
                raise sqlite3.DatabaseError(_("the copy is not sound"))
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the quick check finds nothing. False too for what is no database."""
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # its message may quote the damage
        return False


def migrate_after_backup(connection: sqlite3.Connection, history: Path) -> None:
    """Bring the tables up to date; an older history is backed up before. As `back_up`."""
    if 0 < version_of(connection) < len(MIGRATIONS):
        back_up(connection, history, datetime.now().astimezone().date())
    migrate(connection)


def cut_backups(connection: sqlite3.Connection, history: Path) -> None:
    """Take out of every backup what is no longer in the history. OSError.

    A backup that cannot be rewritten goes as a whole, and so does what lies there unfinished.
    """
    for file in (history.parent / _FOLDER).glob(".*.tmp*"):
        file.unlink(missing_ok=True)
    kept = {
        table: [(id_,) for (id_,) in connection.execute(f"SELECT id FROM {table}")]
        for table in ("break", "natural_break")
    }
    for _day, file in backups_of(history):
        try:
            _cut(file, kept)
        except (sqlite3.Error, OSError, UnicodeDecodeError):
            file.unlink()


def _cut(file: Path, kept: dict[str, list[tuple[str]]]) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        with closing(read_only(file)) as backup:
            backup.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")
        copy.execute("CREATE TEMP TABLE kept (id TEXT PRIMARY KEY)")
        gone = 0
        for table, ids in kept.items():
            copy.execute("DELETE FROM kept")
            copy.executemany("INSERT INTO kept VALUES (?)", ids)
            gone += copy.execute(
                f"DELETE FROM {table} WHERE id NOT IN (SELECT id FROM kept)"
            ).rowcount
        if gone:
            copy.execute("VACUUM")
            write_copy(copy, file)


def read_only(file: Path) -> sqlite3.Connection:
    """A file that nobody writes, such as a backup. sqlite3.Error."""
    uri = sqlite_uri(file, "immutable=1")
    return sqlite3.connect(uri, uri=True, isolation_level=None)
