"""Every older file finds its way to today's tables; a step is whole or has not happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from deskstretch.store.rows import insert_break
from deskstretch.store.schema import (
    MIGRATIONS,
    NewerHistoryError,
    migrate,
    refuse_newer,
    version_of,
)
from tests.store.few_breaks import a_break, all_kept

ADD_A_COLUMN = "ALTER TABLE break ADD COLUMN note TEXT;"
BREAKS_HALFWAY = "CREATE TABLE half_made (x); CREATE TABLE break (this is no SQL;"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def test_an_empty_file_gets_todays_tables(connection: sqlite3.Connection) -> None:
    migrate(connection)
    assert version_of(connection) == len(MIGRATIONS)
    assert {"break", "prompt", "snooze", "hold_back", "step", "natural_break"} <= tables(connection)


def test_migrating_again_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection)
    before = tables(connection)
    migrate(connection)
    assert tables(connection) == before


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_every_older_version_finds_its_way(connection: sqlite3.Connection, version: int) -> None:
    migrate(connection, MIGRATIONS[:version])
    migrate(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        assert tables(connection) == tables(fresh)


def test_rows_survive_a_migration(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute("INSERT INTO natural_break VALUES ('a', '2026-11-16', 0, 0, NULL, NULL, 1)")
    migrate(connection, (*MIGRATIONS, ADD_A_COLUMN))
    assert version_of(connection) == len(MIGRATIONS) + 1
    assert connection.execute("SELECT id FROM natural_break").fetchall() == [("a",)]


def test_a_step_that_fails_leaves_the_file_at_the_version_before(
    connection: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*MIGRATIONS, ADD_A_COLUMN, BREAKS_HALFWAY))
    assert version_of(connection) == len(MIGRATIONS) + 1
    assert "half_made" not in tables(connection)
    assert not connection.in_transaction


def test_a_newer_file_is_refused(connection: sqlite3.Connection) -> None:
    refuse_newer(connection)
    migrate(connection, (*MIGRATIONS, ADD_A_COLUMN))
    with pytest.raises(NewerHistoryError):
        refuse_newer(connection)


def test_an_older_file_is_read_without_being_changed(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("VACUUM")
    content = file.read_bytes()
    assert read_days(file, date.min, date.max).breaks == ()
    assert file.read_bytes() == content


def test_a_history_that_does_not_exist_yet_reads_as_empty_and_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "none" / "history.sqlite3"
    assert read_days(file, date.min, date.max).breaks == ()
    assert not file.parent.exists()


def test_tables_refuse_what_no_history_holds(tmp_path: Path) -> None:
    history = History.open(tmp_path / "history.sqlite3")
    with pytest.raises(sqlite3.IntegrityError):
        history.open_break(datetime.now(UTC), -1)
    story = history.open_break(datetime.now(UTC), 1)
    history.close_break(story, Outcome.TAKEN, datetime.now(UTC))
    assert history.trouble is None
    history.close()


# A step that people's files have been through: whoever needs other tables adds a step.
RELEASED = (
    "80219c69b9d6f4cada3ccc2f1cbf50c12a4bf531cb1fa8d1e45f404897c904c1",
    "60f1e500a1997a15c1d426d793f90af120332a9fbcdb703dc8ceaddf8be78a13",
)


def test_a_released_step_is_never_changed() -> None:
    assert tuple(sha256(step.encode()).hexdigest() for step in MIGRATIONS) == RELEASED


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_break_kept_by_every_released_version_is_read_and_stays(
    tmp_path: Path, version: int
) -> None:
    file = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as older:
        migrate(older, MIGRATIONS[:version])
        older.execute("PRAGMA foreign_keys = ON")
        insert_break(older, a_break(1))
    assert all_kept(file).breaks == (a_break(1),)
    History.open(file).close()
    assert all_kept(file).breaks == (a_break(1),)
    with closing(sqlite3.connect(file)) as migrated:
        assert version_of(migrated) == len(MIGRATIONS)
