"""A combination of keys is entered by pressing it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from deskstretch.core.settings import Settings
from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.settings.window import SettingsWindow
from tests.ui.settings.windows import PretendFile, control, make_window, with_value

KEY = "shortcuts.start"
CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SettingsWindow]:
    window = make_window(with_value(Settings(), KEY, "Ctrl+Alt+B"))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.show()
    window.search.setText("shortcut")
    window.activateWindow()
    field_of(window).setFocus()
    yield window
    shiboken6.delete(window)


@pytest.fixture
def file(window: SettingsWindow) -> PretendFile:
    return PretendFile(window, with_value(Settings(), KEY, "Ctrl+Alt+B"))


def field_of(window: SettingsWindow) -> QLineEdit:
    return control(window.rows[KEY], QLineEdit)


def press(field: QLineEdit, key: Qt.Key, held: Qt.KeyboardModifier, scan_code: int) -> None:
    """As a platform tells it, with the place of the key on the keyboard."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("key", "held", "written"),
    [
        (Qt.Key.Key_S, CTRL | ALT, "Ctrl+Alt+S"),
        (Qt.Key.Key_F9, META, "Super+F9"),
        (Qt.Key.Key_PageUp, CTRL | SHIFT, "Ctrl+Shift+PageUp"),
        (Qt.Key.Key_Delete, META | SHIFT, "Shift+Super+Delete"),
        (Qt.Key.Key_5, CTRL | ALT, "Ctrl+Alt+5"),
    ],
)
def test_what_is_pressed_is_told_and_shown(
    window: SettingsWindow,
    file: PretendFile,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    written: str,
) -> None:
    QTest.keyClick(field_of(window), key, held)
    assert file.told == [(KEY, written)]
    assert field_of(window).text() == written


def test_a_digit_is_one_even_where_shift_makes_a_sign_of_it(
    window: SettingsWindow, file: PretendFile
) -> None:
    press(field_of(window), Qt.Key.Key_At, CTRL | SHIFT, scan_code=11)
    assert file.told == [(KEY, "Ctrl+Shift+2")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_backspace_alone_clears(window: SettingsWindow, file: PretendFile, key: Qt.Key) -> None:
    QTest.keyClick(field_of(window), key)
    assert file.told == [(KEY, "")]
    assert field_of(window).text() == ""
    assert field_of(window).placeholderText() == "Press the keys"


def test_what_is_typed_alone_is_not_taken(window: SettingsWindow, file: PretendFile) -> None:
    QTest.keyClicks(field_of(window), "bB ")
    assert file.told == []
    assert field_of(window).text() == "Ctrl+Alt+B"
    assert window.rows[KEY].refusal == ""


def test_what_other_programs_need_is_refused_in_words(
    window: SettingsWindow, file: PretendFile
) -> None:
    QTest.keyClick(field_of(window), Qt.Key.Key_C, CTRL)
    assert file.told == []
    assert field_of(window).text() == "Ctrl+Alt+B"
    refusal = window.rows[KEY].refusal
    assert refusal.startswith('"Ctrl+C" is for the programs you type into. Allowed: nothing, or')


def test_what_is_held_down_is_shown_until_it_is_let_go(window: SettingsWindow) -> None:
    field = field_of(window)
    QTest.keyPress(field, Qt.Key.Key_Control)
    assert field.text() == "Ctrl+…"
    QTest.keyPress(field, Qt.Key.Key_Alt, CTRL)
    assert field.text() == "Ctrl+Alt+…"
    QTest.keyRelease(field, Qt.Key.Key_Alt, CTRL)
    assert field.text() == "Ctrl+Alt+B"


def test_tab_goes_on_both_ways(window: SettingsWindow, file: PretendFile) -> None:
    field = field_of(window)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert after is not field
    QTest.keyClick(after, Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is field
    assert file.told == []


def test_a_shortcut_of_the_window_gives_way_only_to_what_can_be_entered(
    window: SettingsWindow,
) -> None:
    given_way = []
    for held in (CTRL, CTRL | ALT):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F, held)
        event.ignore()
        QApplication.sendEvent(field_of(window), event)
        given_way.append(event.isAccepted())
    assert given_way == [False, True]


def test_what_became_of_the_keys_is_said_below_them(qtbot: QtBot, window: SettingsWindow) -> None:
    row = window.rows[KEY]
    assert isinstance(row.editor, CombinationEditor)
    before = row.heightForWidth(row.width())
    row.editor.show_note("Not in use: another program has them. " * 3)
    qtbot.waitUntil(lambda: row.height() > before)
    assert row.editor.height() >= row.editor.heightForWidth(row.editor.width())
    row.editor.show_note("")
    qtbot.waitUntil(lambda: row.height() == before)
