"""Changing the history beside a running app, whole or not at all: imports and deletions.

The app writes what happens now; this changes what is over. A break that is still open is the app's
alone. While one of them writes, the other waits: the app in memory, this one for some seconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from deskstretch.store.backups import migrate_after_backup
from deskstretch.store.opening import open_to_write
from deskstretch.store.schema import NewerHistoryError
from deskstretch.store.trouble import writing_trouble_words

_LOCK_WAIT_SECONDS = 10.0


class UnwritableHistoryError(Exception):
    """The file cannot be changed, and has not been; the text names it and says why."""


@contextmanager
def changing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that may write, with today's tables; begin and end transactions yourself.

    UnwritableHistoryError for whatever SQLite or the file refuses.
    """
    try:
        with closing(open_to_write(path, _LOCK_WAIT_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            migrate_after_backup(connection, path)
            yield connection
    except (sqlite3.Error, OSError, ValueError, OverflowError, NewerHistoryError) as error:
        raise UnwritableHistoryError(writing_trouble_words(path, error)) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is done within is done, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
