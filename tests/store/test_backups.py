"""Backups of the history: one a day, sound, private, few; what is deleted leaves them too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskstretch.store.backups import KEPT, back_up, backups_of, write_copy
from deskstretch.store.forgetting import delete_days, forget_before
from deskstretch.store.history import History
from deskstretch.store.reading import damage_in, reading
from deskstretch.store.schema import MIGRATIONS, migrate, version_of
from tests.store.few_breaks import MONDAY, a_break, an_absence, keep, kept_numbers

SECRET = "a-stretch-that-nobody-shall-know"
TODAY = MONDAY.date()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "history.sqlite3"
    keep(file, a_break(1), a_break(2, days=1, stretch=SECRET), an_absence(3, days=2))
    return file


def back_up_on(file: Path, day: date) -> Path:
    with reading(file) as connection:
        return back_up(connection, file, day)


def bytes_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_a_backup_holds_everything_in_one_private_file(file: Path) -> None:
    backup = back_up_on(file, TODAY)
    assert backup.name == "history-2026-11-16.sqlite3"
    assert list(backup.parent.iterdir()) == [backup]
    assert (backup.stat().st_mode & 0o777, backup.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert damage_in(backup) == ()
    assert kept_numbers(backup) == {1, 2, 3}


def test_a_backup_holds_what_the_app_has_written_just_now(file: Path) -> None:
    app = History.open(file)
    app.open_break(MONDAY, 2700)
    assert len(kept_numbers(back_up_on(file, TODAY))) == 4
    app.close()


def test_the_newest_few_are_kept(file: Path) -> None:
    days = [TODAY + timedelta(days=number) for number in range(KEPT + 3)]
    for day in days:
        back_up_on(file, day)
    assert [day for day, _ in backups_of(file)] == days[:2:-1]


def test_a_copy_that_breaks_off_leaves_the_backup_before(file: Path) -> None:
    backup = back_up_on(file, TODAY)
    content = backup.read_bytes()
    with closing(sqlite3.connect(":memory:")) as broken:
        broken.close()
        with pytest.raises(sqlite3.Error):
            write_copy(broken, backup)
    assert backup.read_bytes() == content
    assert list(backup.parent.iterdir()) == [backup]


def test_deleted_days_leave_every_backup_byte_by_byte(file: Path) -> None:
    for number in range(3):
        back_up_on(file, TODAY + timedelta(days=number))
    assert SECRET.encode() in bytes_in(file.parent / "backups")
    delete_days(file, TODAY + timedelta(days=1), TODAY + timedelta(days=1))
    assert SECRET.encode() not in bytes_in(file.parent)
    assert [kept_numbers(backup) for _, backup in backups_of(file)] == [{1, 3}] * 3


def test_what_is_too_old_leaves_the_backups_too(file: Path) -> None:
    backup = back_up_on(file, TODAY)
    forget_before(file, TODAY + timedelta(days=2))
    assert SECRET.encode() not in bytes_in(file.parent)
    assert kept_numbers(backup) == {3}


def test_a_backup_that_cannot_be_cut_is_dropped(file: Path) -> None:
    backup = back_up_on(file, TODAY)
    backup.write_bytes(b"no database " + SECRET.encode() * 100)
    unfinished = backup.with_name(".history-2026-11-15.sqlite3.tmp-journal")
    unfinished.write_text(SECRET)
    delete_days(file, TODAY + timedelta(days=1), TODAY + timedelta(days=1))
    assert SECRET.encode() not in bytes_in(file.parent)
    assert backups_of(file) == ()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_history_is_backed_up_before_it_is_migrated(tmp_path: Path, version: int) -> None:
    file = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as older:
        migrate(older, MIGRATIONS[:version])
    History.open(file).close()
    ((_, backup),) = backups_of(file)
    with closing(sqlite3.connect(backup)) as before, closing(sqlite3.connect(file)) as after:
        assert (version_of(before), version_of(after)) == (version, len(MIGRATIONS))
