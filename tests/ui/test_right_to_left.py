"""In a language that is read from the right every window is mirrored: all but figure and ring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import zip_longest

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.body_chart import BodyChart
from deskstretch.ui.week.calendar_popup import CalendarPopup
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.widgets.pill_button import PillButton
from tests.ui.clipping import settle
from tests.ui.every_window import EVERY_WINDOW
from tests.ui.painted_texts import painted_texts

_ROUNDING = 2
_STAYS = (BodyChart, QLineEdit)
"""The body stays as it is, and English words where one types."""
_LETTERS = 4.0
"""Pixels by which the ink of a text may be off its middle."""


@contextmanager
def read_from_the_right() -> Iterator[None]:
    """All that is made now is mirrored."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown(qtbot: QtBot, name: str) -> QWidget:
    window = EVERY_WINDOW[name](LIGHT)
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


@pytest.mark.parametrize("name", EVERY_WINDOW)
def test_all_parts_of_a_window_are_mirrored(qtbot: QtBot, name: str) -> None:
    before = shown(qtbot, name)
    usual = _places(before)
    with read_from_the_right():
        window = shown(qtbot, name)
        mirrored = [(kind, _mirrored(place, window.width())) for kind, place in _places(window)]
        wrong = [
            f"{one} and {other}"
            for one, other in zip_longest(usual, mirrored)
            if one is None or other is None or not _are_alike(one[1], other[1])
        ]
    assert wrong == []


@pytest.mark.parametrize("name", EVERY_WINDOW)
def test_what_is_painted_by_hand_is_mirrored(qtbot: QtBot, name: str) -> None:
    before = shown(qtbot, name)
    usual = _middles(before)
    with read_from_the_right():
        window = shown(qtbot, name)
        mirrored = _middles(window, mirrored=True)
    wrong = [
        f"{words} at {middle:.0f}, not {usual[words, number]:.0f}"
        for (words, number), middle in mirrored.items()
        if (words, number) in usual and abs(middle - usual[words, number]) > _LETTERS
    ]
    assert wrong == []


def test_the_part_of_a_chart_is_found_where_it_is_painted(qtbot: QtBot) -> None:
    with read_from_the_right():
        window = shown(qtbot, "week")
        assert isinstance(window, WeekWindow)
        bars, skips = window.page.bars, window.page.skips
        charts: tuple[NumberChart, ...] = (bars, skips)
        for chart in charts:
            middles = [chart.place_of(part).center() for part in range(chart.part_count())]
            assert [chart.part_at(middle) for middle in middles] == list(range(len(middles)))
        assert bars.place_of(0).center().x() > bars.place_of(1).center().x()


def test_the_arrow_keys_go_where_the_days_go(qtbot: QtBot) -> None:
    with read_from_the_right():
        window = shown(qtbot, "week")
        assert isinstance(window, WeekWindow)
        bars = window.page.bars
        QTest.keyClick(bars, Qt.Key.Key_Left)
        QTest.keyClick(bars, Qt.Key.Key_Left)
        assert bars.current == 2
        QTest.keyClick(bars, Qt.Key.Key_Right)
        assert bars.current == 1
        assert "Right arrow" in window.header.earlier.toolTip()


def test_the_calendar_goes_to_the_left(qtbot: QtBot) -> None:
    with read_from_the_right():
        popup = shown(qtbot, "calendar")
        assert isinstance(popup, CalendarPopup)
        grid, before = popup.grid, popup.grid.day
        QTest.keyClick(grid, Qt.Key.Key_Right)
        assert grid.day == before - timedelta(days=1)
        cell = grid.width() / 7
        monday = grid.day_at(QPointF(grid.width() - cell / 2, grid.height() / 2))
        assert monday is not None
        assert monday.weekday() == 0


def test_the_guide_goes_on_to_the_left(qtbot: QtBot) -> None:
    with read_from_the_right():
        window = shown(qtbot, "guide in a hold")
        tips = [button.toolTip() for button in window.findChildren(PillButton)]
    assert tips.index("Right arrow") < tips.index("Left arrow")  # Back, then Next


def test_the_prompt_stays_in_the_corner_of_the_tray(qtbot: QtBot) -> None:
    usual = EVERY_WINDOW["prompt"](LIGHT)
    qtbot.addWidget(usual)
    assert isinstance(usual, PromptWindow)
    usual.appear()
    with read_from_the_right():
        mirrored = EVERY_WINDOW["prompt"](LIGHT)
        qtbot.addWidget(mirrored)
        assert isinstance(mirrored, PromptWindow)
        mirrored.appear()
    assert mirrored.pos() == usual.pos()


def _places(window: QWidget) -> list[tuple[str, QRect]]:
    """All parts that are seen, where they are in the window."""
    parts = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return [
        (type(each).__name__, QRect(each.mapTo(window, QPoint(0, 0)), each.size()))
        for each in parts
        if not isinstance(each, QScrollBar) and not each.size().isEmpty()
    ]


def _mirrored(place: QRect, width: int) -> QRect:
    return QRect(width - place.right() - 1, place.top(), place.width(), place.height())


def _are_alike(one: QRect, other: QRect) -> bool:
    apart = one.topLeft() - other.topLeft()
    larger = one.size() - other.size()
    off = (apart.x(), apart.y(), larger.width(), larger.height())
    return all(abs(pixels) <= _ROUNDING for pixels in off)


def _middles(window: QWidget, *, mirrored: bool = False) -> dict[tuple[str, int], float]:
    """The middle of each text, by its words, from where lines begin."""
    found: dict[tuple[str, int], float] = {}
    for number, widget in enumerate((window, *window.findChildren(QWidget))):
        if not widget.isVisible() or widget.size().isEmpty() or isinstance(widget, _STAYS):
            continue
        for text in painted_texts(widget):
            middle = text.place.center().x()
            found[text.words, number] = widget.width() - middle if mirrored else middle
    return found
