"""What the window of past weeks reads: from the first break on, or why it cannot."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Kind, period_of
from deskstretch.core.review import days_needed
from deskstretch.core.week import week_of
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.store.reading import Kept, read_days
from deskstretch.ui.week.source import UnreadableReviewError
from deskstretch.wiring import history_reviews
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
    reviews, week = reviews_of(folders, first.date()), week_of(first.date())
    assert reviews.read(week).first_day is None
    keep_a_taken_break(folders, first + timedelta(days=30))
    keep_a_taken_break(folders, first)
    assert reviews.read(week).first_day == first.date()
    assert reviews.read(week).review.figures.counts.taken == 1


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("back", range(6))
def test_the_suggestion_is_the_same_whatever_is_shown(
    folders: Folders, kind: Kind, back: int
) -> None:
    today = date(2026, 3, 1)  # a Sunday, the first after the shortest month
    history = History.open(folders.history_file)
    for days in range(21):
        at = datetime.combine(today - timedelta(days=days), time(14), UTC)
        history.close_break(history.open_break(at, 2700), Outcome.SKIPPED, at)
    history.close()
    suggestion = reviews_of(folders, today).read(period_of(kind, today).plus(-back)).suggestion
    assert suggestion is not None
    assert "21 of 21 prompts" in suggestion.evidence


@pytest.mark.parametrize("kind", Kind)
def test_what_is_now_is_read_once(
    folders: Folders, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[date, date]] = []

    def read_and_note(file: Path, first: date, last: date) -> Kept:
        asked.append((first, last))
        return read_days(file, first, last)

    monkeypatch.setattr(history_reviews, "read_days", read_and_note)
    for days in range(400):
        today = date(2026, 1, 1) + timedelta(days=days)
        period = period_of(kind, today)
        reviews_of(folders, today).read(period)
        assert asked == [days_needed(period)]
        asked.clear()


def test_a_history_that_cannot_be_read_is_told_to_the_window(folders: Folders) -> None:
    folders.history_file.write_bytes(b"this is no history" * 100)
    reviews = reviews_of(folders, date(2026, 11, 20))
    with pytest.raises(UnreadableReviewError, match="is damaged"):
        reviews.read(week_of(reviews.today()))
