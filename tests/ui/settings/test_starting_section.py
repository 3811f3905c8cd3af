"""What is not in the settings file stands among the settings all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskstretch.ui.settings.window import SettingsWindow
from tests.ui.clipping import clipped_texts, settle, text_size
from tests.ui.settings.windows import make_window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SettingsWindow]:
    window = make_window()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.show()
    yield window
    shiboken6.delete(window)


def open_starting(window: SettingsWindow) -> None:
    window.groups.controls[-1].click()


def test_it_is_the_last_group(window: SettingsWindow) -> None:
    assert not window.starting.isVisible()
    open_starting(window)
    assert window.groups.controls[-1].text() == "Starting"
    assert window.starting.isVisible()


@pytest.mark.parametrize("search", ["computer", "log in", "welcome", "starting"])
def test_the_search_finds_it(window: SettingsWindow, search: str) -> None:
    window.search.setText(search)
    assert window.starting.isVisible()


def test_other_searches_do_not(window: SettingsWindow) -> None:
    window.search.setText("microphone")
    assert not window.starting.isVisible()


def test_the_welcome_is_asked_for_there(window: SettingsWindow, qtbot: QtBot) -> None:
    open_starting(window)
    with qtbot.waitSignal(window.starting.welcome_wanted):
        window.starting.welcome.click()


def test_the_switch_is_no_setting_of_the_file(window: SettingsWindow) -> None:
    told: list[str] = []
    window.setting_changed.connect(lambda key, _value: told.append(key))
    open_starting(window)
    window.starting.autostart.switch.click()
    assert told == []
    assert not window.foot.undo.isEnabled()


def test_coming_back_to_the_window_looks_anew(window: SettingsWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.starting.autostart.looked_at):
        open_starting(window)
    other = make_window()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.waitSignal(window.starting.autostart.looked_at):
        window.activateWindow()


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("width", [480, 940])
def test_nothing_of_it_is_clipped(qtbot: QtBot, factor: float, width: int) -> None:
    with text_size(factor):
        window = make_window()
        qtbot.addWidget(window)
        window.resize(width, 600)
        window.show()
        open_starting(window)
        window.starting.autostart.show_state(
            False, "The entry names a program that is not there: /opt/deskstretch/bin/deskstretch."
        )
        settle()
        assert [wrong for wrong in clipped_texts(window) if "/opt" not in wrong] == []
        window.close()
