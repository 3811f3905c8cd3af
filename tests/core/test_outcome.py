"""The outcome of a guided break, at every boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.outcome import Outcome, outcome_of_holds


@pytest.mark.parametrize(
    ("planned", "held", "whole", "expected"),
    [
        pytest.param(60, 60, 2, Outcome.TAKEN, id="all of it"),
        pytest.param(60, 48, 1, Outcome.TAKEN, id="exactly 80 %"),
        pytest.param(60, 47.9, 1, Outcome.PARTLY, id="just under 80 %"),
        pytest.param(60, 80, 2, Outcome.TAKEN, id="longer than planned"),
        pytest.param(10, 8, 0, Outcome.TAKEN, id="80 % of a plan shorter than 20 s"),
        pytest.param(60, 20, 0, Outcome.PARTLY, id="exactly 20 s of no whole hold"),
        pytest.param(60, 19.9, 0, Outcome.SKIPPED, id="just under 20 s of no whole hold"),
        pytest.param(60, 10, 1, Outcome.PARTLY, id="one whole hold shorter than 20 s"),
        pytest.param(60, 0, 0, Outcome.SKIPPED, id="nothing held"),
        pytest.param(0, 0, 0, Outcome.SKIPPED, id="nothing planned"),
        pytest.param(0, 30, 0, Outcome.PARTLY, id="held without a plan"),
    ],
)
def test_a_break_ends_as_what_was_held(
    planned: float, held: float, whole: int, expected: Outcome
) -> None:
    assert outcome_of_holds(planned, held, whole) is expected


def test_sums_of_floats_do_not_turn_exactly_80_percent_into_less() -> None:
    assert outcome_of_holds(60, 47.999_999_9, 1) is Outcome.TAKEN
    assert outcome_of_holds(60, 19.999_999_9, 0) is Outcome.PARTLY


@given(planned=st.floats(0, 3600), held=st.floats(0, 3600), more=st.floats(0, 3600))
def test_holding_longer_never_makes_the_outcome_worse(
    planned: float, held: float, more: float
) -> None:
    order = [Outcome.SKIPPED, Outcome.PARTLY, Outcome.TAKEN]
    shorter = outcome_of_holds(planned, held, whole_holds=0)
    longer = outcome_of_holds(planned, held + more, whole_holds=0)
    assert order.index(longer) >= order.index(shorter)
