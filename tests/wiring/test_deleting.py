"""What is confirmed in the window is gone from the file, and the window shows what is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from deskstretch.store.folders import find_folders
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.window import WeekWindow
from deskstretch.wiring.deleting import Deleting
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.week_window import week_window
from tests.store.few_breaks import MONDAY, a_break, an_absence, keep, kept_numbers


@pytest.fixture
def file(throw_away_home: Path) -> Path:
    file = throw_away_home / "history.sqlite3"
    keep(file, a_break(1), a_break(2, days=1), an_absence(3, days=1))
    return file


@pytest.fixture
def window(file: Path, qtbot: QtBot) -> Iterator[WeekWindow]:
    folders = find_folders()
    watch = SettingsWatch(folders.settings_file)
    window = week_window(folders, watch, LIGHT, lambda: MONDAY.date())
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def test_the_chosen_day_is_gone(window: WeekWindow, file: Path, qtbot: QtBot) -> None:
    deleting = Deleting(window, find_folders())
    assert window.page.figures[0].label.text() == "2 of 2 breaks taken"
    window.deleting.begin.click()
    next(pill for pill in window.deleting.choices.controls if pill.text() == "Tue 17").click()
    with qtbot.waitSignal(deleting.deleted):
        window.deleting.delete.click()
    assert kept_numbers(file) == {1}
    assert window.page.figures[0].label.text() == "1 of 1 breaks taken"
    assert window.deleting.said.text() == "Deleted (breaks: 1, natural breaks: 1)."


def test_a_history_that_cannot_be_written_is_said(
    window: WeekWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskstretch.store.changing._LOCK_WAIT_SECONDS", 0.1)
    folders = msgspec.structs.replace(find_folders(), data=tmp_path / "elsewhere")
    # Nobody, not even root, can write a file where a folder is.
    folders.history_file.mkdir(parents=True)
    Deleting(window, folders)
    window.deletion_confirmed.emit(date.min, date.max)
    assert "is a folder" in window.deleting.said.text()
    assert kept_numbers(file) == {1, 2, 3}
