"""`deskstretch history check` tells a sound file from a damaged one, and changes neither."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord
from deskstretch.store.history import History
from tests.commands.programs import deskstretch

AT = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.fixture
def file(throw_away_home: Path) -> Path:
    """The history of one break."""
    file = throw_away_home / "history.sqlite3"
    history = History.open(file)
    break_id = history.open_break(AT, 2700.0)
    history.begin_steps(break_id, AT, None, [StepRecord("neck", Side.BOTH, 1, None, 20.0)])
    history.close_break(break_id, Outcome.SKIPPED, AT)
    history.keep_natural_break(AT, AT)
    history.close()
    return file


def test_a_sound_history_is_told_with_what_is_in_it(file: Path) -> None:
    ended = deskstretch("history", "check")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{file}: sound (breaks: 1, natural breaks: 1)\n"


def test_no_history_yet_is_nothing_wrong(throw_away_home: Path) -> None:
    ended = deskstretch("history", "check")
    assert ended.returncode == 0
    assert "nothing has been kept yet" in ended.stdout
    assert not throw_away_home.exists()


def test_a_damaged_page_is_found(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'break_by_day'"
        ).fetchone()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size + 3)
        opened.write(b"\x00\x00")  # the page says that it is empty: a row has no entry there
    ended = deskstretch("history", "check")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"{file}: ")
    assert "break_by_day" in ended.stderr


def test_rows_of_a_break_that_is_gone_are_found(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM break")  # without the keys watched, as another tool may
    ended = deskstretch("history", "check")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"{file}: step: 1 belong to no break\n"


@pytest.mark.parametrize("content", [b"not a database at all, just a text" * 9, b"SQLite format 3"])
def test_a_file_that_is_something_else_is_told_and_left_as_it_is(
    throw_away_home: Path, content: bytes
) -> None:
    throw_away_home.mkdir()
    file = throw_away_home / "history.sqlite3"
    file.write_bytes(content)
    ended = deskstretch("history", "check")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert str(file) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE break SET day = 'yesterday'",
        "UPDATE break SET due_offset = 1000000",
        "UPDATE natural_break SET started_at = 9000000000000000",
        "UPDATE step SET areas = 'back'",
    ],
)
def test_a_row_that_makes_no_sense_is_told(file: Path, spoiled: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(spoiled)
    ended = deskstretch("history", "check")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert str(file) in ended.stderr
    assert "Traceback" not in ended.stderr


def test_history_alone_is_wrong_usage() -> None:
    ended = deskstretch("history")
    assert ended.returncode == 2
    assert "ACTION" in ended.stderr
