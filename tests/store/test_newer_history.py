"""A history that a newer version wrote: read as far as it makes sense here, and never written."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.settings import Settings
from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.folders import Folders
from deskstretch.store.forgetting import delete_days
from deskstretch.store.history import History
from deskstretch.store.mending import mark_damaged, set_aside
from deskstretch.store.reading import (
    UnreadableHistoryError,
    damage_in,
    first_day,
    is_from_newer_version,
    read_days,
)
from deskstretch.store.upkeep import keep_up
from tests.store.few_breaks import MONDAY, a_break, all_kept, keep, kept_numbers
from tests.store.newer_history import make_newer


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """With one break, as the newer version left it."""
    file = tmp_path / "history.sqlite3"
    keep(file, a_break(1))
    make_newer(file)
    return file


def content_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_what_this_version_knows_of_is_read(file: Path) -> None:
    assert is_from_newer_version(file)
    assert all_kept(file).breaks == (a_break(1),)
    assert first_day(file) == MONDAY.date()
    assert damage_in(file) == ()


def test_nothing_is_ever_written_to_it(file: Path) -> None:
    content = file.read_bytes()
    words = f"History is only read: {file} was written by a newer DeskStretch"
    app = History.open(file)
    own = app.open_break(MONDAY, 2700)
    app.close_break(own, Outcome.SKIPPED, MONDAY)
    app.try_again()
    app.close()
    assert str(app.trouble).startswith(words)
    with pytest.raises(UnwritableHistoryError, match="newer"):
        delete_days(file, date.min, date.max)
    folders = Folders(file.parent, file.parent, file.parent, file.parent)
    with pytest.raises(UnwritableHistoryError) as error:
        keep_up(folders, Settings(), MONDAY.date())
    assert str(error.value) == app.trouble
    assert file.read_bytes() == content
    assert not (file.parent / "backups").exists()


def test_the_log_that_a_killed_newer_version_left_beside_it_is_not_emptied(
    file: Path, tmp_path: Path
) -> None:
    home = tmp_path / "killed"
    with closing(sqlite3.connect(file, isolation_level=None)) as newer:
        newer.execute("PRAGMA journal_mode = WAL")
        newer.execute("UPDATE break SET mood = 'fine'")
        shutil.copytree(file.parent, home, ignore=shutil.ignore_patterns("killed"))
    content = content_of(home)
    app = History.open(home / file.name)
    app.open_break(MONDAY, 2700)
    app.close()
    assert kept_numbers(home / file.name) == {1}
    for ending in ("", "-wal"):
        name = f"{file.name}{ending}"
        assert (home / name).read_bytes() == content[name]


@pytest.mark.parametrize(
    "step",
    [
        "ALTER TABLE break RENAME COLUMN outcome TO result;",
        "ALTER TABLE step RENAME TO hold;",
        "UPDATE prompt SET at = 9000000000000000;",
        "UPDATE break SET day = '2026-autumn';",
    ],
)
def test_where_it_makes_no_sense_here_that_is_said_and_nothing_is_mended(
    tmp_path: Path, step: str
) -> None:
    file = tmp_path / "history.sqlite3"
    app = History.open(file)
    app.keep_prompt(app.open_break(MONDAY, 2700), MONDAY)
    app.close()
    make_newer(file, step)
    content = file.read_bytes()
    with pytest.raises(UnreadableHistoryError, match="was written by a newer DeskStretch"):
        read_days(file, date.min, date.max)
    mark_damaged(file)
    app = History.open(file)
    app.open_break(MONDAY, 2700)
    app.close()
    assert "newer" in str(app.trouble)
    assert file.read_bytes() == content
    assert set_aside(file) == ()
