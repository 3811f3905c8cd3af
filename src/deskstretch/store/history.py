"""The history's writer while the app runs: keeps what happens at the moment it happens.

SQLite in WAL mode with synchronous NORMAL: a commit is in the operating system's hands before the
call returns, so that killing this process loses nothing. Only a power cut may lose the last few
commits; it cannot damage the file. (FULL would sync the disk once for each held second.)

A file that cannot be written stops nobody: what happened waits in memory, in order, and is written
as soon as the file allows it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

import msgspec

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord, PromptKind, StepRecord
from deskstretch.store.backups import mark_of_damage, migrate_after_backup
from deskstretch.store.gone import (
    Identity,
    clear_away,
    gone_words,
    identity_of,
    is_gone,
    open_breaks_of,
    take_along,
)
from deskstretch.store.instant import instant_of, instant_or_none
from deskstretch.store.left_open import close_left_open
from deskstretch.store.opening import open_to_write
from deskstretch.store.rows import as_json, step_columns
from deskstretch.store.schema import NewerHistoryError
from deskstretch.store.trouble import is_damage, is_locked, writing_trouble_words

# Writing happens in the thread that paints: rather keep a row in memory than wait for a lock.
_LOCK_WAIT_SECONDS = 0.02
_LAST_LOCK_WAIT_MILLISECONDS = 2000
# The rows of a break are few; SQLite would keep 2 MB of pages that nobody looks at again.
_CACHE_KILOBYTES = 200

_OPEN_BREAK = (
    "INSERT INTO break (id, day, due_at, due_offset, sitting_seconds, origin)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_KEEP_PROMPT = "INSERT INTO prompt SELECT ?1, count(*), ?2, ?3, ?4 FROM prompt WHERE break_id = ?1"
_KEEP_SNOOZE = "INSERT INTO snooze SELECT ?1, count(*), ?2, ?3, ?4 FROM snooze WHERE break_id = ?1"
_BEGIN_HOLD_BACK = (
    "INSERT INTO hold_back SELECT ?1, count(*), ?2, ?3, NULL, NULL, ?4"
    " FROM hold_back WHERE break_id = ?1"
)
_END_HOLD_BACK = (
    "UPDATE hold_back SET ended_at = ?2, ended_offset = ?3 WHERE break_id = ?1 AND ended_at IS NULL"
)
_BEGIN_GUIDE = "UPDATE break SET routine_id = ?2, began_at = ?3, began_offset = ?4 WHERE id = ?1"
_PLAN_STEP = (
    "INSERT INTO step (break_id, position, exercise_id, side, repetition, phase, areas,"
    " planned_seconds, held_seconds, hurt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KEEP_HELD = "UPDATE step SET held_seconds = ?3 WHERE break_id = ?1 AND position = ?2"
_KEEP_HURT = "UPDATE step SET hurt = 1 WHERE break_id = ?1 AND position = ?2"
_CLOSE_BREAK = (
    "UPDATE break SET outcome = ?2, closed_at = ?3, closed_offset = ?4"
    " WHERE id = ?1 AND outcome IS NULL"
)
_KEEP_NATURAL_BREAK = "INSERT INTO natural_break VALUES (?, ?, ?, ?, ?, ?, ?)"

_NEVER_FITS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)


class _Write(msgspec.Struct, frozen=True):
    """One row to be written, or changed."""

    statement: str
    values: tuple[object, ...]


class History:
    """Writes the history; keeps at most one break open at a time, though nothing here needs that.

    All times are aware. No method raises for a file that cannot be written: see `trouble`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._earlier_run_closed = False
        self._unwritten: list[_Write] = []
        self._trouble: str | None = None
        self._is_damaged = False
        self._mended: str | None = None
        self._identity: Identity = ()
        self._to_take_along: tuple[BreakRecord, ...] | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Make or migrate the file and close what an earlier run left open."""
        history = cls(path)
        history.try_again()
        return history

    @property
    def trouble(self) -> str | None:
        """Why the history cannot be written now, in one sentence; None if all is written."""
        return self._trouble

    @property
    def mended(self) -> str | None:
        """What became of a damaged or vanished file in this run, in one sentence; None if none."""
        return self._mended

    @property
    def unwritten_count(self) -> int:
        """How many rows wait in memory."""
        return len(self._unwritten)

    def try_again(self) -> None:
        """Write what is waiting. The next row does so too; this is for times when none comes.

        Damage that another process has found since is mended first.
        """
        if mark_of_damage(self.path).exists():
            self._let_go()
        self._write()

    def close(self) -> None:
        """Write what is left, waiting a little for a lock, and let go of the file."""
        if self._unwritten:
            if self._connection is not None:
                self._connection.execute(f"PRAGMA busy_timeout = {_LAST_LOCK_WAIT_MILLISECONDS}")
            self._write()
        self._let_go()

    def open_break(
        self, due_at: datetime, sitting_seconds: float, origin: Origin = Origin.DUE
    ) -> str:
        """A break became due (or was asked for); gives its id. It belongs to that local day."""
        break_id = _new_id()
        day = due_at.date().isoformat()
        self._keep(
            _OPEN_BREAK, break_id, day, *instant_of(due_at), float(sitting_seconds), origin.value
        )
        return break_id

    def keep_prompt(
        self, break_id: str, at: datetime, kind: PromptKind = PromptKind.PROMPT
    ) -> None:
        """The person was asked."""
        self._keep(_KEEP_PROMPT, break_id, *instant_of(at), kind.value)

    def keep_snooze(self, break_id: str, at: datetime, delay_seconds: float) -> None:
        """The person wants to be asked again after that delay."""
        self._keep(_KEEP_SNOOZE, break_id, *instant_of(at), float(delay_seconds))

    def begin_hold_back(self, break_id: str, at: datetime, reasons: Iterable[str]) -> None:
        """From here on the person must not be disturbed. Ends one that was still going on."""
        self._keep(_END_HOLD_BACK, break_id, *instant_of(at))
        self._keep(_BEGIN_HOLD_BACK, break_id, *instant_of(at), as_json(reasons))

    def end_hold_back(self, break_id: str, at: datetime) -> None:
        """The person may be asked again."""
        self._keep(_END_HOLD_BACK, break_id, *instant_of(at))

    def begin_steps(
        self, break_id: str, at: datetime, routine_id: str | None, steps: Sequence[StepRecord]
    ) -> None:
        """The guide begins; `steps` are the planned holds in their order."""
        begin = _Write(_BEGIN_GUIDE, (break_id, routine_id, *instant_of(at)))
        planned = [
            _Write(_PLAN_STEP, (break_id, position, *step_columns(step)))
            for position, step in enumerate(steps)
        ]
        self._unwritten += [begin, *planned]
        self._write()

    def keep_held(self, break_id: str, position: int, held_seconds: float) -> None:
        """So much of the step at `position` (from 0) has been held by now."""
        if self._unwritten:
            self._unwritten = [
                write
                for write in self._unwritten
                if write.statement is not _KEEP_HELD or write.values[:2] != (break_id, position)
            ]
        self._keep(_KEEP_HELD, break_id, position, float(held_seconds))

    def keep_hurt(self, break_id: str, position: int) -> None:
        """The person ended this step because it hurt."""
        self._keep(_KEEP_HURT, break_id, position)

    def close_break(self, break_id: str, outcome: Outcome, at: datetime) -> None:
        """The break is over. The first outcome stays: a later one changes nothing."""
        ended = instant_of(at)
        self._unwritten.append(_Write(_END_HOLD_BACK, (break_id, *ended)))
        self._keep(_CLOSE_BREAK, break_id, outcome.value, *ended)

    def keep_natural_break(
        self,
        started_at: datetime,
        ended_at: datetime | None,
        sitting_seconds: float | None = None,
    ) -> str:
        """An absence restarted sitting time while nothing was due; gives its id.

        `sitting_seconds` is the sitting time that it ended, if known.
        """
        natural_break_id = _new_id()
        self._keep(
            _KEEP_NATURAL_BREAK,
            natural_break_id,
            started_at.date().isoformat(),
            *instant_of(started_at),
            *instant_or_none(ended_at),
            sitting_seconds if sitting_seconds is None else float(sitting_seconds),
        )
        return natural_break_id

    def _keep(self, statement: str, *values: object) -> None:
        self._unwritten.append(_Write(statement, values))
        self._write()

    def _write(self) -> None:
        """Write all that waits, in order and as one; on trouble it goes on waiting."""
        try:
            connection = self._connected()
            if self._unwritten:
                _write_all(connection, self._unwritten)
        except _NEVER_FITS:
            if self._mended is None:
                raise  # a fault in this program, not trouble with the file
            self._write()  # without the row: the break it belongs to could not be read any more
        except (sqlite3.Error, OSError, UnicodeDecodeError, NewerHistoryError) as error:
            # Not even SQLite's own message can be read where the damage is quoted in it.
            self._trouble = writing_trouble_words(self.path, error)
            if not is_locked(error):
                # SQLite may have fallen back to a read-only handle: the next try opens it anew.
                self._let_go()
            if is_damage(error) and not self._is_damaged:
                self._is_damaged = True  # once in a run: a disk may damage whatever is written
                self._write()
        else:
            self._unwritten.clear()
            self._trouble = None

    def _connected(self) -> sqlite3.Connection:
        self._look_whether_gone()
        if self._connection is None:
            self._mend_if_damaged()
            connection = open_to_write(self.path, _LOCK_WAIT_SECONDS)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
                migrate_after_backup(connection, self.path)
                self._identity = identity_of(self.path)
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
        if self._connection is not None and is_gone(self.path, self._identity):
            self._to_take_along = open_breaks_of(self._connection)
            self._let_go()
            clear_away(self.path, self._identity)

    def _go_on_elsewhere(self, connection: sqlite3.Connection) -> None:
        if self._to_take_along is not None:
            take_along(connection, self._to_take_along)
            self._to_take_along = None
            self._mended = gone_words(self.path)

    def _mend_if_damaged(self) -> None:
        mark = mark_of_damage(self.path)
        if mark.exists() or (self._is_damaged and self._mended is None):
            from deskstretch.store.mending import mend  # most histories are never damaged

            self._mended = mend(self.path) or self._mended

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _write_all(connection: sqlite3.Connection, writes: list[_Write]) -> None:
    """Write all or nothing; takes out of `writes` a row that can never be written, and raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for write in tuple(writes):
            try:
                connection.execute(write.statement, write.values)
            except _NEVER_FITS:
                writes.remove(write)
                raise
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def _new_id() -> str:
    from uuid import uuid4  # not before there is something to keep

    return str(uuid4())
