"""How planned steps are laid out in time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.routine import (
    GET_READY_SECONDS,
    MOVE_SECONDS,
    SWITCH_SECONDS,
    PlannedStep,
    length_seconds,
)
from deskstretch.core.timeline import SegmentKind, timeline_of


def step(
    exercise_id: str = "chair-hamstring",
    side: Side = Side.BOTH,
    hold_seconds: float = 15,
    *,
    repetition: int = 1,
    phase: int | None = None,
    rest_seconds_after: float = 0,
) -> PlannedStep:
    return PlannedStep(
        exercise_id=exercise_id,
        side=side,
        repetition=repetition,
        phase=phase,
        hold_seconds=hold_seconds,
        rest_seconds_after=rest_seconds_after,
    )


def kinds(*steps: PlannedStep) -> list[str]:
    """What happens, as words."""
    return [segment.kind.value for segment in timeline_of(steps).segments]


def test_nothing_planned_takes_no_time() -> None:
    timeline = timeline_of([])
    assert timeline.segments == ()
    assert timeline.seconds == 0
    assert timeline.stretch_count == 0


def test_a_hold_has_a_way_in_and_a_way_out() -> None:
    assert kinds(step()) == ["get_ready", "move_in", "hold", "move_out"]
    assert timeline_of([step()]).seconds == GET_READY_SECONDS + MOVE_SECONDS + 15 + MOVE_SECONDS


def test_the_other_side_comes_after_a_switch() -> None:
    assert kinds(step(side=Side.RIGHT), step(side=Side.LEFT))[4:] == [
        "switch",
        "move_in",
        "hold",
        "move_out",
    ]


def test_a_switch_lasts_as_long_as_it_should() -> None:
    segments = timeline_of([step(side=Side.RIGHT), step(side=Side.LEFT)]).segments
    (switch,) = [segment for segment in segments if segment.kind is SegmentKind.SWITCH]
    assert switch.seconds == SWITCH_SECONDS


def test_another_stretch_begins_with_getting_ready() -> None:
    assert kinds(step("seated-posture-check"), step("chair-hamstring"))[4] == "get_ready"


def test_repetitions_are_left_and_entered_again() -> None:
    assert kinds(step(), step(repetition=2))[2:6] == ["hold", "move_out", "move_in", "hold"]


def test_a_rest_comes_between_repetitions() -> None:
    segments = timeline_of([step(rest_seconds_after=30), step(repetition=2)]).segments
    assert [segment.kind.value for segment in segments][3:6] == ["move_out", "rest", "move_in"]
    assert segments[4].seconds == 30


def test_sides_change_in_a_rest_that_is_long_enough() -> None:
    assert kinds(step(side=Side.RIGHT, rest_seconds_after=30), step(side=Side.LEFT))[4] == "rest"
    assert kinds(step(side=Side.RIGHT, rest_seconds_after=1), step(side=Side.LEFT))[4] == "switch"


def test_the_rest_after_the_last_step_is_left_out() -> None:
    assert "rest" not in kinds(step(rest_seconds_after=30))


def test_phases_of_a_cycle_follow_without_leaving_the_position() -> None:
    cycle = [step("cat-camel", repetition=r, phase=p) for r in (1, 2) for p in (0, 1)]
    assert kinds(*cycle) == ["get_ready", "move_in", *["hold"] * 4, "move_out"]
    assert timeline_of(cycle).bouts == (0, 0, 0, 0)


def test_bouts_and_stretches_are_numbered() -> None:
    timeline = timeline_of(
        [step("seated-posture-check"), step(side=Side.RIGHT), step(side=Side.LEFT)]
    )
    assert timeline.bouts == (0, 1, 2)
    assert timeline.stretches == (0, 1, 1)
    assert timeline.stretch_count == 2


def test_a_segment_before_a_hold_belongs_to_the_step_to_come() -> None:
    timeline = timeline_of([step(side=Side.RIGHT), step(side=Side.LEFT)])
    assert [segment.step_index for segment in timeline.segments] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert timeline.first_segment_of_bout(1) == 4
    assert timeline.first_segment_of_bout(2) == len(timeline.segments)


PLANNED_STEPS = st.builds(
    PlannedStep,
    exercise_id=st.sampled_from(["cat-camel", "chair-hamstring"]),
    side=st.sampled_from(Side),
    repetition=st.integers(1, 2),
    phase=st.sampled_from([None, 0, 1]),
    hold_seconds=st.integers(1, 60).map(float),
    rest_seconds_after=st.sampled_from([0.0, 2.0, SWITCH_SECONDS, 30.0]),
)


@given(st.lists(PLANNED_STEPS, max_size=8))
def test_a_routine_takes_as_long_as_its_length_says(steps: list[PlannedStep]) -> None:
    assert timeline_of(steps).seconds == length_seconds(steps)
