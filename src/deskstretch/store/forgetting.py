"""Deleting from the history, so that nothing of it is left in the file or its backups."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import msgspec

from deskstretch.core.language import _
from deskstretch.store.backups import cut_backups
from deskstretch.store.changing import changing, transaction
from deskstretch.store.folders import Folders
from deskstretch.store.mending import drop_set_aside
from deskstretch.store.rows import Table

_OVER = {Table.BREAK: "outcome IS NOT NULL", Table.NATURAL_BREAK: "TRUE"}


class Deleted(msgspec.Struct, frozen=True):
    """How many rows are gone."""

    breaks: int = 0
    natural_breaks: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.breaks + self.natural_breaks


def delete_days(path: Path, first: date, last: date, *, open_too: bool = False) -> Deleted:
    """Delete all of these local days, here and on every machine that shares this history.

    A break that is open stays unless `open_too`: a running app is still writing it. Only the ids,
    which are random, are remembered, so that nothing comes back. UnwritableHistoryError.
    """
    if not path.exists():
        return Deleted()
    with changing(path) as connection:
        with transaction(connection):
            deleted = _delete(connection, first, last, open_too=open_too, remembered=True)
        compact(connection, path)
    return deleted


def delete_everything(folders: Folders, *, open_too: bool = False) -> Deleted:
    """As `delete_days`, for all there is, and what became of suggestions, which tells of it too."""
    deleted = delete_days(folders.history_file, date.min, date.max, open_too=open_too)
    with contextlib.suppress(OSError):
        folders.suggestions_file.unlink(missing_ok=True)
    return deleted


def forget_before(path: Path, first_kept: date) -> Deleted:
    """Delete what is over and older than that day, on this machine. UnwritableHistoryError."""
    if not path.exists():
        return Deleted()
    last = first_kept - timedelta(days=1)
    with changing(path) as connection:
        with transaction(connection):
            deleted = _delete(connection, date.min, last, open_too=False, remembered=False)
        if deleted.total:
            compact(connection, path)
    return deleted


def delete_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> Deleted:
    """Delete these, where they are here and over; in the caller's transaction, to be compacted."""
    rows = [(id_,) for id_ in ids]
    counts = [
        connection.executemany(f"DELETE FROM {table} WHERE id = ? AND {over}", rows).rowcount
        for table, over in _OVER.items()
    ]
    _forget_origins(connection)
    return Deleted(*(max(0, count) for count in counts))


def compact(connection: sqlite3.Connection, path: Path) -> None:
    """Write the file anew without what was deleted, and empty the log beside it.

    Before that the backups are cut, and what was set aside as damaged goes.
    """
    cut_backups(connection, path)
    drop_set_aside(path)
    connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it into a folder for all
    connection.execute("VACUUM")
    (busy, *_frames) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError(_("another program is reading what was deleted"))


def _delete(
    connection: sqlite3.Connection, first: date, last: date, *, open_too: bool, remembered: bool
) -> Deleted:
    days = (first.isoformat(), last.isoformat())
    counts = []
    for table, over in _OVER.items():
        rows = f"FROM {table} WHERE day BETWEEN ? AND ? AND {'TRUE' if open_too else over}"
        if remembered:
            connection.execute(f"INSERT OR IGNORE INTO deleted SELECT id {rows}", days)
        counts.append(connection.execute(f"DELETE {rows}", days).rowcount)
    _forget_origins(connection)
    return Deleted(*counts)


def _forget_origins(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM elsewhere WHERE id NOT IN"
        " (SELECT id FROM break UNION ALL SELECT id FROM natural_break)"
    )
