"""Tab goes through each window and back to where it began, and shows where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme
from tests.ui.clipping import settle
from tests.ui.every_window import EVERY_WINDOW

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light-contrast": LIGHT_CONTRAST,
    "dark-contrast": DARK_CONTRAST,
}
WITHOUT = {"guide's last screen"}
"""There any key closes the window."""


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", [name for name in EVERY_WINDOW if name not in WITHOUT])
def test_what_has_the_keyboard_shows_it(qtbot: QtBot, name: str, theme: Theme) -> None:
    window = EVERY_WINDOW[name](theme)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    passed: list[QWidget] = []
    while (here := tab_on()) is not None and here not in passed:
        passed.append(here)
        assert here.focusPolicy() & Qt.FocusPolicy.TabFocus
        with_ring = picture(window)
        here.clearFocus()
        settle()
        if here is not window:
            assert picture(window) != with_ring, here
        here.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(passed) > 0


def tab_on() -> QWidget | None:
    """What has the keyboard after one more Tab."""
    here = QApplication.focusWidget() or QApplication.activeWindow()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Tab)
    settle()
    return QApplication.focusWidget()


def picture(window: QWidget) -> QImage:
    """All of it, without a cursor that comes and goes."""
    return window.grab(QRect(QPoint(0, 0), window.size())).toImage()
