from __future__ import annotations

from datetime import UTC, datetime

import pytest

from deskstretch.core.dates import clock_words
from deskstretch.core.words import (
    duration_words,
    exact_words,
    minute_words,
    until_words,
)

NOW = datetime(2026, 11, 18, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3, "0 s"),
        (0, "0 s"),
        (0.6, "1 s"),
        (45, "45 s"),
        (59.7, "1 min"),
        (60, "1 min"),
        (70, "1 min 10 s"),
        (750, "12 min 30 s"),
    ],
)
def test_a_length_is_said_to_the_second(seconds: float, words: str) -> None:
    assert exact_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(70, "1 min 10 s"), (599, "9 min 59 s"), (48 * 60 + 20, "48 min"), (3905, "1 h 5 min")],
)
def test_seconds_stop_mattering_after_ten_minutes(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-1, "less than a minute"),
        (59.9, "less than a minute"),
        (60, "1 min"),
        (48 * 60 + 59, "48 min"),
        (60 * 60, "1 h"),
        (65 * 60, "1 h 5 min"),
    ],
)
def test_minutes_passed_are_whole_ones(seconds: float, words: str) -> None:
    assert minute_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "now"),
        (0, "now"),
        (30, "in less than a minute"),
        (60, "in 1 min"),
        (61, "in 2 min"),
        (12 * 60, "in 12 min"),
        (59 * 60 + 30, "in 1 h"),
    ],
)
def test_a_begun_minute_counts_whole_until_something_happens(seconds: float, words: str) -> None:
    assert until_words(seconds) == words


def test_a_time_of_today_is_said_without_its_day() -> None:
    assert clock_words(NOW.replace(hour=14, minute=5), NOW) == "14:05"


def test_a_time_of_another_day_is_said_with_it() -> None:
    assert clock_words(datetime(2026, 11, 19, 9, 0, tzinfo=UTC), NOW) == "tomorrow 09:00"
    assert clock_words(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), NOW) == "Friday 09:00"
