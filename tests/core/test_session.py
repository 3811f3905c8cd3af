"""How a guided break goes: what is held, what is not, and what comes of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.routine import (
    GET_READY_SECONDS,
    MOVE_SECONDS,
    SWITCH_SECONDS,
    PlannedStep,
)
from deskstretch.core.session import (
    LONGEST_GAP_SECONDS,
    Session,
    advance,
    end,
    go_back,
    go_next,
    interrupt,
    pause,
    result_of,
    resume,
    start_session,
    this_hurts,
    view_of,
)
from deskstretch.core.timeline import SegmentKind

WAY_IN = GET_READY_SECONDS + MOVE_SECONDS
FRAME = 1 / 16
"""A frame that floats can add up without error."""


def step(
    exercise_id: str = "chair-hamstring",
    side: Side = Side.BOTH,
    hold_seconds: float = 15,
    *,
    repetition: int = 1,
    phase: int | None = None,
) -> PlannedStep:
    return PlannedStep(
        exercise_id=exercise_id,
        side=side,
        repetition=repetition,
        phase=phase,
        hold_seconds=hold_seconds,
        rest_seconds_after=0,
    )


POSTURE = step("seated-posture-check", hold_seconds=10)
RIGHT, LEFT = step(side=Side.RIGHT), step(side=Side.LEFT)
CAT_CAMEL = [
    step("cat-camel", hold_seconds=5, repetition=r, phase=p) for r in (1, 2, 3) for p in (0, 1)
]


def moment(seconds: float) -> Moment:
    wall = datetime(2026, 11, 18, 14, tzinfo=UTC) + timedelta(seconds=seconds)
    return Moment(wall=wall, monotonic_seconds=1000 + seconds)


class Person:
    """Somebody who follows a session, frame by frame."""

    def __init__(self, *steps: PlannedStep) -> None:
        self.seconds = 0.0
        self.session = start_session(steps, moment(0))

    def follow(self, seconds: float, frame: float = FRAME) -> None:
        until = self.seconds + seconds
        while self.seconds < until:
            self.seconds = min(until, self.seconds + frame)
            self.session = advance(self.session, moment(self.seconds))

    def do(self, order: Callable[[Session, Moment], Session]) -> None:
        self.session = order(self.session, moment(self.seconds))

    def freeze(self, seconds: float) -> None:
        """Time passes that nobody sees."""
        self.seconds += seconds

    @property
    def held(self) -> list[float]:
        return [result.held_seconds for result in result_of(self.session).steps]


def test_a_session_needs_something_to_do() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        start_session([], moment(0))


def test_it_begins_with_getting_ready_for_the_first_step() -> None:
    view = view_of(Person(POSTURE, RIGHT, LEFT).session)
    assert view.kind is SegmentKind.GET_READY
    assert view.step == POSTURE
    assert view.seconds_left == GET_READY_SECONDS
    assert (view.stretch_index, view.stretch_count) == (0, 2)


def test_all_of_it_followed_is_taken_with_the_planned_seconds_per_side() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    person.follow(person.session.timeline.seconds)
    result = result_of(person.session)
    assert person.session.finished
    assert [(s.side, s.held_seconds) for s in result.steps] == [
        (Side.BOTH, 10),
        (Side.RIGHT, 15),
        (Side.LEFT, 15),
    ]
    assert (result.planned_seconds, result.held_seconds) == (40, 40)
    assert result.outcome is Outcome.TAKEN


def test_only_the_hold_counts_as_held() -> None:
    person = Person(RIGHT, LEFT)
    person.follow(WAY_IN)
    assert person.held == [0, 0]
    person.follow(15)
    assert person.held == [15, 0]
    person.follow(MOVE_SECONDS + SWITCH_SECONDS + MOVE_SECONDS)
    assert person.held == [15, 0]
    person.follow(4)
    assert person.held == [15, 4]


def test_uneven_frames_do_not_drift_over_a_ten_minute_routine() -> None:
    steps = [step(side=s, repetition=r) for r in range(1, 15) for s in (Side.RIGHT, Side.LEFT)]
    session = start_session(steps, moment(0))
    assert session.timeline.seconds > 600
    uneven = random.Random(7)
    seconds = latest = 0.0
    while not session.finished:
        latest = seconds
        seconds += uneven.choice((0.004, 0.0167, 0.05, 0.31, 1.9))
        session = advance(session, moment(seconds))
    assert latest < session.timeline.seconds <= seconds + 1e-6
    assert [result.held_seconds for result in result_of(session).steps] == [15] * 28


def test_several_short_holds_within_one_late_frame_all_count() -> None:
    rolling = [
        step("rolling-like-a-ball", hold_seconds=0.5, repetition=r, phase=p)
        for r in (1, 2)
        for p in (0, 1)
    ]
    person = Person(*rolling)
    person.follow(WAY_IN)
    person.follow(1.75, frame=1.75)
    assert person.held == [0.5, 0.5, 0.5, 0.25]


def test_a_gap_does_not_count_as_held_and_does_not_move_on() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 4)
    person.freeze(3600)
    person.follow(FRAME)
    assert person.held == [4]
    assert view_of(person.session).kind is SegmentKind.HOLD
    assert view_of(person.session).seconds_left == 6
    person.follow(6)
    assert person.held == [10]


def test_a_late_frame_is_not_yet_a_gap() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 4)
    person.follow(LONGEST_GAP_SECONDS, frame=LONGEST_GAP_SECONDS)
    assert person.held == [6]


def test_a_pause_stops_the_clock() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 4)
    person.do(pause)
    person.follow(100)
    view = view_of(person.session)
    assert view.paused
    assert not view.interrupted
    assert view.seconds_left == 6
    assert person.held == [4]
    person.do(resume)
    person.follow(6)
    assert person.held == [10]


def test_a_lock_stops_the_clock_until_the_person_resumes() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 4)
    person.do(interrupt)
    person.follow(400)
    view = view_of(person.session)
    assert view.paused
    assert view.interrupted
    assert person.held == [4]
    person.do(resume)
    assert not view_of(person.session).interrupted
    person.follow(1)
    assert person.held == [5]


def test_an_interruption_told_only_after_the_sleep_counts_nothing_of_it() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 4)
    person.freeze(900)
    person.do(interrupt)
    assert person.held == [4]


def test_a_lock_during_a_pause_leaves_it_the_persons_pause() -> None:
    person = Person(POSTURE)
    person.do(pause)
    person.do(interrupt)
    assert not view_of(person.session).interrupted


def test_what_is_passed_by_next_does_not_count() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    person.follow(WAY_IN + 4)
    person.do(go_next)
    view = view_of(person.session)
    assert view.step == RIGHT
    assert view.kind is SegmentKind.GET_READY
    assert person.held == [4, 0, 0]


def test_next_goes_to_the_other_side_first() -> None:
    person = Person(RIGHT, LEFT)
    person.do(go_next)
    assert view_of(person.session).step == LEFT
    assert view_of(person.session).kind is SegmentKind.SWITCH


def test_next_passes_all_phases_of_a_cycle() -> None:
    person = Person(*CAT_CAMEL, RIGHT)
    person.follow(WAY_IN + 7)
    assert view_of(person.session).step.phase == 1
    person.do(go_next)
    assert view_of(person.session).step == RIGHT


def test_everything_passed_by_next_is_skipped() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    for _ in range(3):
        person.do(go_next)
    assert person.session.finished
    assert result_of(person.session).outcome is Outcome.SKIPPED


def test_next_ends_a_pause() -> None:
    person = Person(RIGHT, LEFT)
    person.do(pause)
    person.do(go_next)
    assert not view_of(person.session).paused


def test_back_in_a_hold_does_it_again() -> None:
    person = Person(POSTURE, RIGHT)
    person.follow(WAY_IN + 4)
    person.do(go_back)
    view = view_of(person.session)
    assert view.step == POSTURE
    assert view.kind is SegmentKind.GET_READY


def test_back_before_a_hold_goes_to_the_one_before() -> None:
    person = Person(POSTURE, RIGHT)
    person.do(go_next)
    person.do(go_back)
    assert view_of(person.session).step == POSTURE


def test_back_at_the_very_start_stays_there() -> None:
    person = Person(POSTURE, RIGHT)
    person.follow(1)
    person.do(go_back)
    view = view_of(person.session)
    assert view.step == POSTURE
    assert view.seconds_left == GET_READY_SECONDS


def test_the_best_of_several_attempts_counts() -> None:
    person = Person(POSTURE)
    person.follow(WAY_IN + 6)
    person.do(go_back)
    person.follow(WAY_IN + 4)
    assert person.held == [6]
    person.follow(6)
    assert person.held == [10]


def test_a_step_done_twice_is_never_held_for_more_than_was_planned() -> None:
    person = Person(POSTURE, RIGHT)
    person.follow(WAY_IN + 10)
    person.do(go_back)
    person.follow(WAY_IN + 10 + MOVE_SECONDS)
    assert person.held == [10, 0]


def test_ending_early_keeps_what_was_held() -> None:
    person = Person(RIGHT, LEFT)
    person.follow(WAY_IN + 15 + MOVE_SECONDS)
    person.do(end)
    person.follow(60)
    result = result_of(person.session)
    assert person.session.finished
    assert result.held_seconds == 15
    assert result.outcome is Outcome.PARTLY


def test_ending_before_any_hold_is_skipped() -> None:
    person = Person(RIGHT, LEFT)
    person.follow(WAY_IN)
    person.do(end)
    assert result_of(person.session).outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("held", "outcome"),
    [(4, Outcome.SKIPPED), (20, Outcome.PARTLY), (24, Outcome.TAKEN), (30, Outcome.TAKEN)],
)
def test_the_outcome_follows_the_share_held(held: float, outcome: Outcome) -> None:
    person = Person(step(hold_seconds=30))
    person.follow(WAY_IN + held)
    person.do(end)
    assert result_of(person.session).outcome is outcome


def test_what_hurts_ends_at_once_and_does_not_come_again() -> None:
    person = Person(RIGHT, LEFT, POSTURE, RIGHT)
    person.follow(WAY_IN + 4)
    person.do(this_hurts)
    assert view_of(person.session).step == POSTURE
    person.follow(WAY_IN + 10 + MOVE_SECONDS)
    assert person.session.finished
    assert person.held == [4, 0, 10, 0]
    assert [s.hurt for s in result_of(person.session).steps] == [True, False, False, False]


def test_back_does_not_return_to_what_hurts() -> None:
    person = Person(POSTURE, RIGHT, LEFT, step("deep-breathing"))
    person.do(go_next)
    person.do(this_hurts)
    person.do(go_back)
    assert view_of(person.session).step == POSTURE


def test_hurting_in_the_last_stretch_ends_the_session() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    person.do(go_next)
    person.do(this_hurts)
    assert person.session.finished


def test_the_time_left_leaves_out_what_will_not_come() -> None:
    person = Person(RIGHT, LEFT, POSTURE, RIGHT)
    person.do(this_hurts)
    assert view_of(person.session).break_seconds_left == WAY_IN + 10 + MOVE_SECONDS


def test_the_time_left_runs_down_to_nothing() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    whole = person.session.timeline.seconds
    assert view_of(person.session).break_seconds_left == whole
    person.follow(20)
    assert view_of(person.session).break_seconds_left == pytest.approx(whole - 20)
    person.follow(whole - 20)
    assert view_of(person.session).break_seconds_left == 0


def test_progress_is_shown_for_segment_and_stretch() -> None:
    person = Person(POSTURE, RIGHT, LEFT)
    person.follow(WAY_IN + 5)
    view = view_of(person.session)
    assert view.progress == 0.5
    assert view.stretch_progress == pytest.approx((WAY_IN + 5) / (WAY_IN + 10 + MOVE_SECONDS))


ORDERS = [pause, resume, go_next, go_back, end, interrupt, this_hurts]


@given(
    st.lists(
        st.one_of(st.sampled_from(ORDERS), st.floats(min_value=0, max_value=40)),
        max_size=40,
    )
)
def test_whatever_is_pressed_held_stays_within_the_time_passed_and_planned(
    story: list[float | Callable[[Session, Moment], Session]],
) -> None:
    person = Person(*CAT_CAMEL, POSTURE, RIGHT, LEFT)
    for event in story:
        before = person.held
        if isinstance(event, float):
            person.follow(event, frame=1.5)
        else:
            person.do(event)
        view, result = view_of(person.session), result_of(person.session)
        assert all(now >= then for now, then in zip(person.held, before, strict=True))
        assert all(0 <= s.held_seconds <= s.planned_seconds for s in result.steps)
        assert result.held_seconds <= person.seconds + 1e-6
        assert 0 <= view.progress <= 1
        assert 0 <= view.stretch_progress <= 1
        assert view.seconds_left >= 0
        assert view.break_seconds_left >= view.seconds_left or view.finished
