"""The settings in force follow the file, whoever writes it; what is faulty changes nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import find_folders
from deskstretch.store.offer import routine_faults
from deskstretch.wiring.settings_watch import SettingsWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.toml"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_an_edit_by_hand_is_taken_over_while_the_app_runs(qtbot: QtBot, file: Path) -> None:
    write(file, "[breaks]\ninterval_minutes = 30\n")
    watch = SettingsWatch(file)
    with qtbot.waitSignal(watch.settings_changed):
        write(file, "[breaks]\ninterval_minutes = 50\n")
    assert watch.settings.breaks.interval_minutes == 50


def test_a_routine_with_an_unknown_stretch_is_a_fault_until_it_is_put_right(qtbot: QtBot) -> None:
    folders = find_folders()
    slip = '[routines.lunch]\nname = "Lunch"\nstretches = ["cat-cammel"]\n'
    write(folders.settings_file, slip)
    watch = SettingsWatch(folders.settings_file, further_faults=partial(routine_faults, folders))
    (fault,) = watch.faults
    assert (fault.line, fault.key) == (3, "routines.lunch.stretches[0]")
    with qtbot.waitSignal(watch.faults_changed):
        write(folders.settings_file, slip.replace("cammel", "camel"))
    assert watch.faults == ()


def test_a_file_that_comes_later_is_noticed(qtbot: QtBot, file: Path) -> None:
    watch = SettingsWatch(file)
    with qtbot.waitSignal(watch.settings_changed):
        write(file, "[breaks]\ninterval_minutes = 50\n")
    assert watch.settings.breaks.interval_minutes == 50


def test_a_file_replaced_by_an_editor_is_still_followed(qtbot: QtBot, file: Path) -> None:
    write(file, "[breaks]\ninterval_minutes = 30\n")
    watch = SettingsWatch(file)
    for minutes in (40, 50):
        draft = file.with_suffix(".new")
        draft.write_text(f"[breaks]\ninterval_minutes = {minutes}\n")
        with qtbot.waitSignal(watch.settings_changed):
            draft.replace(file)
        assert watch.settings.breaks.interval_minutes == minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[breaks]\ninterval_minutes = \n", "line 2"),
        ("[breaks]\ninterval_minutes = 7\n", "from 20 to 120"),
        ("[breaks]\ninterval_minutes = 'often'\n", "a whole number"),
        ("[breaks]\nintervall_minutes = 50\n", "did you mean"),
    ],
)
def test_a_faulty_edit_keeps_the_last_good_value_and_the_file(
    qtbot: QtBot, file: Path, text: str, words: str
) -> None:
    write(file, "[breaks]\ninterval_minutes = 30\n")
    watch = SettingsWatch(file)
    with qtbot.waitSignal(watch.faults_changed):
        write(file, text)
    assert watch.settings.breaks.interval_minutes in (30, 45)
    assert words in watch.faults[0].words
    assert str(file) in watch.faults[0].words
    assert file.read_text() == text

    with qtbot.waitSignal(watch.faults_changed):
        write(file, "[breaks]\ninterval_minutes = 60\n")
    assert watch.faults == ()
    assert watch.settings.breaks.interval_minutes == 60


def test_a_change_from_within_is_written_and_in_force_at_once(file: Path) -> None:
    write(file, "# mine\n[breaks]\ninterval_minutes = 30 # half an hour\n")
    watch = SettingsWatch(file)
    assert watch.change("breaks.interval_minutes", 60) is None
    assert watch.settings.breaks.interval_minutes == 60
    assert file.read_text() == "# mine\n[breaks]\ninterval_minutes = 60 # half an hour\n"


def test_a_change_that_is_not_allowed_says_why_and_leaves_the_file(file: Path) -> None:
    write(file, "[breaks]\ninterval_minutes = 30\n")
    watch = SettingsWatch(file)
    refusal = watch.change("breaks.interval_minutes", 7)
    assert refusal is not None
    assert "from 20 to 120" in refusal
    assert file.read_text() == "[breaks]\ninterval_minutes = 30\n"


OFFICE = 'set_by = "Health at work"\n[locked.breaks]\ninterval_minutes = 30\n'


def test_what_an_office_sets_is_taken_over_while_the_app_runs(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    managed = tmp_path / "xdg" / "deskstretch" / "managed.toml"
    managed.parent.parent.mkdir()
    write(file, "[breaks]\ninterval_minutes = 50\n")
    watch = SettingsWatch(file, managed_files=[managed])
    assert watch.settings.breaks.interval_minutes == 50
    with qtbot.waitSignals([watch.managed_changed, watch.settings_changed]):
        write(managed, OFFICE)
    assert watch.managed.set_by == "Health at work"
    assert watch.settings.breaks.interval_minutes == 30
    trouble = watch.change("breaks.interval_minutes", 60)
    assert trouble is not None
    assert f"{managed}, line 3" in trouble
    assert file.read_text() == "[breaks]\ninterval_minutes = 50\n"
    with qtbot.waitSignals([watch.managed_changed, watch.settings_changed]):
        managed.unlink()
    assert watch.settings.breaks.interval_minutes == 50


def test_a_fault_in_what_an_office_sets_is_told_with_those_of_the_own_file(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    managed = tmp_path / "xdg" / "managed.toml"
    write(managed, OFFICE)
    watch = SettingsWatch(file, managed_files=[managed])
    with qtbot.waitSignal(watch.faults_changed):
        write(managed, OFFICE.replace("30", "3"))
    assert [(fault.file, fault.line) for fault in watch.faults] == [(managed, 3)]
    assert watch.settings.breaks.interval_minutes == 45
