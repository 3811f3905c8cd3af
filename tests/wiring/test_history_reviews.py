"""What the window of past weeks reads: from the first break on, or why it cannot."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.week import week_of
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.ui.week.source import UnreadableReviewError
from deskstretch.wiring.history_reviews import HistoryReviews
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.suggestions import Suggestions


@pytest.fixture
def folders(throw_away_home: Path, qtbot: QtBot) -> Folders:
    throw_away_home.mkdir()
    return find_folders()


def reviews_of(folders: Folders, today: date) -> HistoryReviews:
    watch = SettingsWatch(folders.settings_file)
    suggestions = Suggestions(folders, watch, lambda: today, dict)
    return HistoryReviews(folders, watch, suggestions, lambda: today, dict)


def keep_a_taken_break(folders: Folders, at: datetime) -> None:
    history = History.open(folders.history_file)
    history.close_break(history.open_break(at, 2700), Outcome.TAKEN, at)
    history.close()


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
