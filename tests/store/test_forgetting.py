"""What is deleted is gone from the file, byte by byte, and nothing else is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.forgetting import Deleted, delete_days, forget_before
from deskstretch.store.history import History
from deskstretch.store.reading import damage_in
from tests.store.few_breaks import MONDAY, a_break, all_kept, an_absence, keep, kept_numbers

SECRET = "a-stretch-that-nobody-shall-know"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "history.sqlite3"
    keep(
        file,
        a_break(1),
        *(a_break(number, days=1, stretch=SECRET) for number in range(100, 200)),
        a_break(3, days=2),
        an_absence(4, days=1),
        an_absence(5, days=2),
    )
    return file


def bytes_beside(file: Path) -> bytes:
    """All that lies in the history's folder."""
    return b"".join(each.read_bytes() for each in sorted(file.parent.iterdir()))


def day(number: int) -> date:
    return MONDAY.date() + timedelta(days=number)


def test_a_day_is_deleted_and_no_other(file: Path) -> None:
    assert delete_days(file, day(1), day(1)) == Deleted(breaks=100, natural_breaks=1)
    assert kept_numbers(file) == {1, 3, 5}
    assert damage_in(file) == ()


def test_nothing_of_it_is_left_in_any_file(file: Path) -> None:
    size = file.stat().st_size
    assert SECRET.encode() in bytes_beside(file)
    delete_days(file, day(1), day(1))
    assert SECRET.encode() not in bytes_beside(file)
    assert file.stat().st_size < size


def test_nothing_is_left_while_the_app_has_the_file_open(file: Path) -> None:
    app = History.open(file)
    written_by_app = app.open_break(MONDAY, 2700)
    delete_days(file, date.min, date.max)
    assert SECRET.encode() not in bytes_beside(file)
    app.keep_prompt(written_by_app, MONDAY)
    app.close_break(written_by_app, Outcome.SKIPPED, MONDAY)
    app.close()
    assert app.trouble is None
    (kept,) = all_kept(file).breaks
    assert (kept.id, kept.outcome, len(kept.prompts)) == (written_by_app, Outcome.SKIPPED, 1)


def test_a_break_left_open_goes_too_where_no_app_is_running(file: Path) -> None:
    app = History.open(file)
    app.open_break(MONDAY, 2700)
    app.close()
    assert delete_days(file, day(0), day(0)) == Deleted(breaks=1)
    assert delete_days(file, day(0), day(0), open_too=True) == Deleted(breaks=1)
    assert kept_numbers(file).isdisjoint({1})


def test_what_is_too_old_is_forgotten_up_to_the_day_before(file: Path) -> None:
    assert forget_before(file, day(2)) == Deleted(breaks=101, natural_breaks=1)
    assert kept_numbers(file) == {3, 5}
    assert SECRET.encode() not in bytes_beside(file)
    assert forget_before(file, day(2)) == Deleted()


def test_where_nothing_was_kept_nothing_is_made(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    assert delete_days(file, date.min, date.max) == Deleted()
    assert forget_before(file, date.max) == Deleted()
    assert not file.exists()


@pytest.fixture
def reader(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM break").fetchone()
        yield connection


def test_who_keeps_the_old_bytes_from_going_is_told(
    file: Path, reader: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskstretch.store.changing._LOCK_WAIT_SECONDS", 0.1)
    with pytest.raises(UnwritableHistoryError):
        delete_days(file, day(1), day(1))
    reader.execute("COMMIT")
    delete_days(file, day(1), day(1))
    assert SECRET.encode() not in bytes_beside(file)
