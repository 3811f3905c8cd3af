"""Deleting is asked for quietly, confirmed once, and left with a key."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.period import Kind
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.widgets.choice_pill import ChoicePill
from tests.ui.week.weeks import MONDAY, SOME, WEEK, PretendReviews


@pytest.fixture
def window(qtbot: QtBot) -> WeekWindow:
    window = WeekWindow(LIGHT, PretendReviews(*SOME))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def choices(window: WeekWindow) -> dict[str, ChoicePill]:
    return {pill.text(): pill for pill in window.deleting.choices.controls}


def confirmed(window: WeekWindow) -> list[tuple[date, date]]:
    seen: list[tuple[date, date]] = []
    window.deletion_confirmed.connect(lambda first, last: seen.append((first, last)))
    return seen


def test_nothing_is_asked_until_the_button_is_pressed(window: WeekWindow) -> None:
    assert not window.deleting.is_asking
    window.deleting.begin.click()
    assert window.deleting.is_asking
    assert QApplication.focusWidget() is window.deleting.keep


def test_the_question_is_brought_into_view(window: WeekWindow, qtbot: QtBot) -> None:
    window.resize(window.width(), 300)
    window.deleting.begin.click()
    qtbot.waitUntil(lambda: not window.deleting.delete.visibleRegion().isEmpty())


def test_the_whole_week_is_offered_first_with_its_count(window: WeekWindow) -> None:
    seen = confirmed(window)
    window.deleting.begin.click()
    assert window.deleting.words.text().startswith("6 breaks of 16 \N{EN DASH} 22 November 2026")
    window.deleting.delete.click()
    assert seen == [(WEEK.first_day, WEEK.last_day)]
    assert not window.deleting.is_asking


def test_a_single_day_can_be_chosen(window: WeekWindow) -> None:
    seen = confirmed(window)
    window.deleting.begin.click()
    choices(window)["Mon 16"].click()
    assert window.deleting.words.text().startswith("3 breaks of Monday 16 November")
    window.deleting.delete.click()
    assert seen == [(MONDAY, MONDAY)]


def test_everything_can_be_chosen(window: WeekWindow) -> None:
    seen = confirmed(window)
    window.deleting.begin.click()
    choices(window)["Everything"].click()
    assert "All that was ever kept" in window.deleting.words.text()
    window.deleting.delete.click()
    assert seen == [(date.min, date.max)]


def test_a_month_is_offered_as_a_whole(window: WeekWindow) -> None:
    window.show_kind(Kind.MONTH)
    window.deleting.begin.click()
    assert list(choices(window)) == ["This month", "Everything"]


def test_to_keep_deletes_nothing(window: WeekWindow) -> None:
    seen = confirmed(window)
    window.deleting.begin.click()
    window.deleting.keep.click()
    assert not window.deleting.is_asking
    assert QApplication.focusWidget() is window.deleting.begin
    assert seen == []


def test_escape_leaves_the_question_and_not_the_window(window: WeekWindow) -> None:
    window.deleting.begin.click()
    QTest.keyClick(window.deleting.keep, Qt.Key.Key_Escape)
    assert not window.deleting.is_asking
    assert window.isVisible()


def test_the_arrows_go_through_the_choices_and_not_through_the_weeks(window: WeekWindow) -> None:
    window.deleting.begin.click()
    whole = choices(window)["This week"]
    whole.setFocus()
    QTest.keyClick(whole, Qt.Key.Key_Right)
    assert window.period == WEEK
    assert choices(window)["Mon 16"].isChecked()


def test_another_week_takes_the_question_away(window: WeekWindow) -> None:
    window.deleting.begin.click()
    window.show_earlier()
    assert not window.deleting.is_asking
    window.deleting.say("Deleted (breaks: 1, natural breaks: 0).")
    window.refresh()
    assert not window.deleting.said.isHidden()
    window.show_later()
    assert window.deleting.said.isHidden()
