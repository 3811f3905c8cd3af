"""The welcome is shown once, writes what was changed, and switches the real autostart entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import Folders, find_folders
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.welcome.window import WelcomeWindow
from deskstretch.wiring.settings_page import settings_window
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.welcome_window import Welcome


@pytest.fixture(autouse=True)
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "all"))
    return tmp_path / "config" / "autostart" / "deskstretch.desktop"


@pytest.fixture
def folders() -> Folders:
    return find_folders()


@pytest.fixture
def welcome(folders: Folders, qtbot: QtBot) -> Iterator[Welcome]:
    welcome = make_welcome(folders)
    yield welcome
    if welcome.window is not None:
        close(welcome)


def make_welcome(folders: Folders) -> Welcome:
    return Welcome(folders, SettingsWatch(folders.settings_file), ThemeWatcher("light"))


def opened(welcome: Welcome) -> WelcomeWindow:
    assert welcome.window is not None
    return welcome.window


def close(welcome: Welcome) -> None:
    opened(welcome).close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_is_shown_at_the_first_start_and_at_no_other(
    welcome: Welcome, folders: Folders, qtbot: QtBot
) -> None:
    welcome.show_at_first_start()
    assert opened(welcome).isVisible()
    with qtbot.waitSignal(welcome.closed):
        close(welcome)
    assert welcome.window is None
    assert not folders.settings_file.exists()

    again = make_welcome(folders)
    again.show_at_first_start()
    assert again.window is None
    again.show()
    assert opened(again).isVisible()
    close(again)


def test_it_does_not_get_in_the_way_of_somebody_with_settings(
    welcome: Welcome, folders: Folders
) -> None:
    folders.settings.mkdir(parents=True, exist_ok=True)
    folders.settings_file.write_text("")
    welcome.show_at_first_start()
    assert welcome.window is None


def test_where_it_cannot_be_remembered_it_is_not_shown_at_each_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DESKSTRETCH_HOME", "/proc/deskstretch")  # where nobody can make a folder
    welcome = make_welcome(find_folders())
    welcome.show_at_first_start()
    assert welcome.window is None


def test_only_what_was_changed_is_written(welcome: Welcome, folders: Folders) -> None:
    welcome.show()
    window = opened(welcome)
    floor = window.place.rows["desk.floor"].findChild(QCheckBox)
    assert floor is not None
    floor.click()
    window.hours.hours.some_days.click()
    live = [line for line in folders.settings_file.read_text().splitlines() if line[:1].isalpha()]
    assert live == [
        *(f'{day} = "09:00-17:30"' for day in ("monday", "tuesday", "wednesday", "thursday")),
        'friday = "09:00-17:30"',
        'saturday = "off"',
        'sunday = "off"',
        "floor = true",
    ]
    assert window.hours.hours.some_days.isChecked()


def test_a_broken_file_is_said_and_left_alone(welcome: Welcome, folders: Folders) -> None:
    welcome.show()
    folders.settings_file.write_text("[breaks\n")
    floor = opened(welcome).place.rows["desk.floor"].findChild(QCheckBox)
    assert floor is not None
    floor.click()
    assert not floor.isChecked()
    assert folders.settings_file.read_text() == "[breaks\n"


def test_the_switch_writes_the_entry_and_takes_it_away(welcome: Welcome, entry: Path) -> None:
    welcome.show()
    switch = opened(welcome).ready.autostart.switch
    assert not switch.isChecked()
    switch.click()
    assert (switch.isChecked(), entry.exists()) == (True, True)
    switch.click()
    assert (switch.isChecked(), entry.exists()) == (False, False)


def test_an_entry_that_cannot_be_written_is_said(welcome: Welcome, entry: Path) -> None:
    entry.parent.parent.write_text("a file where a folder should be")
    welcome.show()
    row = opened(welcome).ready.autostart
    row.switch.click()
    assert not row.switch.isChecked()
    assert row.note.startswith("That could not be kept: ") or "Not a directory" in row.note


def test_the_settings_window_shows_what_the_desktop_has(
    folders: Folders, entry: Path, qtbot: QtBot
) -> None:
    window = settings_window(
        folders, SettingsWatch(folders.settings_file), ThemeWatcher("light").theme
    )
    qtbot.addWidget(window)
    row = window.starting.autostart
    row.switch.click()
    assert row.switch.isChecked()
    entry.write_text(entry.read_text() + "Hidden=true\n")
    row.looked_at.emit()
    assert not row.switch.isChecked()
    assert "switched off" in row.note


def test_the_stretch_to_try_is_passed_on(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.show()
    with qtbot.waitSignal(welcome.stretch_chosen) as chosen:
        opened(welcome).ready.try_one.click()
    assert chosen.args == ["chair-hamstring"]
