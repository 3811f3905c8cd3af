"""The week's window: its figures, the ways through the weeks, and that nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.period import Kind
from deskstretch.ui.theme import DARK, LIGHT
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.widgets.pill_button import PillButton
from deskstretch.ui.widgets.text_label import TextLabel
from tests.ui.week.weeks import SOME, SUGGESTION, WEEK, PretendReviews


@pytest.fixture
def weeks() -> PretendReviews:
    return PretendReviews(*SOME)


@pytest.fixture
def window(qtbot: QtBot, weeks: PretendReviews) -> WeekWindow:
    window = WeekWindow(LIGHT, weeks)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def text_pixels() -> Iterator[int]:
    """Text at twice its usual size."""
    usual = QApplication.font()
    font = QFont(usual)
    font.setPixelSize(32)
    QApplication.setFont(font)
    yield 32
    QApplication.setFont(usual)


def numbers(window: WeekWindow) -> list[str]:
    return [card.number.text() for card in window.page.figures]


def press(window: WeekWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


def test_it_opens_at_this_week_with_its_figures(window: WeekWindow) -> None:
    assert window.period == WEEK
    assert window.header.days.text() == "16 \N{EN DASH} 22 November 2026"
    assert numbers(window) == ["50 %", "3 of 4", "1 of 3", "1 min 15 s"]


def test_the_arrow_keys_go_from_week_to_week(window: WeekWindow) -> None:
    press(window, Qt.Key.Key_Left)
    assert window.period == WEEK.plus(-1)
    assert window.header.days.text() == "9 \N{EN DASH} 15 November 2026"
    assert numbers(window)[0] == "0 %"
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Right)
    assert window.period == WEEK.plus(-1)


def test_home_goes_to_this_week(window: WeekWindow) -> None:
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Home)
    assert window.period == WEEK


def test_the_buttons_do_what_the_keys_do(window: WeekWindow) -> None:
    QTest.mouseClick(window.header.earlier, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.header.earlier, Qt.MouseButton.LeftButton)
    assert window.period == WEEK.plus(-2)
    QTest.mouseClick(window.header.later, Qt.MouseButton.LeftButton)
    assert window.period == WEEK.plus(-1)
    QTest.mouseClick(window.header.today, Qt.MouseButton.LeftButton)
    assert window.period == WEEK


def test_no_way_leads_before_the_first_break_or_into_the_future(window: WeekWindow) -> None:
    assert not window.header.later.isEnabled()
    press(window, Qt.Key.Key_Right)
    assert window.period == WEEK
    for _ in range(5):
        press(window, Qt.Key.Key_Left)
    assert window.period == WEEK.plus(-2)
    assert not window.header.earlier.isEnabled()


def test_escape_closes_it_and_it_frees_itself(qtbot: QtBot, weeks: PretendReviews) -> None:
    window = WeekWindow(LIGHT, weeks)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.destroyed):
        press(window, Qt.Key.Key_Escape)


def test_a_break_that_closes_meanwhile_is_there_after_a_refresh(
    window: WeekWindow, weeks: PretendReviews
) -> None:
    weeks.breaks = SOME[:-6]
    window.refresh()
    assert numbers(window)[0] == "\N{EN DASH}"


def test_this_week_stays_this_week_over_midnight_and_another_stays_itself(
    window: WeekWindow, weeks: PretendReviews
) -> None:
    weeks.day += timedelta(days=7)
    window.refresh()
    assert window.period == WEEK.plus(1)
    window.show_earlier()
    weeks.day += timedelta(days=7)
    window.refresh()
    assert window.period == WEEK
    assert window.header.later.isEnabled()


def test_an_empty_week_is_dashes_and_one_friendly_line(qtbot: QtBot) -> None:
    window = WeekWindow(LIGHT, PretendReviews())
    qtbot.addWidget(window)
    window.show()
    assert numbers(window) == ["\N{EN DASH}"] * 4
    assert window.page.bars.accessibleDescription() == "No breaks were due this week."
    assert not window.header.earlier.isEnabled()


def test_what_cannot_be_read_is_said_instead_of_figures(
    window: WeekWindow, weeks: PretendReviews
) -> None:
    weeks.trouble = "History cannot be read: /data/history.sqlite3 is damaged."
    window.refresh()
    assert window.trouble.isVisible()
    assert not window.page.isVisible()
    assert window.trouble.text().replace("\u200b", "") == weeks.trouble
    weeks.trouble = None
    window.refresh()
    assert not window.trouble.isVisible()
    assert window.page.isVisible()


def test_it_takes_a_theme_as_a_whole(window: WeekWindow) -> None:
    window.set_theme(DARK)
    image = window.grab().toImage()
    assert image.pixelColor(2, 2) == DARK.paper
    assert LIGHT.card.name() not in {
        image.pixelColor(x, image.height() // 2).name() for x in range(image.width())
    }


def cut_off(window: WeekWindow) -> list[str]:
    """Texts with less room than they need."""
    labels = [
        label.text()
        for label in window.findChildren(TextLabel)
        if label.isVisible()
        and (
            label.height() < label.heightForWidth(label.width())
            or label.width() < label.minimumSizeHint().width()
        )
    ]
    buttons = [
        button.text()
        for button in window.findChildren(PillButton)
        if button.isVisible()
        and (
            button.width() < button.sizeHint().width()
            or button.height() < button.sizeHint().height()
        )
    ]
    return labels + buttons


def overlapping(window: WeekWindow) -> list[tuple[QWidget, QWidget]]:
    page = window.page
    cards = [*page.figures, page.bars, page.skips, page.body, page.stretches, page.further]
    places = [
        (card, card.rect().translated(card.mapTo(window.page, card.rect().topLeft())))
        for card in cards
    ]
    return [
        (one, other)
        for number, (one, place) in enumerate(places)
        for other, elsewhere in places[:number]
        if place.intersects(elsewhere)
    ]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("width", [1344, 1000, 700, 420])
def test_nothing_is_cut_off_at_any_width(
    window: WeekWindow, weeks: PretendReviews, qtbot: QtBot, width: int, kind: Kind
) -> None:
    weeks.suggests, weeks.goal = SUGGESTION, 60
    window.show_kind(kind)
    window.resize(width, 600)
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert overlapping(window) == []


@pytest.mark.parametrize("width", [1344, 700])
@pytest.mark.usefixtures("text_pixels")
def test_nothing_is_cut_off_at_twice_the_text(qtbot: QtBot, width: int) -> None:
    weeks = PretendReviews(*SOME, goal_percent=60)
    weeks.suggests = SUGGESTION
    window = WeekWindow(LIGHT, weeks)
    qtbot.addWidget(window)
    window.resize(width, 896)
    window.show()
    qtbot.waitUntil(lambda: cut_off(window) == [])
    assert overlapping(window) == []
    scroll = window.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
