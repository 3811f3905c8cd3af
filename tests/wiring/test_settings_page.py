"""The settings window at work beside the two files that it follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import find_folders
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.wiring.settings_page import settings_window
from deskstretch.wiring.settings_watch import SettingsWatch

KEY = "breaks.interval_minutes"
OFFICE = 'set_by = "Health at work"\n[locked.breaks]\ninterval_minutes = 50\n'
MINE = "[breaks]\ninterval_minutes = 35 # mine\n"


@pytest.fixture
def managed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an office's file would be; nothing is there yet."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    (file,) = find_folders().managed_files
    file.parent.mkdir(parents=True)
    return file


@pytest.fixture
def window(qtbot: QtBot, managed: Path) -> SettingsWindow:
    folders = find_folders()
    folders.settings_file.parent.mkdir()
    folders.settings_file.write_text(MINE)
    watch = SettingsWatch(folders.settings_file, managed_files=folders.managed_files)
    window = settings_window(folders, watch, LIGHT)
    watch.setParent(window)
    qtbot.addWidget(window)
    return window


def test_a_lock_comes_and_goes_with_the_offices_file_and_the_own_value_stays(
    qtbot: QtBot, window: SettingsWindow, managed: Path
) -> None:
    row, own = window.rows[KEY], find_folders().settings_file
    assert not row.is_locked
    managed.write_text(OFFICE)
    qtbot.waitUntil(lambda: row.is_locked)
    shown = row.editor.focusProxy()
    assert shown is not None
    qtbot.waitUntil(lambda: shown.accessibleName() == "Break after: 50 min")
    # Even a change that gets past the row is refused, by the file and line that lock it.
    window.setting_changed.emit(KEY, 60)
    assert f"{managed}, line 3" in row.refusal
    assert own.read_text() == MINE
    managed.unlink()
    qtbot.waitUntil(lambda: not row.is_locked)
    assert own.read_text() == MINE


def test_a_fault_in_the_offices_file_is_named_by_its_whole_path(
    qtbot: QtBot, window: SettingsWindow, managed: Path
) -> None:
    managed.write_text(OFFICE.replace("50", "5"))
    qtbot.waitUntil(lambda: str(managed) in window.faults.words)
    assert "line 3" in window.faults.words
    assert not window.rows[KEY].is_locked
