"""A routine is made and changed step by step; whatever is done, the settings can hold it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.own_routines import read_routine, routine_table
from deskstretch.core.routine import Routine, RoutineItem
from deskstretch.core.routine_changes import (
    known_length_seconds,
    new_routine,
    renamed,
    with_free_id,
    with_stretch,
    with_stretch_moved,
    without_stretch,
)
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises
IDS = sorted(EXERCISES)
THREE = Routine("three", "Three", tuple(RoutineItem(one) for one in ("a", "b", "c")))


def order(routine: Routine) -> str:
    return "".join(item.exercise for item in routine.items)


def test_a_stretch_moves_and_stays_at_the_ends() -> None:
    assert order(with_stretch_moved(THREE, 0, 1)) == "bac"
    assert order(with_stretch_moved(THREE, 2, -1)) == "acb"
    assert order(with_stretch_moved(THREE, 0, -1)) == "abc"
    assert order(with_stretch_moved(THREE, 2, 1)) == "abc"


def test_a_stretch_keeps_what_is_said_of_it_when_it_moves() -> None:
    long = RoutineItem("a", hold_seconds=25, repetitions=2)
    routine = Routine("two", "Two", (long, RoutineItem("b")))
    assert with_stretch_moved(routine, 0, 1).items[1] == long


def test_one_of_several_equal_stretches_goes() -> None:
    twice = with_stretch(THREE, "a")
    assert order(twice) == "abca"
    assert order(without_stretch(twice, 0)) == "bca"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  After   lunch ", "After lunch"),
        ("", "Three"),
        ("a\nb\u202ec", "a b c"),
        (" \t", "Three"),
    ],
)
def test_a_name_is_made_plain(typed: str, name: str) -> None:
    assert renamed(THREE, typed).name == name


@pytest.mark.parametrize(
    ("name", "taken", "routine_id"),
    [
        ("After lunch", (), "after-lunch"),
        ("After lunch", ("after-lunch", "after-lunch-2"), "after-lunch-3"),
        ("Übung: früh & spät!", (), "ubung-fruh-spat"),
        ("昼休み", (), "routine"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, taken: tuple[str, ...], routine_id: str) -> None:
    assert with_free_id(renamed(THREE, name), taken).id == routine_id


def test_the_length_is_known_unless_a_stretch_is_not() -> None:
    lunch = with_stretch(new_routine(), "chair-hamstring")
    assert known_length_seconds(lunch, EXERCISES) == 45
    assert known_length_seconds(with_stretch(lunch, "no-stretch"), EXERCISES) is None
    assert known_length_seconds(new_routine(), EXERCISES) == 0


steps = st.one_of(
    st.tuples(st.just("name"), st.text(max_size=80)),
    st.tuples(st.just("add"), st.sampled_from(IDS)),
    st.tuples(st.just("take"), st.integers(0, 70)),
    st.tuples(st.just("move"), st.integers(0, 70), st.integers(-3, 3)),
)


@given(st.text(max_size=80), st.lists(steps, max_size=80))
def test_whatever_is_done_to_it_the_settings_can_hold_it(name: str, changes: list[object]) -> None:
    routine = with_stretch(renamed(new_routine(), name), IDS[0])
    for change in changes:
        match change:
            case ("name", str(typed)):
                routine = renamed(routine, typed)
            case ("add", str(exercise_id)):
                routine = with_stretch(routine, exercise_id)
            case ("take", int(index)) if len(routine.items) > 1:
                routine = without_stretch(routine, index % len(routine.items))
            case ("move", int(index), int(by)):
                held = sorted(map(str, routine.items))
                routine = with_stretch_moved(routine, index % len(routine.items), by)
                assert sorted(map(str, routine.items)) == held
    routine = with_free_id(routine, {"my-routine"})
    assert read_routine(routine.id, routine_table(routine)) == routine
