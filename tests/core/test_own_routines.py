"""A person's own routines: read with care, joined to the others, and said where they are wrong."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.declaration import SettingFault
from deskstretch.core.own_routines import (
    faults_of_change,
    read_routine,
    routine_table,
    with_own_routines,
)
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.core.settings_check import check_settings
from tests.core.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
LUNCH = {"name": "After lunch", "stretches": ["chair-hamstring", "seated-figure-four"]}
SOUND = Routine(
    "after-lunch",
    "After lunch",
    (RoutineItem("chair-hamstring"), RoutineItem("seated-figure-four")),
)


def fault_in(table: object, routine_id: str = "after-lunch") -> SettingFault:
    """The fault of that table, which must have one."""
    fault = read_routine(routine_id, table)
    assert isinstance(fault, SettingFault)
    return fault


def test_a_routine_is_a_name_and_stretches_in_order() -> None:
    assert read_routine("after-lunch", LUNCH) == SOUND


def test_a_stretch_may_say_its_hold_and_how_often() -> None:
    table = {"exercise": "chair-hamstring", "hold_seconds": 25, "repetitions": 2}
    routine = read_routine("one", {"name": "One", "stretches": [table, "deep-breathing"]})
    assert isinstance(routine, Routine)
    assert routine.items[0] == RoutineItem("chair-hamstring", hold_seconds=25, repetitions=2)
    assert {step.hold_seconds for step in plan_steps(routine, CATALOGUE.exercises)[:4]} == {25}


def test_its_length_is_known_to_the_second() -> None:
    joined = with_own_routines(CATALOGUE, Settings(routines=(SOUND,)))
    steps = plan_steps(joined.catalogue.routines["after-lunch"], CATALOGUE.exercises)
    ready, move, switch, hold = 3, 2, 4, 15
    side = move + hold + move
    assert length_seconds(steps) == 2 * (ready + side + switch + side)


@pytest.mark.parametrize(
    ("table", "key", "wrong", "allowed"),
    [
        (5, "", "5 is not a table", "a table like"),
        ({"stretches": ["cat-camel"]}, "", "the key name is missing", "a table with name"),
        (LUNCH | {"nmae": "x"}, "", "unknown key nmae", "name, stretches"),
        (LUNCH | {"name": ""}, ".name", 'found ""', "text of length >= 1"),
        (LUNCH | {"name": "a\nb"}, ".name", 'found "a\\nb"', "plain text on one line"),
        (LUNCH | {"stretches": []}, ".stretches", "found []", "a list of length >= 1"),
        (LUNCH | {"stretches": ["a", 7]}, ".stretches[1]", "found a whole number", "a table"),
        (
            LUNCH | {"stretches": [{"exercise": "cat-camel", "hold": 3}]},
            ".stretches[0]",
            "unknown key hold",
            "exercise, hold_seconds, repetitions, left_first",
        ),
        (
            LUNCH | {"stretches": [{"exercise": "cat-camel", "repetitions": 99}]},
            ".stretches[0].repetitions",
            "found 99",
            "<= 50",
        ),
    ],
)
def test_a_fault_names_the_key_inside_the_table_and_what_is_allowed(
    table: object, key: str, wrong: str, allowed: str
) -> None:
    fault = fault_in(table)
    assert fault.key == f"routines.after-lunch{key}"
    assert wrong in fault.wrong
    assert allowed in fault.allowed


def test_the_name_of_the_table_must_be_an_id() -> None:
    fault = fault_in(LUNCH, "After lunch")
    assert fault.key == 'routines."After lunch"'
    assert fault.place == ("routines", "After lunch")
    assert "[routines.after-lunch]" in fault.allowed


def test_one_faulty_routine_leaves_the_others_working() -> None:
    data = {"routines": {"one": LUNCH, "two": {"name": 3}, "three": LUNCH}}
    settings, faults = check_settings(data, Settings())
    assert [routine.id for routine in settings.routines] == ["one", "three"]
    assert [fault.key for fault in faults] == ["routines.two.name"]


def test_a_routine_that_became_faulty_stays_as_it_last_was() -> None:
    data = {"routines": {"after-lunch": {"name": 3}, "new": {"name": 3}}}
    settings, faults = check_settings(data, Settings(routines=(SOUND,)))
    assert settings.routines == (SOUND,)
    assert len(faults) == 2


def test_routines_that_are_no_table_are_a_fault() -> None:
    settings, faults = check_settings({"routines": 3}, Settings(routines=(SOUND,)))
    assert settings.routines == (SOUND,)
    assert [fault.key for fault in faults] == ["routines"]


def test_own_routines_come_after_those_of_the_program_and_may_replace_them() -> None:
    again = msgspec.structs.replace(SOUND, id="desk-1min-a")
    joined = with_own_routines(CATALOGUE, Settings(routines=(SOUND, again)))
    assert joined.faults == ()
    assert list(joined.catalogue.routines) == [*CATALOGUE.routines, "after-lunch"]
    assert joined.catalogue.routines["desk-1min-a"] is again


def test_an_unknown_stretch_is_named_with_the_nearest_one_and_keeps_its_routine_away() -> None:
    slip = Routine("slip", "Slip", (RoutineItem("cat-camel"), RoutineItem("Chair hamstrings")))
    joined = with_own_routines(CATALOGUE, Settings(routines=(slip, SOUND)))
    assert "slip" not in joined.catalogue.routines
    assert "after-lunch" in joined.catalogue.routines
    (fault,) = joined.faults
    assert (fault.key, fault.place) == (
        "routines.slip.stretches[1]",
        ("routines", "slip", "stretches"),
    )
    assert fault.wrong == 'there is no stretch "Chair hamstrings" (did you mean chair-hamstring?)'


def test_a_hold_beyond_the_range_of_the_stretch_is_a_fault() -> None:
    long = Routine("long", "Long", (RoutineItem("chair-hamstring", hold_seconds=300),))
    (fault,) = with_own_routines(CATALOGUE, Settings(routines=(long,))).faults
    assert fault.key == "routines.long.stretches[0].hold_seconds"
    assert (fault.wrong, fault.allowed) == ("300", "10 to 30")


def test_a_wish_for_a_routine_that_there_is_not_is_a_fault() -> None:
    breaks = BreakSettings(short_routine="after-lunch", long_routine="desk-3min-lower-bakc")
    (fault,) = with_own_routines(CATALOGUE, Settings(breaks, routines=(SOUND,))).faults
    assert fault.key == "breaks.long_routine"
    assert "(did you mean desk-3min-lower-back?)" in fault.wrong
    assert "after-lunch" in fault.allowed


def test_a_change_is_judged_before_it_is_made() -> None:
    wrong = LUNCH | {"stretches": ["knee-rols"]}
    (fault,) = faults_of_change(CATALOGUE, "routines.after-lunch", wrong)
    assert "knee-rolls" in fault.wrong
    assert faults_of_change(CATALOGUE, "routines.after-lunch", LUNCH) == ()
    assert faults_of_change(CATALOGUE, "breaks.short_routine", "desk-1min-a") == ()
    assert faults_of_change(CATALOGUE, "breaks.short_routine", "") == ()
    assert faults_of_change(CATALOGUE, "breaks.short_routine", "none")
    assert faults_of_change(CATALOGUE, "breaks.interval_minutes", 3) == ()


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
items = st.sampled_from([*CATALOGUE.exercises, "knee-rols"]) | st.fixed_dictionaries(
    {"exercise": st.sampled_from([*CATALOGUE.exercises])},
    optional={"hold_seconds": anything | st.integers(1, 60), "repetitions": anything},
)
tables = anything | st.fixed_dictionaries(
    {"name": st.text(max_size=70) | anything, "stretches": st.lists(items, max_size=4) | anything},
    optional={"note": anything},
)


@given(tables=st.dictionaries(st.text("ab-A .", max_size=4) | st.text(max_size=4), tables))
def test_whatever_stands_there_is_a_routine_that_can_be_done_or_a_fault_in_words(
    tables: dict[str, Any],
) -> None:
    settings, faults = check_settings({"routines": tables}, Settings())
    joined = with_own_routines(CATALOGUE, settings)
    for fault in (*faults, *joined.faults):
        assert fault.key.startswith("routines")
        assert fault.wrong
        assert fault.allowed
    faulty = {fault.place[1] for fault in (*faults, *joined.faults)}
    sound = set(joined.catalogue.routines) - set(CATALOGUE.routines)
    assert sound | faulty == set(tables)
    assert not sound & faulty
    for name in sound:
        assert length_seconds(plan_steps(joined.catalogue.routines[name], CATALOGUE.exercises)) > 0


@given(
    st.lists(
        st.builds(
            RoutineItem,
            st.sampled_from(sorted(CATALOGUE.exercises)),
            st.none() | st.integers(1, 600),
            st.none() | st.integers(1, 50),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_written_is_what_is_read(chosen: list[RoutineItem]) -> None:
    routine = Routine("mine", "Mine", tuple(chosen))
    assert read_routine("mine", routine_table(routine)) == routine
