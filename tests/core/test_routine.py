"""A routine comes down to holds, and its length is known to the second."""

from __future__ import annotations

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.routine import PlannedStep, Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.timeline import timeline_of
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


def routine_of(*items: RoutineItem) -> Routine:
    return Routine(id="test", name="Test", items=items)


def plan(exercise_id: str, **item: object) -> tuple[PlannedStep, ...]:
    return plan_steps(routine_of(RoutineItem(exercise_id, **item)), EXERCISES)  # type: ignore[arg-type]


def sides(steps: tuple[PlannedStep, ...]) -> list[str]:
    return [step.side.value for step in steps]


def test_each_side_is_held_once_the_right_one_first() -> None:
    steps = plan("chair-hamstring")
    assert sides(steps) == ["right", "left"]
    assert [step.hold_seconds for step in steps] == [15, 15]


def test_a_routine_may_begin_on_the_left() -> None:
    assert sides(plan("chair-hamstring", left_first=True)) == ["left", "right"]


def test_repetitions_of_one_side_rest_in_between_but_not_before_the_other_side() -> None:
    steps = plan("lying-hamstring-wall")
    assert sides(steps) == ["right"] * 3 + ["left"] * 3
    assert [step.rest_seconds_after for step in steps] == [10, 10, 0, 10, 10, 0]


def test_knee_rolls_change_sides_after_every_repetition() -> None:
    assert sides(plan("knee-rolls")) == ["right", "left", "right", "left"]


def test_every_phase_of_a_cycle_is_a_hold_of_its_own() -> None:
    steps = plan("cat-camel")
    assert [step.phase for step in steps] == [0, 1] * 3
    assert [step.repetition for step in steps] == [1, 1, 2, 2, 3, 3]
    assert sum(step.hold_seconds for step in steps) == 30


def test_breathing_is_one_hold_that_its_phases_pace() -> None:
    (step,) = plan("deep-breathing")
    assert step.phase is None
    assert step.side is Side.BOTH
    assert step.hold_seconds == 30


def test_a_persons_own_hold_is_used_within_the_stretchs_range() -> None:
    routine = routine_of(RoutineItem("chair-hamstring"), RoutineItem("seated-figure-four"))
    holds = {"chair-hamstring": 20.0, "seated-figure-four": 500.0}
    assert [step.hold_seconds for step in plan_steps(routine, EXERCISES, holds)] == [20, 20, 30, 30]


def test_a_hold_named_by_the_routine_comes_first() -> None:
    routine = routine_of(RoutineItem("chair-hamstring", hold_seconds=10))
    steps = plan_steps(routine, EXERCISES, {"chair-hamstring": 25.0})
    assert [step.hold_seconds for step in steps] == [10, 10]


def test_the_override_for_trials_replaces_every_hold_and_phase() -> None:
    routine = routine_of(RoutineItem("chair-hamstring"), RoutineItem("cat-camel", repetitions=1))
    steps = plan_steps(routine, EXERCISES, hold_override_seconds=0.5)
    assert [step.hold_seconds for step in steps] == [0.5] * 4


@pytest.mark.parametrize(
    ("routine_id", "seconds"),
    [
        ("desk-1min-a", 62),
        ("desk-1min-b", 62),
        ("desk-1min-c", 55),
        ("desk-3min-lower-back", 182),
        ("desk-3min-standing", 205),
        ("end-of-day-floor", 666),
        ("end-of-day-floor-short", 259),
    ],
)
def test_the_length_of_each_shipped_routine_is_known_to_the_second(
    routine_id: str, seconds: float
) -> None:
    steps = plan_steps(shipped_catalogue().routines[routine_id], EXERCISES)
    assert length_seconds(steps) == seconds


def test_the_length_is_that_of_the_guides_timeline() -> None:
    everything = routine_of(*(RoutineItem(exercise_id) for exercise_id in EXERCISES))
    for routine in (*shipped_catalogue().routines.values(), everything):
        steps = plan_steps(routine, EXERCISES)
        assert length_seconds(steps) == pytest.approx(timeline_of(steps).seconds)


def test_nothing_planned_takes_no_time() -> None:
    assert length_seconds(()) == 0
