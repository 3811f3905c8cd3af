"""The weekly summary: a few counted words, and none for a week off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord
from deskstretch.core.review import review_of
from deskstretch.core.summary import SummaryWords, summary_words, summed_up_week
from deskstretch.core.week import IsoWeek
from tests.ui.week.weeks import MONDAY, SOME, WEEK, a_break


def test_it_says_how_many_were_taken_and_how_long_was_held() -> None:
    assert summary_words(review_of(WEEK, SOME)) == SummaryWords(
        "Your week, 16 \N{EN DASH} 22 November 2026",
        "2 of 4 breaks taken (50 %), +50 vs week before.\n1 min 15 s held in stretches.",
    )


def test_a_first_week_is_compared_with_none() -> None:
    words = summary_words(review_of(WEEK, [a_break(Outcome.MISSED)]))
    assert words is not None
    assert words.body == "0 of 1 breaks taken (0 %)."


@pytest.mark.parametrize("breaks", [[], [a_break(Outcome.AWAY)], [a_break(Outcome.HELD_BACK)]])
def test_a_week_off_has_no_summary(breaks: list[BreakRecord]) -> None:
    assert summary_words(review_of(WEEK, breaks)) is None


@pytest.mark.parametrize(
    ("weekday", "week"),
    [(0, WEEK.plus(-1)), (2, WEEK.plus(-1)), (3, WEEK), (4, WEEK), (6, WEEK)],
)
def test_early_in_a_week_it_is_about_the_one_before(weekday: int, week: IsoWeek) -> None:
    assert summed_up_week(MONDAY + timedelta(days=weekday)) == week


def test_on_new_years_day_it_is_about_the_week_that_ends_then() -> None:
    assert summed_up_week(date(2027, 1, 1)) == IsoWeek(2026, 53)
