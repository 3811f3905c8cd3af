"""A thousand spoilt exercise files: each is refused with a path, or accepted and usable."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.catalogue import read_catalogue
from deskstretch.core.catalogue_text import list_json, list_text, show_text
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from tests.core.spoilt import spoilt_file


@pytest.mark.parametrize("hundred", range(10))
def test_a_spoilt_file_is_refused_with_a_path_or_usable(hundred: int) -> None:
    for number in range(100 * hundred, 100 * hundred + 100):
        see_that_it_is_refused_or_usable(spoilt_file(number))


@settings(max_examples=20)
@given(st.integers(min_value=1000))
def test_any_other_spoilt_file_is_too(number: int) -> None:
    see_that_it_is_refused_or_usable(spoilt_file(number))


def see_that_it_is_refused_or_usable(data: bytes) -> None:
    reading = read_catalogue(data)
    for fault in reading.faults:
        assert fault.path.startswith("$")
        assert fault.what
        assert "\n" not in fault.text
    catalogue = reading.catalogue
    assert reading.faults or catalogue.exercises
    list_text(catalogue)
    list_json(catalogue)
    for exercise in catalogue.exercises.values():
        assert show_text(exercise)
        routine = Routine(id="one", name="One", items=(RoutineItem(exercise.id),))
        assert math.isfinite(length_seconds(plan_steps(routine, catalogue.exercises)))
    for routine in catalogue.routines.values():
        assert plan_steps(routine, catalogue.exercises)


def test_the_thousand_holds_both_refused_and_accepted_files() -> None:
    refused = [bool(read_catalogue(spoilt_file(number)).faults) for number in range(200)]
    assert any(refused)
    assert not all(refused)
