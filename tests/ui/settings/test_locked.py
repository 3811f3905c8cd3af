"""A setting that an office has locked: read by everybody, changed by nobody, free again later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.managed import Managed
from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.ui.settings.window import SettingsWindow
from tests.ui.settings.windows import PretendFile, make_window

KEY = "breaks.interval_minutes"
OFFICE = Managed("Health at work", {"breaks.tolerance_minutes": 5}, {KEY: 50})


@pytest.fixture
def window(qtbot: QtBot) -> SettingsWindow:
    """Open, with one key locked and one with another default."""
    window = make_window(OFFICE.over(OFFICE.base))
    qtbot.addWidget(window)
    window.show_managed(OFFICE)
    window.show()
    return window


def test_a_locked_row_says_who_did_it_to_the_eye_and_the_screen_reader(
    window: SettingsWindow,
) -> None:
    row = window.rows[KEY]
    assert row.is_locked
    reached = row.editor.focusProxy()
    assert reached is not None
    assert reached.accessibleName() == "Break after: 50 min"
    assert reached.accessibleDescription().endswith("Locked by Health at work for this computer.")
    assert row.reset.isHidden()


def test_a_locked_row_is_reached_by_tab_and_no_key_changes_it(
    qtbot: QtBot, window: SettingsWindow
) -> None:
    file = PretendFile(window)
    with qtbot.waitExposed(window):
        window.show()
    seen = []
    window.search.setFocus()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == "Break after: 50 min":
            for key in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_9):
                QTest.keyClick(focused, key)
            seen.append(focused)
            break
    assert seen
    assert file.told == []


def test_the_way_back_leads_to_the_offices_default(window: SettingsWindow) -> None:
    file = PretendFile(window, OFFICE.over(OFFICE.base))
    row = window.rows["breaks.tolerance_minutes"]
    assert row.reset.isHidden()
    row.value_chosen.emit(3)
    assert row.reset.text() == "Reset to 5 min"
    row.reset.click()
    assert file.told[-1] == ("breaks.tolerance_minutes", 5)


def test_the_row_can_be_changed_again_once_the_lock_goes(window: SettingsWindow) -> None:
    own = Settings(breaks=BreakSettings(interval_minutes=35))
    file = PretendFile(window, own)
    window.show_managed(Managed())
    window.show_settings(own)
    row = window.rows[KEY]
    assert not row.is_locked
    row.editor.value_entered.emit(40)
    assert file.told == [(KEY, 40)]


def test_a_new_value_of_the_office_is_shown_while_the_window_is_open(
    window: SettingsWindow,
) -> None:
    stricter = Managed("Health at work", {}, {KEY: 30})
    window.show_managed(stricter)
    window.show_settings(stricter.over(Settings()))
    reached = window.rows[KEY].editor.focusProxy()
    assert reached is not None
    assert reached.accessibleName() == "Break after: 30 min"


def test_where_nobody_is_named_it_is_said_without_a_name(window: SettingsWindow) -> None:
    window.show_managed(Managed(locked={KEY: 50}))
    reached = window.rows[KEY].editor.focusProxy()
    assert reached is not None
    assert "whoever looks after it" in reached.accessibleDescription()
