"""Hours that one span on some days can say, written and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.settings import WorkingHours
from deskstretch.core.simple_hours import (
    SimpleHours,
    changed_days,
    clock_time,
    is_always,
    simple_hours,
)
from deskstretch.core.working_hours import WEEKDAYS

TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
WORKDAYS = dict.fromkeys(WEEKDAYS[:5], "09:00-17:30") | dict.fromkeys(WEEKDAYS[5:], "off")


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1), TIMES, TIMES)
def test_what_is_written_reads_the_same(days: set[str], start: str, end: str) -> None:
    simple = SimpleHours(frozenset(days), start, end)
    if start == end:
        with pytest.raises(ValueError, match="is empty"):
            simple.as_setting()
    else:
        assert simple_hours(simple.as_setting()) == simple


def test_workdays_are_offered_first() -> None:
    assert SimpleHours().as_setting() == WorkingHours(**WORKDAYS)


@pytest.mark.parametrize(
    "other",
    [{"monday": "08:00-12:00"}, {"monday": "09:00-12:00, 13:00-17:30"}, {"sunday": "always"}],
)
def test_hours_that_one_span_does_not_say_are_not_simple(other: dict[str, str]) -> None:
    assert simple_hours(WorkingHours(**(WORKDAYS | other))) is None


def test_always_and_never_are_no_span() -> None:
    assert simple_hours(WorkingHours()) is None
    assert simple_hours(WorkingHours(**dict.fromkeys(WEEKDAYS, "off"))) is None


def test_always_is_known_however_it_is_written() -> None:
    assert is_always(WorkingHours(friday=" Always"))
    assert not is_always(WorkingHours(friday="off"))


def test_the_same_span_in_other_letters_is_the_same() -> None:
    hours = WorkingHours(**(WORKDAYS | {"tuesday": "9:00 \N{EN DASH} 17:30"}))
    assert simple_hours(hours) == SimpleHours()


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9", "09:00"),
        (" 9:30 ", "09:30"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        ("17h", None),
        ("17h15", "17:15"),
        ("24:00", "24:00"),
        ("24:01", None),
        ("25", None),
        ("9:60", None),
        ("", None),
        ("nine", None),
        ("\N{ARABIC-INDIC DIGIT NINE}", None),
    ],
)
def test_a_time_is_understood_as_it_is_typed(typed: str, time: str | None) -> None:
    assert clock_time(typed) == time


def test_only_the_days_that_differ_are_to_be_changed() -> None:
    before, after = WorkingHours(), WorkingHours(saturday="off", sunday="off")
    assert changed_days(before, after) == {
        "working_hours.saturday": "off",
        "working_hours.sunday": "off",
    }
    assert changed_days(after, after) == {}
