"""Nothing is clipped at any size, and what has the keyboard shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.settings import DeskSettings
from deskstretch.ui.library.filter_pill import FilterPill
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.reading_scroll import ReadingScroll
from deskstretch.ui.library.stretch_list import StretchList
from deskstretch.ui.theme import DARK, LIGHT, Theme
from deskstretch.ui.widgets.text_label import TextLabel
from tests.ui.clipping import clipped_texts, settle, text_size
from tests.ui.library.windows import button, child, make_window

LONGEST = ("standing-lat-stretch", "straddle-side-reach", "supported-bridge")
DESK = DeskSettings(left_out=LONGEST[:1], favourites=LONGEST)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize(("width", "height"), [(480, 400), (800, 600), (1120, 720), (1800, 1000)])
def test_nothing_is_clipped_at_any_size(
    qtbot: QtBot, factor: float, width: int, height: int
) -> None:
    with text_size(factor):
        window = make_window(DESK)
        window.resize(width, height)
        window.show()
        window.tell_trouble("exercises.json: $.exercises[0]: no id; allowed: small letters")
        button(window, "Safety").click()
        child(window, QLineEdit).setText("s")
        for exercise_id in LONGEST:
            assert window.choose(exercise_id)
            settle()
            assert clipped_texts(window) == [], exercise_id
            for scroll in window.findChildren(QScrollArea):
                page = scroll.widget()
                assert page is not None
                assert page.width() <= scroll.viewport().width()
        window.close()


def test_the_measure_of_clipping_sees_a_squeezed_label(qtbot: QtBot) -> None:
    window = make_window()
    window.show()
    settle()
    label = next(each for each in window.findChildren(TextLabel) if each.text() == "29 stretches")
    label.resize(label.width() // 8, label.height() // 2)
    assert {"too narrow: 29 stretches", "too low: 29 stretches"} < set(clipped_texts(window))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "kind", [QLineEdit, FilterPill, StretchList, Preview, ReadingScroll, QRadioButton]
)
def test_what_has_the_keyboard_shows_it(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    window = make_window(theme=theme)
    window.choose("chair-hamstring")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    widget = child(window, kind)
    if isinstance(widget, Preview):
        widget.click()  # so that nothing but the ring changes
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert widget.hasFocus()
    ringed = widget.grab().toImage()
    button(window, "Safety").setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert widget.grab().toImage() != ringed


def test_a_wide_window_has_the_preview_beside_the_words(qtbot: QtBot) -> None:
    window = make_window()
    window.choose("chair-hamstring")
    window.resize(1120, 720)
    window.show()
    settle()
    page, preview = child(window, ReadingScroll), child(window, Preview)
    assert not page.isAncestorOf(preview)
    window.resize(700, 720)
    settle()
    assert page.isAncestorOf(preview)
    assert preview.isVisible()


def test_in_a_small_window_the_arrows_bring_each_row_into_view(qtbot: QtBot) -> None:
    with text_size(2.0):
        window = make_window()
        window.resize(480, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        stretches = child(window, StretchList)
        stretches.setFocus()
        for key in [Qt.Key.Key_Down] * 12 + [Qt.Key.Key_Up] * 12:
            QTest.keyClick(stretches, key)
            settle()
            row = stretches.viewport().mapTo(stretches, stretches.chosen_place.center())
            assert stretches.visibleRegion().contains(row)
        window.close()
