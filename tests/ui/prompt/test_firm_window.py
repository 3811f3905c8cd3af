"""The prompt that fills the screen: what it offers, when, and how one gets out of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskstretch.core.prompt import PromptContent
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.firm_window import FirmWindow
from deskstretch.ui.theme import DARK, LIGHT
from deskstretch.ui.widgets.sizes import scaled_font

CONTENT = PromptContent(
    stretch_name="Seated figure-four",
    place="at your desk",
    length="1 min",
    reason="Sitting for 48 min; hips last stretched yesterday.",
    short_seconds=60,
    long_seconds=180,
    fills_screen=True,
    skip_after_seconds=0.2,
)


@pytest.fixture
def window(qtbot: QtBot) -> FirmWindow:
    window = FirmWindow(LIGHT, CONTENT, FigureAppearance())
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test frees it
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


def button(window: FirmWindow, words: str) -> QPushButton:
    (found,) = (each for each in window.findChildren(QPushButton) if each.text() == words)
    return found


def test_skip_comes_after_its_seconds_and_the_way_out_is_there_from_the_start(
    qtbot: QtBot, window: FirmWindow
) -> None:
    window.show()
    assert not button(window, "Skip").isVisible()
    assert not button(window, "Skip in a moment").isEnabled()
    assert button(window, "Not now (Esc)").isVisible()
    assert button(window, "Start").isVisible()
    qtbot.waitUntil(button(window, "Skip").isVisible)
    assert not button(window, "Skip in a moment").isVisible()
    with qtbot.waitSignal(window.skip_chosen):
        button(window, "Skip").click()


def test_escape_and_not_now_put_it_aside_without_an_answer(
    qtbot: QtBot, window: FirmWindow
) -> None:
    window.show()
    with qtbot.waitSignal(window.put_aside):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.put_aside):
        QTest.keyClick(button(window, "Start"), Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.put_aside):
        button(window, "Not now (Esc)").click()


def test_what_is_typed_answers_nothing_and_is_said_to_go_nowhere(
    qtbot: QtBot, window: FirmWindow
) -> None:
    answers: list[object] = []
    for signal in (window.start_chosen, window.snooze_chosen, window.skip_chosen):
        signal.connect(lambda *told: answers.append(told))
    window.show()
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.notice == ""
    QTest.keyClicks(window, "and so")
    assert "goes nowhere" in window.notice
    assert answers == []


def test_all_answers_are_reached_by_keyboard(qtbot: QtBot, window: FirmWindow) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(button(window, "Skip").isVisible)
    reached = set()
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            reached.add(focused.text())
    assert reached >= {"Start", "3 min", "Snooze 5 min", "Skip", "Not now (Esc)"}


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (3840, 2160)])
def test_everything_is_on_the_screen_and_nothing_over_another(
    qtbot: QtBot, size: tuple[int, int], factor: float
) -> None:
    before = QApplication.font()
    QApplication.setFont(scaled_font(before, factor))
    try:
        window = FirmWindow(DARK, replace(CONTENT, snoozes_left=0), FigureAppearance())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        window.resize(QSize(*size))
        window.show()
        QTest.keyClicks(window, "x")
        parts = [each for each in window.children() if getattr(each, "isVisible", bool)()]
        places = [each.geometry() for each in parts]  # type: ignore[attr-defined]
        assert len(places) == 3
        assert all(window.rect().contains(place) for place in places)
        assert not any(a.intersects(b) for a in places for b in places if a is not b)
    finally:
        QApplication.setFont(QFont(before))
