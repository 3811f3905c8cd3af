"""A first start is one that nothing here has seen before."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.store.welcomed import is_first_start, remember_welcome

NOW = datetime(2026, 11, 18, 10).astimezone()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return find_folders({"DESKSTRETCH_HOME": str(tmp_path / "home")})


def test_where_there_is_nothing_it_is_the_first(folders: Folders) -> None:
    assert is_first_start(folders)
    assert not folders.data.exists()


def test_an_empty_history_does_not_count(folders: Folders) -> None:
    History.open(folders.history_file).close()
    assert is_first_start(folders)


def test_after_a_welcome_it_is_not_the_first(folders: Folders) -> None:
    remember_welcome(folders)
    remember_welcome(folders)
    assert not is_first_start(folders)


def test_with_settings_it_is_not_the_first(folders: Folders) -> None:
    folders.settings.mkdir(parents=True)
    folders.settings_file.touch()
    assert not is_first_start(folders)


def test_with_a_break_kept_it_is_not_the_first(folders: Folders) -> None:
    history = History.open(folders.history_file)
    history.open_break(NOW, 2700.0)
    history.close()
    assert not is_first_start(folders)


def test_with_a_natural_break_kept_it_is_not_the_first(folders: Folders) -> None:
    history = History.open(folders.history_file)
    history.keep_natural_break(NOW, NOW + timedelta(minutes=6))
    history.close()
    assert not is_first_start(folders)


def test_a_history_that_cannot_be_read_is_not_taken_for_a_first_start(folders: Folders) -> None:
    folders.data.mkdir(parents=True)
    folders.history_file.write_bytes(b"no database at all, yet longer than a header " * 50)
    assert not is_first_start(folders)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    folders = find_folders({"DESKSTRETCH_HOME": str(tmp_path / "home" / "inside")})
    with pytest.raises(OSError, match="home"):
        remember_welcome(folders)
