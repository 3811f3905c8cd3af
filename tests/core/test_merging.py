"""Of two accounts of a break the one that tells more is kept, whichever machine asks first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deskstretch.core.exercise import Side
from deskstretch.core.merging import more_complete, same
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord, NaturalBreakRecord, SnoozeRecord, StepRecord
from tests.core.any_record import break_records

AT = datetime(2026, 11, 16, 10, tzinfo=UTC)
STEP = StepRecord("neck", Side.BOTH, 1, None, 20.0, held_seconds=5.0)
BREAK = BreakRecord("a", AT.date(), AT, 2700.0, outcome=Outcome.AWAY)
ABSENCE = NaturalBreakRecord("b", AT.date(), AT, None, None)

one_id = st.just("a")
maybe_open = st.sampled_from([*Outcome, None])
accounts = break_records(ids=one_id, outcomes=maybe_open)


def test_what_is_over_comes_before_what_is_open() -> None:
    is_open = replace(BREAK, outcome=None, steps=(STEP, STEP))
    assert more_complete(BREAK, is_open) is BREAK


def test_an_end_that_was_seen_comes_before_one_that_was_not() -> None:
    seen = replace(BREAK, closed_at=AT)
    assert more_complete(seen, replace(BREAK, steps=(STEP,))) is seen
    ended = replace(ABSENCE, ended_at=AT)
    assert more_complete(replace(ABSENCE, sitting_seconds=60.0), ended) is ended


def test_more_held_comes_before_more_noted() -> None:
    held = replace(BREAK, steps=(STEP,))
    noted = replace(BREAK, snoozes=(SnoozeRecord(AT, 300.0),) * 2)
    assert more_complete(noted, held) is held
    assert more_complete(BREAK, noted) is noted


@given(accounts, accounts)
def test_the_order_of_the_two_does_not_matter(one: BreakRecord, other: BreakRecord) -> None:
    assert same(more_complete(one, other), more_complete(other, one))


@given(accounts, accounts, accounts)
def test_nor_does_the_way_on_which_they_meet(
    one: BreakRecord, other: BreakRecord, third: BreakRecord
) -> None:
    this_way = more_complete(more_complete(one, other), third)
    that_way = more_complete(one, more_complete(other, third))
    assert same(this_way, that_way)


def test_the_same_moment_in_another_zone_is_not_the_same_account() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=9)))
    assert replace(BREAK, due_at=elsewhere) == BREAK
    assert not same(replace(BREAK, due_at=elsewhere), BREAK)
