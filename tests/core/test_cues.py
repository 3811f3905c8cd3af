"""What is said and chimed in a break, second by second on a made-up clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from deskstretch.core.cues import begun_words, chime_of, countdown_words, finished_words
from deskstretch.core.moment import Moment
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.core.session import advance, end, result_of, start_session, view_of
from deskstretch.core.timeline import SegmentKind
from tests.core.shipped import shipped_catalogue


def heard(exercise_id: str, hold_seconds: float) -> list[tuple[float, str]]:
    """What is said with the second at which it is said, in quarters of a second."""
    exercises = shipped_catalogue().exercises
    steps = plan_steps(
        Routine("one", "One", (RoutineItem(exercise_id),)),
        exercises,
        hold_override_seconds=hold_seconds,
    )
    began = now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)
    session = start_session(steps, now)
    said = [(0.0, begun_words(view_of(session), exercises[exercise_id]))]
    while not session.finished:
        now = now.later(0.25)
        before, session = session, advance(session, now)
        words = countdown_words(view_of(before), view_of(session))
        if session.finished:
            words = finished_words(result_of(session))
        elif session.segment_index != before.segment_index:
            words = begun_words(view_of(session), exercises[exercise_id])
        if words:
            said.append((now.seconds_since(began), words))
    return said


def test_a_long_hold_says_the_right_words_at_the_right_seconds() -> None:
    exercise = shipped_catalogue().exercises["chair-hamstring"]
    said = heard(exercise.id, 120)
    hold_step = exercise.steps[exercise.hold_step].replace("{side}", "right")
    assert said[:8] == [
        (0.0, f"{exercise.name}. Right leg."),
        (3.0, hold_step.replace("{other_side}", "left")),
        (5.0, "Hold."),
        (65.0, "60 seconds left."),
        (95.0, "30 seconds left."),
        (115.0, "10 seconds left."),
        (125.0, "Ease out."),
        (127.0, said[7][1]),
    ]
    assert "Switch sides. Left leg." in [words for _, words in said]
    assert said[-1][1] == "Done, well held."


@pytest.mark.parametrize(("hold", "counts"), [(15, 0), (20, 1), (59, 1), (60, 2), (120, 3)])
def test_a_countdown_is_said_only_where_there_is_time_for_it(hold: float, counts: int) -> None:
    holds = [words for _, words in heard("chair-hamstring", hold)]
    hold_count = holds.count("Hold.")
    assert sum(words.endswith("left.") for words in holds) == counts * hold_count


def test_every_stretch_has_words_without_a_placeholder() -> None:
    for exercise_id in shipped_catalogue().exercises:
        for _, words in heard(exercise_id, 5):
            assert words.strip() == words != ""
            assert "{" not in words


def test_a_break_ended_at_once_is_not_called_well_held() -> None:
    steps = plan_steps(
        Routine("one", "One", (RoutineItem("chair-hamstring"),)), shipped_catalogue().exercises
    )
    now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)
    assert finished_words(result_of(end(start_session(steps, now), now))) == ""


def test_a_chime_is_for_what_a_person_does_next() -> None:
    chimes = {kind: chime_of(kind) for kind in SegmentKind}
    assert {kind: chime for kind, chime in chimes.items() if chime} == {
        SegmentKind.GET_READY: "ready",
        SegmentKind.SWITCH: "switch",
        SegmentKind.MOVE_OUT: "done",
    }
