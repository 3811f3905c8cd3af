"""The windows a person opens: one of each at most, themed, gone when closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.week import week_of
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import DARK
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.week.source import UnreadableReviewError
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.wiring.history_reviews import HistoryReviews
from deskstretch.wiring.review_windows import ReviewWindows
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.suggestions import Suggestions
from tests.store.newer_history import make_newer
from tests.ui.tray.readings import reading

Window = TypeVar("Window", bound=QWidget)


@pytest.fixture
def folders(throw_away_home: Path) -> Folders:
    throw_away_home.mkdir()
    return find_folders()


@pytest.fixture
def themes(qtbot: QtBot) -> ThemeWatcher:
    return ThemeWatcher("light")


@pytest.fixture
def windows(folders: Folders, themes: ThemeWatcher) -> Iterator[ReviewWindows]:
    watch = SettingsWatch(folders.settings_file)
    yield ReviewWindows(folders, watch, Orders(reading()), themes)
    for window in QApplication.topLevelWidgets():
        window.close()


def only(kind: type[Window]) -> Window:
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return window


def reviews_of(folders: Folders, today: date) -> HistoryReviews:
    watch = SettingsWatch(folders.settings_file)
    suggestions = Suggestions(folders, watch, lambda: today, dict)
    return HistoryReviews(folders, watch, suggestions, lambda: today, dict)


def keep_a_taken_break(folders: Folders, at: datetime) -> None:
    history = History.open(folders.history_file)
    history.close_break(history.open_break(at, 2700), Outcome.TAKEN, at)
    history.close()


def test_the_week_is_opened_once_and_brought_up_again(windows: ReviewWindows) -> None:
    windows.show_week()
    week = only(WeekWindow)
    week.hide()
    windows.show_week()
    assert only(WeekWindow) is week
    assert week.isVisible()


def test_a_closed_window_is_gone_and_can_be_opened_anew(
    windows: ReviewWindows, qtbot: QtBot
) -> None:
    windows.show_week()
    with qtbot.waitSignal(only(WeekWindow).destroyed):
        only(WeekWindow).close()
    windows.refresh()
    windows.show_week()
    assert only(WeekWindow).isVisible()


def test_the_week_shows_what_was_kept_before_and_after_it_was_opened(
    windows: ReviewWindows, folders: Folders
) -> None:
    now = datetime.now().astimezone()
    keep_a_taken_break(folders, now)
    windows.show_week()
    number = only(WeekWindow).page.figures[0].label
    assert number.text() == "1 of 1 breaks taken"
    keep_a_taken_break(folders, now)
    windows.refresh()
    assert number.text() == "2 of 2 breaks taken"


def test_in_the_library_nothing_moves_where_the_desktop_asks_for_stillness(
    windows: ReviewWindows, themes: ThemeWatcher, qtbot: QtBot
) -> None:
    windows.show_library()
    preview = only(LibraryWindow).findChild(Preview)
    assert preview is not None
    assert preview.is_playing
    with qtbot.waitSignal(only(LibraryWindow).destroyed):
        only(LibraryWindow).close()
    themes.heed_wishes(high_contrast=False, reduced_motion=True)
    windows.show_library()
    preview = only(LibraryWindow).findChild(Preview)
    assert preview is not None
    assert not preview.is_playing


def test_a_damaged_history_is_said_in_the_window(windows: ReviewWindows, folders: Folders) -> None:
    folders.history_file.write_bytes(b"this is no history" * 100)
    windows.show_week()
    said = only(WeekWindow).trouble.text().replace("\u200b", "")
    assert said == f"History cannot be read: {folders.history_file} is damaged."


def test_the_week_shows_what_a_newer_version_kept(windows: ReviewWindows, folders: Folders) -> None:
    keep_a_taken_break(folders, datetime.now().astimezone())
    make_newer(folders.history_file)
    windows.show_week()
    assert only(WeekWindow).page.figures[0].label.text() == "1 of 1 breaks taken"


def test_the_status_window_says_why_it_came(windows: ReviewWindows, qtbot: QtBot) -> None:
    windows.show_status("There is no tray here.")
    status = only(StatusWindow)
    assert "There is no tray here." in texts(status)
    windows.show_status()
    assert "There is no tray here." in texts(only(StatusWindow))
    windows.show_status("The tray is gone.")
    assert "The tray is gone." in texts(only(StatusWindow))
    with qtbot.waitSignal(status.destroyed):
        status.close()
    windows.show_status()
    assert "The tray is gone." not in texts(only(StatusWindow))


def test_open_windows_follow_the_theme(windows: ReviewWindows, themes: ThemeWatcher) -> None:
    windows.show_week()
    windows.show_status()
    themes.choose("dark")
    for kind in (WeekWindow, StatusWindow):
        assert only(kind).grab().toImage().pixelColor(2, 2) == DARK.paper


def test_the_first_day_is_that_of_the_first_break(folders: Folders) -> None:
    first = datetime(2026, 1, 1, 10).astimezone()
    reviews = reviews_of(folders, first.date())
    assert reviews.first_day() is None
    keep_a_taken_break(folders, first + timedelta(days=30))
    keep_a_taken_break(folders, first)
    assert reviews.first_day() == first.date()
    assert reviews.review(week_of(first.date())).figures.counts.taken == 1


def test_a_history_that_cannot_be_read_is_told_to_the_window(folders: Folders) -> None:
    folders.history_file.write_bytes(b"this is no history" * 100)
    reviews = reviews_of(folders, date(2026, 11, 20))
    for read in (
        reviews.first_day,
        reviews.suggestion,
        lambda: reviews.review(week_of(reviews.today())),
    ):
        with pytest.raises(UnreadableReviewError, match="is damaged"):
            read()


def texts(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(TextLabel) if not label.isHidden()}
