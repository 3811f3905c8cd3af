"""Writes the history's rows into its file, and tells why when it cannot.

SQLite in WAL mode with synchronous NORMAL: a commit is in the operating system's hands before the
call returns, so that killing this process loses nothing. Only a power cut may lose the last few
commits; it cannot damage the file. (FULL would sync the disk once for each held second.)
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from deskstretch.core.record import BreakRecord
from deskstretch.store.at_rest import mark_of_damage, mark_of_use
from deskstretch.store.backups import migrate_after_backup
from deskstretch.store.gone import (
    Identity,
    clear_away,
    gone_words,
    identity_of,
    is_gone,
    open_breaks_of,
    take_along,
)
from deskstretch.store.left_open import close_left_open, is_any_open
from deskstretch.store.opening import open_to_write
from deskstretch.store.rows import Row
from deskstretch.store.schema import NewerHistoryError
from deskstretch.store.trouble import is_damage, is_locked, writing_trouble_words

# Writing happens in the thread that paints: rather keep a row in memory than wait for a lock.
_LOCK_WAIT_SECONDS = 0.02
_LAST_LOCK_WAIT_MILLISECONDS = 2000
# The rows of a break are few; SQLite would keep 2 MB of pages that nobody looks at again.
_CACHE_KILOBYTES = 200

_NEVER_FITS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)


class HistoryWriter:
    """Has the file open from the first row to the last; mends it, and begins it anew where it went.

    No method raises for a file that cannot be written: see `trouble`.
    """

    def __init__(self, path: Path, identity: Identity = ()) -> None:
        """`identity` is that of the file, if it was seen before."""
        self._path = path
        self._identity = identity
        self._connection: sqlite3.Connection | None = None
        self._earlier_run_closed = False
        self._is_damaged = False
        self._to_take_along: tuple[BreakRecord, ...] | None = None
        self.trouble: str | None = None
        """Why the history cannot be written now, in one sentence; None if all is written."""
        self.mended: str | None = None
        """What became of a damaged or vanished file in this run, in one sentence."""

    def look_for_damage(self) -> None:
        """What another process has found since is mended before the next row is written."""
        if mark_of_damage(self._path).exists():
            self._let_go()

    def close(self, rows: list[Row]) -> None:
        """Write what is left, waiting a little for a lock, and let go of the file."""
        if rows:
            if self._connection is not None:
                self._connection.execute(f"PRAGMA busy_timeout = {_LAST_LOCK_WAIT_MILLISECONDS}")
            self.write(rows)
        if not rows:
            self._leave_at_rest()
        self._let_go()

    def write(self, rows: list[Row]) -> None:
        """Write them, in order and as one, and take them out; on trouble they stay."""
        try:
            connection = self._connected()
            if rows:
                _write_all(connection, rows)
        except _NEVER_FITS:
            if self.mended is None:
                raise  # a fault in this program, not trouble with the file
            self.write(rows)  # without the row: the break it belongs to could not be read any more
        except (sqlite3.Error, OSError, UnicodeDecodeError, NewerHistoryError) as error:
            # Not even SQLite's own message can be read where the damage is quoted in it.
            self.trouble = writing_trouble_words(self._path, error)
            if not is_locked(error):
                # SQLite may have fallen back to a read-only handle: the next try opens it anew.
                self._let_go()
            if is_damage(error) and not self._is_damaged:
                self._is_damaged = True  # once in a run: a disk may damage whatever is written
                self.write(rows)
        else:
            rows.clear()
            self.trouble = None

    def _connected(self) -> sqlite3.Connection:
        self._look_whether_gone()
        if self._connection is None:
            self._mend_if_damaged()
            connection = open_to_write(self._path, _LOCK_WAIT_SECONDS)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
                migrate_after_backup(connection, self._path)
                mark_of_use(self._path).touch(mode=0o600)
                self._identity = identity_of(self._path)
                self._go_on_elsewhere(connection)
                if not self._earlier_run_closed:
                    close_left_open(connection)
                    self._earlier_run_closed = True
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _look_whether_gone(self) -> None:
        identity = self._identity
        if identity and is_gone(self._path, identity):
            connection = self._connection
            self._to_take_along = () if connection is None else open_breaks_of(connection)
            self._let_go()
            clear_away(self._path, identity)

    def _go_on_elsewhere(self, connection: sqlite3.Connection) -> None:
        if self._to_take_along is not None:
            take_along(connection, self._to_take_along)
            self._to_take_along = None
            self.mended = gone_words(self._path)

    def _mend_if_damaged(self) -> None:
        mark = mark_of_damage(self._path)
        if mark.exists() or (self._is_damaged and self.mended is None):
            from deskstretch.store.mending import mend  # most histories are never damaged

            self.mended = mend(self._path) or self.mended

    def _leave_at_rest(self) -> None:
        with contextlib.suppress(sqlite3.Error, OSError):  # then the next start looks into it
            if self._connection is not None and not is_any_open(self._connection):
                mark_of_use(self._path).unlink(missing_ok=True)

    def _let_go(self) -> None:
        self._identity = ()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _write_all(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Write all or nothing; takes out a row that can never be written, and raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for row in tuple(rows):
            try:
                connection.execute(row.statement, row.values)
            except _NEVER_FITS:
                rows.remove(row)
                raise
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
