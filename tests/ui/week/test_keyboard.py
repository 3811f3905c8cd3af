"""Every picture can be gone through by the keyboard, and told or copied as a table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from deskstretch.core.period import Kind
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.window import WeekWindow
from tests.ui.week.weeks import SOME, WEEK, PretendReviews

CHARTS = ("Breaks by day", "When you skip", "Areas stretched")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WeekWindow]:
    window = WeekWindow(LIGHT, PretendReviews(*SOME))
    qtbot.addWidget(window)
    window.resize(1300, 1200)
    with qtbot.waitActive(window):
        window.show()
    yield window
    QToolTip.hideText()


def chart(window: WeekWindow, name: str) -> NumberChart:
    (found,) = (each for each in window.findChildren(NumberChart) if each.accessibleName() == name)
    return found


def focus(window: WeekWindow, name: str) -> NumberChart:
    found = chart(window, name)
    found.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def press(chart: NumberChart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def colours_of_ring(chart: NumberChart) -> list[tuple[int, int, int]]:
    """What is painted across the focus ring's left edge: one pixel at least is all of it."""
    place = chart.place_of(chart.current)
    picture, left = chart.grab().toImage(), round(max(1.0, place.left() - 2.5))
    row = range(max(0, left - 2), left + 3)
    colours = [picture.pixelColor(x, round(place.center().y())) for x in row]
    return [(colour.red(), colour.green(), colour.blue()) for colour in colours]


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_is_reached_by_tab(window: WeekWindow, name: str) -> None:
    reached = set()
    for _ in range(40):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        reached.add(focused.accessibleName() if focused is not None else "")
    assert name in reached


@pytest.mark.parametrize("name", CHARTS)
def test_the_arrows_tell_the_numbers_of_each_part_and_stay_in_the_chart(
    window: WeekWindow, name: str
) -> None:
    found = focus(window, name)
    told = [QToolTip.text()]
    for _ in range(found.part_count() - 1):
        press(found, Qt.Key.Key_Right)
        told.append(QToolTip.text())
    assert told == [found.lines_of(part) for part in range(found.part_count())]
    press(found, Qt.Key.Key_Right)
    assert found.current == found.part_count() - 1
    press(found, Qt.Key.Key_Home)
    assert found.current == 0
    press(found, Qt.Key.Key_Left)
    assert found.current == 0
    assert window.period == WEEK


def test_up_and_down_go_through_the_days_of_an_hour(window: WeekWindow) -> None:
    skips = focus(window, "When you skip")
    press(skips, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert QToolTip.text().startswith("Tuesday, 10:00")
    press(skips, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert QToolTip.text().startswith("Monday, 10:00")


@pytest.mark.parametrize("name", CHARTS)
def test_what_has_the_keyboard_has_a_ring(window: WeekWindow, name: str) -> None:
    found = focus(window, name)
    ring = LIGHT.focus
    wanted = pytest.approx((ring.red(), ring.green(), ring.blue()), abs=3)
    assert any(colour == wanted for colour in colours_of_ring(found))


@pytest.mark.parametrize("name", CHARTS)
def test_a_screen_reader_has_name_and_table_of_each_chart(window: WeekWindow, name: str) -> None:
    found = chart(window, name)
    spoken = QAccessible.queryAccessibleInterface(found)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == name
    assert spoken.text(QAccessible.Text.Description) == found.table()
    for part in range(found.part_count()):
        first_line, *numbers = found.lines_of(part).splitlines()
        if name != "When you skip" or not numbers[0].startswith(("no", "0")):
            assert f"{first_line}: {numbers[0]}" in found.table()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_copied_as_its_table(window: WeekWindow, name: str) -> None:
    found = focus(window, name)
    QTest.keyClick(found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{name}\n{found.table()}"


def test_all_of_it_is_copied_as_text(window: WeekWindow) -> None:
    QTest.mouseClick(window.header.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert window.header.copy.text() == "Copied"
    assert text.startswith("Your week, 16 \N{EN DASH} 22 November 2026 (2026-W47)\n")
    assert "2 of 4  50 %  +50 vs week before" in text
    assert f"When you skip\n{window.page.skips.table()}" in text
    assert "Areas stretched\nBack of the thighs: 1 min 15 s; left 1 min 15 s" in text
    assert "Stretches\nChair hamstring stretch: held to the end 2 of 3" in text


def test_a_bar_of_the_year_opens_its_month_and_one_of_the_month_its_week(
    window: WeekWindow,
) -> None:
    press_in_window(window, Qt.Key.Key_Y)
    assert str(window.period) == "2026"
    months = focus(window, "Breaks by month")
    press(months, *[Qt.Key.Key_Right] * 10, Qt.Key.Key_Return)
    assert str(window.period) == "2026-11"
    days = focus(window, "Breaks by day")
    press(days, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert str(window.period) == "2026-W44"


def test_a_bar_of_the_future_opens_nothing(window: WeekWindow) -> None:
    press_in_window(window, Qt.Key.Key_Y)
    press(focus(window, "Breaks by month"), Qt.Key.Key_End, Qt.Key.Key_Return)
    assert str(window.period) == "2026"


def test_a_bar_of_the_week_opens_nothing(window: WeekWindow) -> None:
    bars = chart(window, "Breaks by day")
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    assert window.period == WEEK


def test_w_m_and_y_go_to_week_month_and_year(window: WeekWindow) -> None:
    press_in_window(window, Qt.Key.Key_M)
    assert str(window.period) == "2026-11"
    assert window.header.kinds[Kind.MONTH].isChecked()
    assert window.header.title.text() == "Your month"
    press_in_window(window, Qt.Key.Key_W)
    assert window.period == WEEK


def press_in_window(window: WeekWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)
