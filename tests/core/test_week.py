"""Weeks as the calendar and a person count them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.dates import day_words, range_words
from deskstretch.core.week import IsoWeek, parse_week, week_of

DAYS = st.dates(date(1001, 1, 1), date(2999, 12, 1))


@given(DAYS)
def test_a_day_lies_in_its_week_at_its_weekday(day: date) -> None:
    week = week_of(day)
    assert week.days[day.weekday()] == day
    assert (week.first_day, week.last_day) == (week.days[0], week.days[-1])
    assert week.first_day.weekday() == 0


@given(DAYS)
def test_a_week_is_read_as_it_is_written(day: date) -> None:
    week = week_of(day)
    assert parse_week(str(week)) == week


@given(DAYS, st.integers(-500, 500))
def test_weeks_later_are_multiples_of_seven_days_later(day: date, weeks: int) -> None:
    assert week_of(day).plus(weeks) == week_of(day + timedelta(weeks=weeks))


@given(DAYS, DAYS)
def test_weeks_stand_in_the_order_of_their_days(one: date, other: date) -> None:
    assert (week_of(one) < week_of(other)) == (week_of(one).first_day < week_of(other).first_day)


def test_the_first_days_of_a_year_can_belong_to_the_last_week_before_it() -> None:
    assert week_of(date(2027, 1, 3)) == IsoWeek(2026, 53)
    assert week_of(date(2024, 12, 30)) == IsoWeek(2025, 1)
    assert IsoWeek(2026, 53).plus(1) == IsoWeek(2027, 1)


@pytest.mark.parametrize("text", ["2026-W47", "2026-w47", " 2026W47 "])
def test_a_week_may_be_written_loosely(text: str) -> None:
    assert parse_week(text) == IsoWeek(2026, 47)


@pytest.mark.parametrize("text", ["", "47", "2026-47", "26-W47", "2026-W4", "0000-W01", "9999-W52"])
def test_what_is_not_a_week_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="allowed are weeks like 2026-W47"):
        parse_week(text)


def test_a_week_that_its_year_does_not_have_is_refused_with_those_it_has() -> None:
    assert parse_week("2026-W53") == IsoWeek(2026, 53)
    for text in ("2025-W53", "2025-W00"):
        with pytest.raises(ValueError, match="allowed are 2025-W01 to 2025-W52"):
            parse_week(text)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (date(2026, 11, 16), "16 \N{EN DASH} 22 November 2026"),
        (date(2026, 11, 30), "30 November \N{EN DASH} 6 December 2026"),
        (date(2026, 12, 28), "28 December 2026 \N{EN DASH} 3 January 2027"),
    ],
)
def test_a_range_names_month_and_year_as_often_as_needed(first: date, words: str) -> None:
    assert range_words(first, first + timedelta(days=6)) == words


def test_a_day_is_named_with_its_weekday() -> None:
    assert day_words(date(2026, 11, 16)) == "Monday 16 November"
