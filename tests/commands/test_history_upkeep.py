"""`deskstretch history upkeep` does what the settings say, and tells what came of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from deskstretch.store.backups import backups_of
from deskstretch.store.history import History
from deskstretch.store.mending import set_aside
from tests.commands.programs import deskstretch
from tests.store.few_breaks import MONDAY, a_break, keep, kept_numbers


@pytest.fixture
def file(throw_away_home: Path) -> Path:
    file = throw_away_home / "history.sqlite3"
    now = datetime.now().astimezone()
    now = now.replace(microsecond=0)
    keep(file, replace(a_break(1), due_at=now, day=now.date()))
    keep(file, a_break(2, days=-(MONDAY.date() - now.date()).days - 70))
    return file


def test_without_settings_it_is_backed_up_once_a_day(file: Path) -> None:
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stderr) == (0, "")
    ((_, backup),) = backups_of(file)
    rest = [
        "Forgotten, as too old: 0",
        "Nothing is shared: sharing.folder is not set",
    ]
    assert ended.stdout.splitlines() == [f"Backed up: {backup}", *rest]
    assert kept_numbers(file) == kept_numbers(backup) == {1, 2}
    assert deskstretch("history", "upkeep").stdout.splitlines() == rest


def test_a_damaged_history_is_told_and_not_backed_up(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:8192])
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("The history is damaged.")
    assert backups_of(file) == ()
    History.open(file).close()
    (aside,) = set_aside(file)
    checked = deskstretch("history", "check")
    assert checked.returncode == 0
    assert checked.stderr == f"{aside}: set aside as damaged\n"
    assert deskstretch("history", "upkeep").returncode == 0
    assert len(backups_of(file)) == 1


def test_a_history_from_a_newer_version_is_told_and_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    content = file.read_bytes()
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"History is only read: {file} was written by a newer ")
    assert (file.read_bytes(), backups_of(file), set_aside(file)) == (content, (), ())


def test_a_backup_that_cannot_be_kept_is_told(file: Path) -> None:
    (file.parent / "backups").write_text("not a folder")
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "cannot be backed up" in ended.stderr


def test_what_is_too_old_is_forgotten(file: Path, throw_away_home: Path) -> None:
    (throw_away_home / "settings.toml").write_text("[history]\nkeep_for_months = 2\n")
    assert "Forgotten, as too old: 1" in deskstretch("history", "upkeep").stdout
    assert kept_numbers(file) == {1}


def test_two_machines_share_and_half_a_file_is_named(
    file: Path, throw_away_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    half = shared / "deskstretch-half.jsonl"
    half.write_text('{"format":"deskstretch-history","version":1}\n')
    settings = f'[sharing]\nfolder = "{shared}"\n'
    (throw_away_home / "settings.toml").write_text(settings)
    assert deskstretch("history", "upkeep").returncode == 0

    other = tmp_path / "other"
    other.mkdir()
    (other / "settings.toml").write_text(settings)
    monkeypatch.setenv("DESKSTRETCH_HOME", str(other))
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "From other machines: new 2, more complete 0, deleted 0" in ended.stdout
    assert f"Left aside: {half}, line 1: " in ended.stdout
    assert kept_numbers(other / "history.sqlite3") == {1, 2}


@pytest.mark.parametrize(
    ("folder", "said"),
    [("nowhere", "must be written in full"), ("/nowhere/at/all", "is not there")],
)
def test_a_folder_that_cannot_be_used_is_named(
    file: Path, throw_away_home: Path, folder: str, said: str
) -> None:
    (throw_away_home / "settings.toml").write_text(f'[sharing]\nfolder = "{folder}"\n')
    ended = deskstretch("history", "upkeep")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert f"The shared folder {folder}" in ended.stderr
    assert said in ended.stderr
