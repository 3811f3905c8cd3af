"""A history that a run has left in order is not opened before there is something to write."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.store.at_rest import is_at_rest
from deskstretch.store.history import History
from deskstretch.store.mending import mark_damaged
from deskstretch.store.reading import read_days

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """After a run with one break."""
    history = History.open(tmp_path / "history.sqlite3")
    history.close_break(history.open_break(NOW, 2700), Outcome.SKIPPED, NOW)
    history.close()
    return history.path


def outcomes(file: Path) -> set[Outcome | None]:
    return {each.outcome for each in read_days(file, date.min, date.max).breaks}


def test_what_a_run_has_left_in_order_is_at_rest(file: Path) -> None:
    assert is_at_rest(file)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_it_is_at_rest_no_more_once_something_is_written(file: Path) -> None:
    history = History.open(file)
    assert is_at_rest(file)
    history.keep_natural_break(NOW, NOW)
    assert not is_at_rest(file)
    history.close()
    assert is_at_rest(file)


def test_a_run_in_which_nothing_happens_leaves_the_file_alone(file: Path) -> None:
    before = file.stat().st_mtime_ns, file.read_bytes()
    history = History.open(file)
    history.try_again()
    history.close()
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before


def test_sqlite_is_not_loaded_for_it(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from deskstretch.store.history import History;"
        "History.open(Path(sys.argv[1])).close(); sys.exit('sqlite3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, file], check=False).returncode == 0


def test_a_first_start_makes_the_file(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    assert not is_at_rest(file)
    History.open(file)
    assert file.exists()


def test_a_break_that_is_open_keeps_it_from_rest(file: Path) -> None:
    history = History.open(file)
    history.open_break(NOW, 2700)
    history.close()
    assert not is_at_rest(file)
    History.open(file).close()
    assert outcomes(file) == {Outcome.SKIPPED, Outcome.HELD_BACK}
    assert is_at_rest(file)


def test_a_run_that_was_killed_is_noticed_though_another_program_has_emptied_the_log(
    file: Path,
) -> None:
    history = History.open(file)
    history.open_break(NOW, 2700)
    assert history._writer is not None
    assert history._writer._connection is not None
    history._writer._connection.close()  # as killed; whoever reads next empties the log
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("SELECT 1 FROM break").fetchall()
    assert not Path(f"{file}-wal").exists()
    assert not is_at_rest(file)


def test_a_log_that_is_left_keeps_it_from_rest(file: Path) -> None:
    with closing(sqlite3.connect(file)) as another:
        another.execute("DELETE FROM break")
        another.commit()
        assert not is_at_rest(file)
    assert is_at_rest(file)


def test_damage_that_was_found_keeps_it_from_rest(file: Path) -> None:
    mark_damaged(file)
    assert not is_at_rest(file)
    history = History.open(file)
    history.close()
    assert is_at_rest(file)


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version = 1", "PRAGMA user_version = 99", "PRAGMA journal_mode = DELETE"],
)
def test_other_tables_or_another_kind_of_log_keep_it_from_rest(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
    assert not is_at_rest(file)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"not a history" * 100])
def test_what_is_no_history_keeps_it_from_rest(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert not is_at_rest(file)


def test_a_file_that_is_cut_off_keeps_it_from_rest(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])
    assert not is_at_rest(file)


def test_a_folder_in_its_place_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").mkdir()
    assert History.open(tmp_path / "history.sqlite3").trouble is not None


def test_a_file_that_vanishes_before_the_first_row_is_told(file: Path) -> None:
    history = History.open(file)
    file.unlink()
    history.keep_natural_break(NOW, NOW)
    assert history.trouble is None
    assert history.mended is not None
    assert file.exists()
    history.close()
