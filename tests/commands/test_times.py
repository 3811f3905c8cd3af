"""Lengths of time and times of day are understood as people type them."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.commands.times import length_seconds, next_at, time_of_day


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The local time is that of Berlin."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Europe/Berlin")
        clock.tzset()
        yield
    clock.tzset()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45m", 2700), ("45min", 2700), ("1h", 3600), ("1h30m", 5400), ("2H", 7200), ("90m", 5400)],
)
def test_a_length_is_hours_minutes_or_both(text: str, seconds: int) -> None:
    assert length_seconds(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "h", "1", "-5m", "1.5h", "30m1h", "0h", "1h ", "745h", "\uff15m"]
)
def test_anything_else_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match="allowed: like 45m, 1h or 1h30m, up to 744h"):
        length_seconds(text)


def test_a_time_of_day_may_leave_out_its_first_zero() -> None:
    assert time_of_day("9:05") == time_of_day("09:05") == time(9, 5)


@pytest.mark.parametrize("text", ["", "9", "24:00", "12:60", "9:5", "09:05:00", "0905", "-1:00"])
def test_anything_else_is_no_time_of_day(text: str) -> None:
    with pytest.raises(ValueError, match="allowed: 00:00 to 23:59"):
        time_of_day(text)


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("now", "wanted", "at"),
    [
        ("2026-11-18T10:00+01:00", time(14, 30), "2026-11-18T14:30+01:00"),
        ("2026-11-18T14:30+01:00", time(14, 30), "2026-11-19T14:30+01:00"),
        ("2026-11-18T23:59+01:00", time(0, 0), "2026-11-19T00:00+01:00"),
        # Clocks go back at 03:00: 02:30 is shown twice.
        ("2026-10-25T01:00+02:00", time(2, 30), "2026-10-25T02:30+02:00"),
        ("2026-10-25T02:40+02:00", time(2, 30), "2026-10-25T02:30+01:00"),
        ("2026-10-25T02:40+01:00", time(2, 30), "2026-10-26T02:30+01:00"),
        # Clocks go forward at 02:00: 02:30 is never shown.
        ("2026-03-29T01:00+01:00", time(2, 30), "2026-03-29T03:30+02:00"),
        ("2026-03-29T01:00+01:00", time(3, 0), "2026-03-29T03:00+02:00"),
    ],
)
def test_the_next_time_of_day_is_the_local_clocks(now: str, wanted: time, at: str) -> None:
    assert next_at(wanted, datetime.fromisoformat(now)) == datetime.fromisoformat(at)


@pytest.mark.usefixtures("in_berlin")
def test_whatever_the_moment_the_next_time_of_day_is_ahead_and_within_a_day() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)

    @given(st.integers(0, 366 * 24 * 60), st.times(timezones=st.none()))
    def check(minutes: int, wanted: time) -> None:
        now = start + timedelta(minutes=minutes)
        assert now < next_at(wanted.replace(fold=0), now) <= now + timedelta(hours=25)

    check()
