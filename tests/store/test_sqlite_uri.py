"""SQLite finds a file whatever it is called."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deskstretch.store.sqlite_uri import sqlite_uri


@pytest.mark.parametrize("name", ["plain", "a b", "50 %?", "what?mode=rwc", "#1", "Zoë", "%3f"])
def test_any_name_of_a_file_is_found(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 7")
    with closing(sqlite3.connect(sqlite_uri(file, "mode=ro"), uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (7,)
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_how_it_is_opened_is_heeded(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(sqlite_uri(tmp_path / "missing", "mode=ro"), uri=True)
