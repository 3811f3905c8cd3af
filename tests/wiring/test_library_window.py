"""The library at work: it reads both files, changes the settings file and follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.settings_edit import set_value
from deskstretch.store.settings_file import load
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.wiring.library_window import library_window
from deskstretch.wiring.settings_watch import SettingsWatch
from tests.core.shipped import shipped_catalogue
from tests.ui.library.windows import button, offered


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    return find_folders()


@pytest.fixture
def watch(folders: Folders, qtbot: QtBot) -> SettingsWatch:
    return SettingsWatch(folders.settings_file)


@pytest.fixture(autouse=True)
def close_all() -> Iterator[None]:
    yield
    for window in QApplication.topLevelWidgets():
        window.close()


def opened(folders: Folders, watch: SettingsWatch) -> LibraryWindow:
    window = library_window(folders, watch, LIGHT)
    window.show()
    return window


def texts(window: LibraryWindow) -> str:
    labels = window.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(window))


def test_a_press_changes_the_settings_file_and_the_window_follows(
    folders: Folders, watch: SettingsWatch
) -> None:
    window = opened(folders, watch)
    window.choose("cat-camel")
    button(window, "Allow floor stretches").click()
    button(window, "Favourite").click()
    desk = load(folders.settings_file).settings.desk
    assert (desk.floor, desk.favourites) == (True, ("cat-camel",))
    assert "Remove favourite" in offered(window)
    assert "Allow floor stretches" not in offered(window)


def test_an_edit_of_the_file_is_followed_too(folders: Folders, watch: SettingsWatch) -> None:
    window = opened(folders, watch)
    window.choose("chair-hamstring")
    set_value(folders.settings_file, "desk.left_out", ("chair-hamstring",))
    watch.look_again()
    assert "Use again" in offered(window)


def test_a_change_that_cannot_be_written_is_told(folders: Folders, watch: SettingsWatch) -> None:
    window = opened(folders, watch)
    folders.settings_file.mkdir()
    button(window, "Leave out").click()
    assert str(folders.settings_file) in texts(window)
    assert "Leave out" in offered(window)


def test_a_persons_own_stretch_is_there(folders: Folders, watch: SettingsWatch) -> None:
    stretch = msgspec.structs.replace(
        shipped_catalogue().exercises["chair-hamstring"], id="mine", name="Mine"
    )
    own = {"version": 1, "exercises": [msgspec.to_builtins(stretch)]}
    folders.exercises_file.write_bytes(msgspec.json.encode(own))
    window = opened(folders, watch)
    assert window.choose("mine")
    assert "30 stretches" in texts(window)


def test_a_fault_in_a_persons_own_file_is_told_and_the_rest_works(
    folders: Folders, watch: SettingsWatch
) -> None:
    folders.exercises_file.write_text('{"version": 1, "exercises": [{}, {}]}')
    window = opened(folders, watch)
    assert f"{folders.exercises_file}: $.exercises[0]" in texts(window)
    assert "(1 more)" in texts(window)
    button(window, "Leave out").click()
    assert "(1 more)" in texts(window)
