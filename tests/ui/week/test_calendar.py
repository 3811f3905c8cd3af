"""The calendar leads to every day from the first break to today, and to no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskstretch.core.period import Month
from deskstretch.core.week import week_of
from deskstretch.ui.theme import DARK, LIGHT
from deskstretch.ui.week.calendar_popup import CalendarPopup, MonthGrid
from deskstretch.ui.week.window import WeekWindow
from tests.ui.week.weeks import MONDAY, SOME, TODAY, WEEK, PretendReviews

FIRST = MONDAY - timedelta(days=60)


@pytest.fixture
def grid(qtbot: QtBot) -> MonthGrid:
    grid = MonthGrid(LIGHT, WEEK, FIRST, TODAY)
    qtbot.addWidget(grid)
    grid.resize(grid.sizeHint())
    return grid


@pytest.fixture
def popup_of(qtbot: QtBot) -> Callable[[WeekWindow], CalendarPopup]:
    def find(window: WeekWindow) -> CalendarPopup:
        popup = window.findChild(CalendarPopup)
        assert isinstance(popup, CalendarPopup)
        return popup

    return find


def press(grid: MonthGrid, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(grid, key)


def place_of(grid: MonthGrid, day: date) -> QPoint:
    points = (QPoint(x, y) for y in range(0, grid.height(), 9) for x in range(0, grid.width(), 9))
    return next(point for point in points if grid.day_at(point.toPointF()) == day)


def test_it_begins_at_today_where_that_is_shown(grid: MonthGrid, qtbot: QtBot) -> None:
    assert grid.day == TODAY
    older = MonthGrid(LIGHT, WEEK.plus(-3), FIRST, TODAY)
    qtbot.addWidget(older)
    assert older.day == WEEK.plus(-3).first_day


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, TODAY - timedelta(days=1)),
        (Qt.Key.Key_Up, TODAY - timedelta(days=7)),
        (Qt.Key.Key_Home, MONDAY),
        (Qt.Key.Key_PageUp, date(2026, 10, 18)),
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_End, TODAY),
        (Qt.Key.Key_PageDown, TODAY),
    ],
)
def test_the_keys_go_through_the_days_up_to_today(grid: MonthGrid, key: Qt.Key, day: date) -> None:
    press(grid, key)
    assert grid.day == day


def test_no_key_leads_before_the_first_break(grid: MonthGrid) -> None:
    press(grid, *[Qt.Key.Key_PageUp] * 5)
    assert grid.day == FIRST
    press(grid, Qt.Key.Key_Up)
    assert grid.day == FIRST
    assert grid.month == Month(FIRST.year, FIRST.month)


def test_return_and_a_click_choose_a_day(grid: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.day_chosen, check_params_cb=lambda day: day == MONDAY):
        press(grid, Qt.Key.Key_Home, Qt.Key.Key_Return)
    with qtbot.waitSignal(grid.day_chosen, check_params_cb=lambda day: day == date(2026, 11, 3)):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place_of(grid, date(2026, 11, 3)))


def test_a_day_that_has_not_been_cannot_be_chosen(grid: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grid.day_chosen):
        later = place_of(grid, TODAY + timedelta(days=2))
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=later)
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_days_that_are_shown_stand_on_sand(grid: MonthGrid) -> None:
    image = grid.grab().toImage()
    for day, shown in ((MONDAY, True), (MONDAY - timedelta(days=1), False)):
        corner = place_of(grid, day) + QPoint(2, 3)
        assert (image.pixelColor(corner) == LIGHT.sand) == shown


def test_a_chosen_day_leads_to_its_week(
    qtbot: QtBot, popup_of: Callable[[WeekWindow], CalendarPopup]
) -> None:
    window = WeekWindow(LIGHT, PretendReviews(*SOME))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_G)
    popup = popup_of(window)
    with qtbot.waitSignal(popup.destroyed):
        press(popup.grid, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert window.period == week_of(TODAY - timedelta(days=7))


def test_it_follows_the_theme(
    qtbot: QtBot, popup_of: Callable[[WeekWindow], CalendarPopup]
) -> None:
    window = WeekWindow(LIGHT, PretendReviews(*SOME))
    qtbot.addWidget(window)
    window.show()
    window.show_calendar()
    window.set_theme(DARK)
    assert popup_of(window).grab().toImage().pixelColor(8, 8) == DARK.card


def test_without_any_break_there_is_today_alone(
    qtbot: QtBot, popup_of: Callable[[WeekWindow], CalendarPopup]
) -> None:
    window = WeekWindow(LIGHT, PretendReviews())
    qtbot.addWidget(window)
    window.show()
    window.show_calendar()
    grid = popup_of(window).grid
    press(grid, Qt.Key.Key_Up)
    assert grid.day == TODAY
