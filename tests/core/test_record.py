"""A break's outcome follows from its steps alone."""

from __future__ import annotations

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord, outcome_of_steps


def step(planned_seconds: float, held_seconds: float) -> StepRecord:
    return StepRecord("x", Side.BOTH, 1, None, planned_seconds, (), held_seconds)


def test_four_fifths_of_the_planned_seconds_make_it_taken() -> None:
    assert outcome_of_steps([step(15, 15), step(15, 9)]) is Outcome.TAKEN


def test_one_whole_hold_makes_it_partly() -> None:
    assert outcome_of_steps([step(10, 10), step(30, 0)]) is Outcome.PARTLY


def test_twenty_seconds_make_it_partly() -> None:
    assert outcome_of_steps([step(60, 20)]) is Outcome.PARTLY


def test_less_is_skipped() -> None:
    assert outcome_of_steps([step(60, 19), step(15, 0)]) is Outcome.SKIPPED
    assert outcome_of_steps([]) is Outcome.SKIPPED


def test_a_hold_is_whole_despite_the_rounding_of_floats() -> None:
    assert step(0.3, 0.1 + 0.2).is_whole
    assert not step(15, 14.9).is_whole
