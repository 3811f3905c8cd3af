"""The window and a real settings file stay in step, whichever of them is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import Folders, find_folders
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.wiring.settings_page import settings_window
from deskstretch.wiring.settings_watch import SettingsWatch
from tests.ui.settings.windows import control

WRITTEN = """\
# mine
[breaks]
interval_minutes = 60  # an hour

[look]
theme = "light"
"""


@pytest.fixture
def folders() -> Folders:
    folders = find_folders()
    folders.settings.mkdir(parents=True)
    return folders


@pytest.fixture
def file(folders: Folders) -> Path:
    folders.settings_file.write_text(WRITTEN)
    return folders.settings_file


@pytest.fixture
def watch(file: Path, qtbot: QtBot) -> SettingsWatch:
    return SettingsWatch(file)


@pytest.fixture
def window(folders: Folders, watch: SettingsWatch, qtbot: QtBot) -> SettingsWindow:
    window = settings_window(folders, watch, LIGHT)
    qtbot.addWidget(window)
    window.show()
    return window


def interval(window: SettingsWindow) -> int:
    return control(window.rows["breaks.interval_minutes"], QSpinBox).value()


def test_a_change_goes_into_the_file_and_comments_stay(window: SettingsWindow, file: Path) -> None:
    window.rows["look.theme"].findChildren(QRadioButton)[2].click()
    assert file.read_text() == WRITTEN.replace('"light"', '"dark"')


def test_undo_gives_the_file_back_as_it_was(window: SettingsWindow, file: Path) -> None:
    window.rows["look.theme"].findChildren(QRadioButton)[2].click()
    window.undo()
    assert file.read_text() == WRITTEN


def test_a_file_edited_by_hand_shows_at_once(
    window: SettingsWindow, watch: SettingsWatch, file: Path, qtbot: QtBot
) -> None:
    assert interval(window) == 60
    with qtbot.waitSignal(watch.settings_changed):
        file.write_text(WRITTEN.replace("60", "30"))
    assert interval(window) == 30
    assert not window.foot.undo.isEnabled()


def test_a_fault_made_by_hand_is_said_with_its_line_and_gone_when_put_right(
    window: SettingsWindow, watch: SettingsWatch, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.faults_changed):
        file.write_text(WRITTEN.replace("60", "600"))
    assert window.faults.words == (
        "settings.toml, line 3: breaks.interval_minutes: 600 is out of range; "
        "allowed: a whole number from 20 to 120"
    )
    assert interval(window) == 60
    with qtbot.waitSignal(watch.faults_changed):
        file.write_text(WRITTEN)
    assert not window.faults.isVisible()


def test_a_fault_that_was_there_before_is_said_when_the_window_opens(
    folders: Folders, file: Path, qtbot: QtBot
) -> None:
    file.write_text("[breaks\n")
    window = settings_window(folders, SettingsWatch(file), LIGHT)
    qtbot.addWidget(window)
    assert window.faults.words.startswith("settings.toml, line 1")


def test_a_broken_file_is_not_written_over(
    window: SettingsWindow, watch: SettingsWatch, file: Path
) -> None:
    file.write_text("[breaks\n")
    watch.look_again()
    row = window.rows["desk.floor"]
    control(row, QCheckBox).click()
    assert "line 1" in row.refusal
    assert not control(row, QCheckBox).isChecked()
    assert file.read_text() == "[breaks\n"


def test_opening_the_file_makes_it_first(
    window: SettingsWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    file.unlink()
    window.foot.open_file.click()
    assert [Path(url.toLocalFile()) for url in opened] == [file]
    assert "# interval_minutes = 45" in file.read_text()


def test_a_file_that_nothing_opens_is_said(
    window: SettingsWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    window.foot.open_file.click()
    assert window.foot.trouble.startswith("No program opened the file")


def test_a_closed_window_hears_nothing_more(
    folders: Folders, watch: SettingsWatch, file: Path
) -> None:
    window = settings_window(folders, watch, LIGHT)
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    window.show()
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]
    file.write_text(WRITTEN.replace("60", "30"))
    watch.look_again()
    assert watch.settings.breaks.interval_minutes == 30


def test_a_routine_made_in_the_window_stands_in_the_file_until_undone(
    window: SettingsWindow, file: Path, watch: SettingsWatch
) -> None:
    window.routines.new.click()
    card = window.routines.draft
    assert card is not None
    card.stretches.controls[1].click()
    assert file.read_text() == (
        f'{WRITTEN}\n[routines.my-routine]\nname = "My routine"\nstretches = ["chair-hamstring"]\n'
    )
    assert [routine.id for routine in watch.settings.routines] == ["my-routine"]
    window.undo()
    assert watch.settings.routines == ()
    assert file.read_text().strip() == WRITTEN.strip()


def test_a_routine_written_by_hand_shows_at_once(
    window: SettingsWindow, watch: SettingsWatch, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.settings_changed):
        file.write_text(f'{WRITTEN}\n[routines.x]\nname = "By hand"\nstretches = ["cat-camel"]\n')
    (card,) = window.routines.cards
    assert card.name.text() == "By hand"
