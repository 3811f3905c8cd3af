"""What the command line says of a stretch leaves nothing out."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deskstretch.core.catalogue_text import routine_text, show_text
from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.routine import plan_steps
from tests.core.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
EXERCISES = list(CATALOGUE.exercises.values())
NOT_AS_TEXT = {"poses"}
"""Dozens of numbers for each pose: they are named in the text, and in full in the JSON."""


def with_other_value(of: Any, name: str, others: list[Any]) -> list[Any]:
    """The same with that field as other stretches have it, where that is allowed."""
    found = []
    for value in (getattr(other, name) for other in others):
        if value != getattr(of, name):
            try:
                found.append(msgspec.structs.replace(of, **{name: value}))
            except ValueError:
                continue
    return found


@pytest.mark.parametrize("name", [field.name for field in msgspec.structs.fields(Exercise)])
def test_every_field_shows(name: str) -> None:
    changed = [
        (exercise, other)
        for exercise in EXERCISES[:12]
        for other in with_other_value(exercise, name, EXERCISES)
    ]
    assert changed
    for exercise, other in changed:
        if name in ("alternate", "limb") and len(exercise.side_order) == 1:
            continue  # done once for both sides, it has neither turns nor a limb that has them
        assert show_text(other) != show_text(exercise), exercise.id


@pytest.mark.parametrize(
    "name",
    [f.name for f in msgspec.structs.fields(FigureSpec) if f.name not in NOT_AS_TEXT],
)
def test_every_field_of_the_figure_shows(name: str) -> None:
    exercise = CATALOGUE.exercises["cat-camel"]
    figure = exercise.figure
    assert isinstance(figure, FigureSpec)
    others = [one.figure for one in EXERCISES if isinstance(one.figure, FigureSpec)]
    others.append(msgspec.structs.replace(figure, phase_move=0.9, sequence=("dip",)))
    changed = with_other_value(figure, name, others)
    assert changed
    for other in changed:
        text = show_text(msgspec.structs.replace(exercise, figure=other))
        assert text != show_text(exercise)


@pytest.mark.parametrize("routine", CATALOGUE.routines.values(), ids=lambda routine: routine.id)
def test_a_routine_shows_every_hold(routine: Any) -> None:
    _title, _length, _holds, *lines = routine_text(routine, CATALOGUE).splitlines()
    steps = plan_steps(routine, CATALOGUE.exercises)
    assert len(lines) == len(steps)
    for line, step in zip(lines, steps, strict=True):
        assert CATALOGUE.exercises[step.exercise_id].name in line
        assert line.endswith(f": {step.hold_seconds:g} s")
