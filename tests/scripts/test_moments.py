"""The simulated year's verdict on the moments at which it asks: counts, the same each time."""

from __future__ import annotations

import pytest

from measuring.moments import measure_moments
from measuring.row import Row


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return {row.what: row for row in measure_moments()}


def test_nobody_is_asked_in_mid_typing_before_the_tolerance_ends(rows: dict[str, Row]) -> None:
    assert rows["prompts in mid-typing before the tolerance ended"].ours == [0]


def test_nobody_is_asked_in_a_call_or_a_film(rows: dict[str, Row]) -> None:
    assert rows["prompts in calls and films"].ours == [0]
    assert rows["prompts in calls and films"].peers["plain timer"][0] > 0


def test_waiting_for_a_good_moment_adds_three_minutes_of_sitting_at_most(
    rows: dict[str, Row],
) -> None:
    assert rows["sitting over the interval, 95th percentile"].median <= 3.0


def test_a_plain_timer_asks_worse_in_every_way(rows: dict[str, Row]) -> None:
    for row in rows.values():
        (plain,) = row.peers["plain timer"]
        assert row.median < plain, row.what
