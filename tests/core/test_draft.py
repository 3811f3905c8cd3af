"""A routine grows stretch by stretch, and its length is always known."""

from __future__ import annotations

from deskstretch.core.draft import Draft
from deskstretch.core.routine import RoutineItem, length_seconds, plan_steps
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


def draft_of(*exercise_ids: str) -> Draft:
    draft = Draft()
    for exercise_id in exercise_ids:
        draft = draft.plus(EXERCISES[exercise_id], None, None)
    return draft


def test_an_empty_draft_takes_no_time() -> None:
    assert Draft().seconds == 0


def test_adding_leaves_the_draft_before_as_it_was() -> None:
    before = draft_of("chair-hamstring")
    after = before.plus(EXERCISES["seated-figure-four"], 2, 20)
    assert before == draft_of("chair-hamstring")
    assert after.holds == {"seated-figure-four": 20}
    assert after.routine("r", "R").items == (
        RoutineItem("chair-hamstring"),
        RoutineItem("seated-figure-four", repetitions=2),
    )


def test_its_length_is_that_of_the_routine_it_becomes() -> None:
    draft = draft_of("chair-hamstring", "cat-camel").plus(EXERCISES["deep-breathing"], None, 40)
    steps = plan_steps(draft.routine("r", "R"), EXERCISES, draft.holds)
    assert draft.seconds == length_seconds(steps)
    assert steps[-1].hold_seconds == 40


def test_seated_comes_before_standing_and_the_floor_last_else_the_order_stays() -> None:
    mixed = draft_of("cat-camel", "standing-hamstring", "seated-figure-four", "deep-breathing")
    ordered = [exercise.id for exercise in mixed.in_order_of_place().stretches]
    assert ordered == ["seated-figure-four", "deep-breathing", "standing-hamstring", "cat-camel"]


def test_repetitions_move_with_their_stretch() -> None:
    draft = draft_of("cat-camel").plus(EXERCISES["chair-hamstring"], 2, None)
    assert draft.in_order_of_place().repetitions == (2, None)


def test_the_stretches_named_begin_on_the_left() -> None:
    routine = draft_of("chair-hamstring", "seated-figure-four").routine(
        "r", "R", frozenset({"seated-figure-four"})
    )
    assert [item.left_first for item in routine.items] == [False, True]
