"""A routine in the making: stretches are added while the time allows."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from deskstretch.core.exercise import Exercise, Setting
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps

_PLACES = tuple(Setting)  # seated first, then standing, then down on the floor


class Draft(msgspec.Struct, frozen=True):
    """Some stretches in order, how often each is done, and the holds of those that have one."""

    stretches: tuple[Exercise, ...] = ()
    repetitions: tuple[int | None, ...] = ()
    holds: Mapping[str, float] = {}

    def plus(self, exercise: Exercise, repetitions: int | None, hold: float | None) -> Draft:
        """The same with one stretch more."""
        return Draft(
            (*self.stretches, exercise),
            (*self.repetitions, repetitions),
            self.holds if hold is None else {**self.holds, exercise.id: hold},
        )

    def in_order_of_place(self) -> Draft:
        """The same with the seated stretches first, so that nobody gets up and down again."""
        pairs = zip(self.stretches, self.repetitions, strict=True)
        ordered = sorted(pairs, key=lambda pair: _PLACES.index(pair[0].setting))
        stretches, repetitions = zip(*ordered, strict=True)
        return Draft(stretches, repetitions, self.holds)

    def routine(
        self, routine_id: str, name: str, left_first: frozenset[str] = frozenset()
    ) -> Routine:
        """The routine; the stretches named in `left_first` begin with the left side."""
        pairs = zip(self.stretches, self.repetitions, strict=True)
        items = (
            RoutineItem(exercise.id, repetitions=often, left_first=exercise.id in left_first)
            for exercise, often in pairs
        )
        return Routine(id=routine_id, name=name, items=tuple(items))

    @property
    def seconds(self) -> float:
        """How long it takes, everything included."""
        exercises = {exercise.id: exercise for exercise in self.stretches}
        return length_seconds(plan_steps(self.routine("draft", "Draft"), exercises, self.holds))
