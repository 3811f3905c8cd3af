"""Working hours as a person writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.working_hours import (
    ALWAYS,
    WeekHours,
    day_text,
    is_open,
    next_change,
    parse_day,
    week_hours,
    without_hour,
)

OFFICE = week_hours(["09:00-12:30, 13:30-18:00"] * 5 + ["off"] * 2)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def at(day: int, clock: str) -> datetime:
    """A time of the first week of March 2026; day 0 is Monday."""
    hour, minute = map(int, clock.split(":"))
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("08:59", False),
        ("09:00", True),
        ("12:29", True),
        ("12:30", False),
        ("13:30", True),
        ("17:59", True),
        ("18:00", False),
    ],
)
def test_a_span_begins_with_its_first_minute_and_ends_before_its_last(
    clock: str, expected: bool
) -> None:
    assert is_open(OFFICE, at(2, clock)) is expected


def test_a_day_off_is_closed_all_day() -> None:
    assert not any(is_open(OFFICE, at(5, f"{hour:02}:30")) for hour in range(24))


def test_always_is_open_to_the_last_minute() -> None:
    hours = week_hours(["always", *["off"] * 6])
    assert is_open(hours, at(0, "00:00"))
    assert is_open(hours, at(0, "23:59"))
    assert not is_open(hours, at(1, "00:00"))


def test_a_span_past_midnight_belongs_to_the_day_on_which_it_starts() -> None:
    hours = week_hours(["off"] * 4 + ["22:00-06:00"] + ["off"] * 2)
    assert not is_open(hours, at(4, "05:59"))
    assert is_open(hours, at(4, "22:00"))
    assert is_open(hours, at(5, "05:59"))
    assert not is_open(hours, at(5, "06:00"))


def test_a_span_past_sunday_midnight_goes_on_into_monday() -> None:
    hours = week_hours(["off"] * 6 + ["22:00-06:00"])
    assert is_open(hours, at(6, "23:59"))
    assert is_open(hours, at(0, "05:59"))
    assert not is_open(hours, at(0, "06:00"))


def test_a_span_may_end_at_midnight_written_either_way() -> None:
    assert parse_day("18:00-24:00") == parse_day("18:00-00:00") == ((18 * 60, 24 * 60),)


def test_blanks_case_and_dashes_are_forgiven() -> None:
    assert parse_day(" 9:00 \N{EN DASH} 12:30,13:30-18:00 ") == parse_day(
        "09:00-12:30, 13:30-18:00"
    )
    assert parse_day("Always") == parse_day("always")


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ("9-17", "'9-17'"),
        ("", "''"),
        ("09:00-12:30,", "''"),
        ("09:00-12:30, lunch", "'lunch'"),
        ("25:00-26:00", "'25:00-26:00'"),
        ("24:00-06:00", "'24:00-06:00'"),
        ("09:60-10:00", "'09:60-10:00'"),
        ("09:00-10:60", "'09:00-10:60'"),
        ("09:00-24:01", "'09:00-24:01'"),
        ("09:00-09:00", "'09:00-09:00'"),
        ("\u0660\u0669:00-10:00", "'\u0660\u0669:00-10:00'"),
    ],
)
def test_a_fault_is_named_with_its_day(text: str, faulty: str) -> None:
    with pytest.raises(ValueError, match=r"^tuesday: ") as caught:
        week_hours(["always", text, *["always"] * 5])
    assert faulty in str(caught.value)
    assert '"always"' in str(caught.value)


def test_the_next_change_is_the_next_opening_or_closing() -> None:
    assert next_change(OFFICE, at(0, "08:00")) == at(0, "09:00")
    assert next_change(OFFICE, at(0, "09:00")) == at(0, "12:30")
    assert next_change(OFFICE, at(4, "18:00")) == at(7, "09:00")
    assert next_change(OFFICE, at(0, "08:59") + timedelta(seconds=59)) == at(0, "09:00")


def test_spans_that_touch_or_overlap_make_no_change_between_them() -> None:
    hours = week_hours(["09:00-12:00, 12:00-15:00, 14:00-18:00"] + ["off"] * 6)
    assert next_change(hours, at(0, "09:00")) == at(0, "18:00")


def test_hours_that_never_change_have_no_next_change() -> None:
    assert next_change(ALWAYS, at(3, "10:00")) is None
    assert next_change(week_hours(["always"] * 7), at(3, "10:00")) is None
    assert next_change(WeekHours(()), at(3, "10:00")) is None


def day_texts() -> st.SearchStrategy[str]:
    minutes = st.integers(0, 24 * 60 - 1)
    spans = st.tuples(minutes, minutes).filter(lambda span: span[0] != span[1])
    texts = spans.map(lambda span: "-".join(f"{m // 60:02}:{m % 60:02}" for m in span))
    return st.one_of(
        st.just("always"), st.just("off"), st.lists(texts, min_size=1, max_size=3).map(", ".join)
    )


@given(days=st.lists(day_texts(), min_size=7, max_size=7), minute=st.integers(0, 7 * 24 * 60 - 1))
def test_the_next_change_is_the_first_minute_that_differs(days: list[str], minute: int) -> None:
    hours = week_hours(days)
    now = MONDAY + timedelta(minutes=minute)
    change = next_change(hours, now)
    if change is None:
        assert len({is_open(hours, MONDAY + timedelta(minutes=m)) for m in range(0, 10080, 7)}) == 1
        return
    assert now < change <= now + timedelta(days=7)
    assert is_open(hours, change) != is_open(hours, now)
    assert is_open(hours, change - timedelta(minutes=1)) == is_open(hours, now)


def test_a_change_in_the_hour_that_comes_twice_lies_ahead_in_both() -> None:
    hours = week_hours(["22:00-02:30"] * 7)
    berlin = ZoneInfo("Europe/Berlin")
    for fold in (0, 1):
        now = datetime(2026, 10, 25, 2, 10, fold=fold, tzinfo=berlin)
        change = next_change(hours, now)
        assert change is not None
        assert change.timestamp() - now.timestamp() == 20 * 60


spans_of_a_day = st.lists(
    st.tuples(
        st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59)
    ).filter(lambda times: times[:2] != times[2:]),
    max_size=3,
).map(lambda spans: ", ".join("{:02}:{:02}-{:02}:{:02}".format(*each) for each in spans) or "off")
days_as_written = st.lists(st.just("always") | spans_of_a_day, min_size=7, max_size=7)


@given(days_as_written, st.sets(st.integers(0, 6)), st.integers(0, 23))
def test_an_hour_kept_free_takes_that_hour_and_no_other_minute(
    days: list[str], weekdays: set[int], hour: int
) -> None:
    before, after = week_hours(days), week_hours(without_hour(days, weekdays, hour))
    for minute in range(0, 7 * 24 * 60, 10):
        now = MONDAY + timedelta(minutes=minute)
        freed = now.weekday() in weekdays and now.hour == hour
        assert is_open(after, now) == (is_open(before, now) and not freed)


@given(spans_of_a_day)
def test_spans_are_written_so_that_they_read_as_the_same(text: str) -> None:
    assert sorted(parse_day(day_text(parse_day(text)))) == sorted(parse_day(text))


def test_an_hour_is_taken_out_of_a_day_as_a_person_would_write_it() -> None:
    days = ["always", "09:00-12:30, 13:30-18:00", "14:00-15:00", " 9:00 - 13:00", "off"]
    days += ["22:00-06:00", "off"]
    assert without_hour(days, range(7), 14) == (
        "00:00-14:00, 15:00-24:00",
        "09:00-12:30, 13:30-14:00, 15:00-18:00",
        "off",
        " 9:00 - 13:00",
        "off",
        "22:00-06:00",
        "off",
    )


def test_an_hour_of_the_night_is_taken_from_the_evening_before_it() -> None:
    days = ["off"] * 5 + ["22:00-06:00", "off"]
    assert without_hour(days, [6], 2)[5:] == ("22:00-02:00", "03:00-06:00")
