"""Everything lies in folders of the person's own, or under the one they name."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from deskstretch.store.folders import find_folders, make_private_file, make_private_folder


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    folders = find_folders({"DESKSTRETCH_HOME": str(tmp_path)})
    for place in (
        folders.settings_file,
        folders.history_file,
        folders.exercises_file,
        folders.logs,
        folders.runtime,
    ):
        assert tmp_path in place.parents


def test_a_home_may_be_relative(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_folders({"DESKSTRETCH_HOME": "here"}).data == tmp_path / "here"


def test_without_it_the_systems_own_folders_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folders = find_folders({})
    assert folders.settings_file.name == "settings.toml"
    assert "deskstretch" in folders.history_file.parts
    assert tmp_path in folders.history_file.parents
    assert not folders.data.exists()


def test_new_folders_and_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_private_file(tmp_path / "a" / "b" / "file")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b" / "file").stat().st_mode) == 0o600


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("content")
    file.chmod(0o640)
    make_private_folder(tmp_path)
    make_private_file(file)
    assert file.read_text() == "content"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
