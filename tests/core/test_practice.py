"""A person's history read for choosing: holds grow gently, and go back after a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.area import Area
from deskstretch.core.exercise import Side
from deskstretch.core.practice import (
    GROWTH_SECONDS,
    LONG_GAP,
    TIMES_TO_GROW,
    Practice,
    StretchRecord,
    practice_of,
)
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
TODAY = date(2026, 11, 18)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
STRETCH = "chair-hamstring"  # 15 s, from 10 to 30


def records_of(at: datetime, exercise_id: str = STRETCH, share: float = 1.0) -> list[StretchRecord]:
    """The stretch done once on all sides, that share of each hold."""
    exercise = EXERCISES[exercise_id]
    planned = exercise.hold.default if exercise.hold else exercise.phases[0].seconds
    return [
        StretchRecord(exercise_id, side, share * planned, planned, at)
        for side in exercise.side_order
        for _ in range(exercise.repetitions.default)
        for _ in range(1 if exercise.hold else len(exercise.phases))
    ]


def daily(times: int, until_days_ago: int = 0, exercise_id: str = STRETCH) -> list[StretchRecord]:
    """Once a day, the last time so many days ago."""
    days = range(until_days_ago, until_days_ago + times)
    return [one for ago in days for one in records_of(NOON - timedelta(days=ago), exercise_id)]


def read(history: Sequence[StretchRecord]) -> Practice:
    return practice_of(EXERCISES, history, TODAY)


def hold_after(history: Sequence[StretchRecord], exercise_id: str = STRETCH) -> float:
    exercise = EXERCISES[exercise_id]
    assert exercise.hold is not None
    return read(history).grown_hold(exercise, exercise.hold)


# Holds.


def test_a_hold_begins_at_its_default() -> None:
    assert hold_after([]) == 15


def test_a_hold_grows_by_a_step_after_some_whole_times() -> None:
    assert hold_after(daily(TIMES_TO_GROW - 1)) == 15
    assert hold_after(daily(TIMES_TO_GROW)) == 15 + GROWTH_SECONDS


def test_a_hold_never_grows_beyond_its_longest() -> None:
    assert hold_after(daily(80)) == 30


def test_a_hold_that_is_paced_grows_by_a_whole_round() -> None:
    assert hold_after(daily(TIMES_TO_GROW, exercise_id="deep-breathing"), "deep-breathing") == 40


def test_breaking_off_takes_a_step_back() -> None:
    grown = daily(2 * TIMES_TO_GROW, until_days_ago=1)
    assert hold_after(grown) == 25
    assert hold_after([*grown, *records_of(NOON, share=0.7)]) == 20


def test_a_hold_that_was_never_begun_changes_nothing() -> None:
    grown = daily(TIMES_TO_GROW, until_days_ago=1)
    assert hold_after([*grown, *records_of(NOON, share=0)]) == hold_after(grown)


@pytest.mark.parametrize(("days_ago", "hold"), [(LONG_GAP.days, 25), (LONG_GAP.days + 1, 15)])
def test_a_hold_goes_back_to_its_default_after_a_long_gap(days_ago: int, hold: float) -> None:
    assert hold_after(daily(2 * TIMES_TO_GROW, until_days_ago=days_ago)) == hold


def test_after_a_gap_it_grows_anew() -> None:
    before = daily(40, until_days_ago=40)
    assert hold_after([*before, *daily(2)]) == 15
    assert hold_after([*before, *daily(TIMES_TO_GROW)]) == 20


@given(st.lists(st.tuples(st.integers(0, 80), st.floats(0, 1)), max_size=60))
def test_a_grown_hold_is_always_from_the_default_to_the_longest(
    times: list[tuple[int, float]],
) -> None:
    history = [
        one for ago, share in times for one in records_of(NOON - timedelta(days=ago), share=share)
    ]
    assert 15 <= hold_after(history) <= 30


# Areas, sides, times.


def test_days_are_counted_by_the_calendar_where_the_break_was() -> None:
    late = datetime(2026, 11, 17, 23, 50, tzinfo=timezone(timedelta(hours=9)))
    assert read(records_of(late)).days_since(Area.HAMSTRINGS) == 1


def test_an_area_never_stretched_has_no_days() -> None:
    assert read(records_of(NOON)).days_since(Area.CALVES) is None


def test_a_clock_that_was_ahead_counts_as_today() -> None:
    assert read(records_of(NOON + timedelta(days=3))).days_since(Area.HAMSTRINGS) == 0


@pytest.mark.parametrize(("share", "counts"), [(0.0, False), (0.49, False), (0.5, True)])
def test_half_a_hold_is_enough_to_count_an_area_as_stretched(share: float, counts: bool) -> None:
    stretched = read(records_of(NOON, share=share)).days_since(Area.HAMSTRINGS) is not None
    assert stretched is counts


def test_all_stretches_of_the_latest_break_belong_to_it_and_none_before() -> None:
    history = [
        *records_of(NOON - timedelta(hours=1), "deep-breathing"),
        *records_of(NOON - timedelta(minutes=2), "seated-figure-four"),
        *records_of(NOON),
    ]
    assert read(history).last_break == {STRETCH, "seated-figure-four"}


def test_the_week_counts_whole_times_whatever_sides_and_rounds_they_have() -> None:
    history = [
        *records_of(NOON),
        *records_of(NOON - timedelta(days=6)),
        *records_of(NOON - timedelta(days=7)),
        *records_of(NOON, "cat-camel"),
        records_of(NOON, "seated-figure-four")[0],
    ]
    assert read(history).times == pytest.approx(
        {STRETCH: 2, "cat-camel": 1, "seated-figure-four": 0.5}
    )


def test_the_left_side_begins_once_it_has_had_less() -> None:
    exercise = EXERCISES[STRETCH]
    right, left = records_of(NOON)
    assert (right.side, left.side) == (Side.RIGHT, Side.LEFT)
    assert read([right]).left_first(exercise)
    assert not read([right, left]).left_first(exercise)
    assert not read([left]).left_first(exercise)


def test_a_stretch_that_is_no_longer_there_is_passed_over() -> None:
    gone = StretchRecord("gone", Side.BOTH, 10, 10, NOON)
    assert read([gone]) == read([])
