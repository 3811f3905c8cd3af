"""A damaged history: set aside, and begun anew from the newest good backup and what can be read."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import msgspec

from deskstretch.core.history_lines import HistoryLines
from deskstretch.core.language import _
from deskstretch.core.record import BreakRecord, NaturalBreakRecord
from deskstretch.store.at_rest import mark_of_damage
from deskstretch.store.backups import backups_of, is_sound, read_only, write_copy
from deskstretch.store.changing import transaction
from deskstretch.store.merging import merge
from deskstretch.store.reading import (
    UnreadableHistoryError,
    damage_in,
    kept_on,
    read_days,
    reading,
)
from deskstretch.store.schema import MIGRATIONS, migrate, refuse_newer, version_of
from deskstretch.store.sqlite_uri import sqlite_uri
from deskstretch.store.trouble import is_damage

_BESIDE = ("-wal", "-shm")
_UNREADABLE = (sqlite3.Error, ValueError, TypeError, OverflowError, msgspec.MsgspecError)
# A row belongs to a break that comes before it.
_TABLES = (
    "break", "prompt", "snooze", "hold_back", "step", "natural_break", "elsewhere", "deleted",
)  # fmt: skip

# Those along the key and those along the pages, each from both ends, without any sorting.
_ORDERS = (
    "ORDER BY 1",
    "ORDER BY 1 DESC",
    "ORDER BY rowid",
    "ORDER BY rowid DESC",
)


def mark_damaged(history: Path) -> None:
    """Have whoever writes the history mend it: the damage was found by another process. OSError."""
    mark_of_damage(history).touch(mode=0o600)


def set_aside(history: Path) -> tuple[Path, ...]:
    """The damaged files that lie beside it, oldest first."""
    return tuple(sorted(history.parent.glob(f"{history.stem}.damaged-*{history.suffix}")))


def drop_set_aside(history: Path) -> None:
    """Delete those, with what belongs to them: they hold what is to be gone for good. OSError."""
    for file in history.parent.glob(f"{history.stem}.damaged-*{history.suffix}*"):
        file.unlink(missing_ok=True)


def is_sound_through(history: Path) -> bool:
    """Whether all of it can be read and nothing is wrong in it.

    UnreadableHistoryError where it cannot be told: the file is locked, or from a newer version.
    """
    try:
        with reading(history) as connection:
            refuse_newer(connection)
        if damage_in(history):
            return False
        read_days(history, date.min, date.max)
    except UnreadableHistoryError as error:
        if not is_damage(error.__cause__):
            raise
        return False
    return True


def mend(history: Path) -> str | None:
    """Set the file aside and put a sound one in its place; gives what to tell the person.

    None if it is sound. Nobody may have it open. OSError, sqlite3.Error, NewerHistoryError:
    then nothing is changed but the mark, so that it is tried again.
    """
    words = None
    try:
        if history.exists() and not is_sound_through(history):
            mark_damaged(history)
            words = _begin_anew(history)
    except UnreadableHistoryError as error:
        raise error.__cause__ or error from None
    mark_of_damage(history).unlink(missing_ok=True)
    return words


def _begin_anew(history: Path) -> str:
    aside = _free_name(history)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as mended:
        backup_day = _begin_from_backup(mended, history)
        migrate(mended)
        mended.execute("PRAGMA foreign_keys = ON")
        _add_what_can_be_read(mended, history)
        try:
            os.link(history, aside)
        except OSError:  # a file system without links
            shutil.copy2(history, aside)
        for ending in _BESIDE:
            with contextlib.suppress(FileNotFoundError):
                Path(f"{history}{ending}").replace(f"{aside}{ending}")
        write_copy(mended, history)
    words = (
        _(
            "The history was damaged. It goes on with what could be read;"
            " the damaged file is kept as {file}."
        )
        if backup_day is None
        else _(
            "The history was damaged. It goes on with what could be read and the backup of {day};"
            " the damaged file is kept as {file}."
        )
    )
    return words.format(file=aside, day=backup_day)


def _free_name(history: Path) -> Path:
    day = datetime.now().astimezone().date().isoformat()
    name, number = f"{history.stem}.damaged-{day}", 1
    while (file := history.with_name(f"{name}{history.suffix}")).exists():
        number += 1
        name = f"{history.stem}.damaged-{day}-{number}"
    return file


def _begin_from_backup(mended: sqlite3.Connection, history: Path) -> date | None:
    for day, file in backups_of(history):
        with contextlib.suppress(*_UNREADABLE), closing(read_only(file)) as backup:
            if is_sound(backup) and version_of(backup) <= len(MIGRATIONS):
                backup.backup(mended)
                return day
    return None


def _add_what_can_be_read(mended: sqlite3.Connection, history: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as rows:
        migrate(rows)
        rows.execute("PRAGMA foreign_keys = ON")
        with contextlib.suppress(*_UNREADABLE), closing(_damaged(history)) as damaged:
            for table in _TABLES:
                _carry(damaged, rows, table)
        with transaction(mended):
            merge(mended, _readable(rows))
            for table in ("elsewhere", "deleted"):
                _carry(rows, mended, table)
            mended.execute(
                "DELETE FROM deleted WHERE id IN"
                " (SELECT id FROM break UNION ALL SELECT id FROM natural_break)"
            )


def _damaged(history: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(sqlite_uri(history, "mode=ro"), uri=True)
    connection.text_factory = lambda content: content.decode(errors="replace")
    return connection


def _carry(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """All rows up to a damaged page, and those behind it; none that the tables refuse."""
    with contextlib.suppress(*_UNREADABLE):
        columns = [name for _id, name, *_rest in target.execute(f"PRAGMA table_info({table})")]
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"
        for order in _ORDERS:
            with contextlib.suppress(*_UNREADABLE):
                for row in source.execute(f"SELECT {', '.join(columns)} FROM {table} {order}"):
                    if any(isinstance(each, str) and "\ufffd" in each for each in row):
                        continue
                    with contextlib.suppress(*_UNREADABLE):
                        target.execute(insert, row)


def _readable(rows: sqlite3.Connection) -> HistoryLines:
    """What makes sense of it; a day with anything that makes none is left to the backup."""
    breaks: list[BreakRecord] = []
    natural_breaks: list[NaturalBreakRecord] = []
    days = rows.execute("SELECT day FROM break UNION SELECT day FROM natural_break").fetchall()
    for (text,) in days:
        with contextlib.suppress(*_UNREADABLE):
            day = date.fromisoformat(text)
            kept = kept_on(rows, day, day)
            breaks += kept.breaks
            natural_breaks += kept.natural_breaks
    return HistoryLines(tuple(breaks), tuple(natural_breaks))
