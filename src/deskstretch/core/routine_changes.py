"""Making a routine and changing it, step by step; each gives a routine and changes nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

import msgspec

from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _
from deskstretch.core.own_routines import MOST_STRETCHES
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps

LONGEST_NAME = 60
_LONGEST_ID = 50


def new_routine() -> Routine:
    """A routine without stretches, which is not fit for the settings yet; nor is its id."""
    return Routine("", _("My routine"), ())


def renamed(routine: Routine, name: str) -> Routine:
    """The same under another name: what a name may not hold is left out, an empty one ignored."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name)
    words = " ".join(plain.split())[:LONGEST_NAME].strip()
    return msgspec.structs.replace(routine, name=words or routine.name)


def with_stretch(routine: Routine, exercise_id: str) -> Routine:
    """The same with one stretch more at its end, if that is not too many."""
    items = (*routine.items, RoutineItem(exercise_id))[:MOST_STRETCHES]
    return msgspec.structs.replace(routine, items=items)


def without_stretch(routine: Routine, index: int) -> Routine:
    """The same without the stretch at that place."""
    items = routine.items[:index] + routine.items[index + 1 :]
    return msgspec.structs.replace(routine, items=items)


def with_stretch_moved(routine: Routine, index: int, by: int) -> Routine:
    """The same with the stretch at that place so many places later, as far as there are any."""
    items = list(routine.items)
    moved = items.pop(index)
    items.insert(max(0, index + by), moved)
    return msgspec.structs.replace(routine, items=tuple(items))


def with_free_id(routine: Routine, taken: Collection[str]) -> Routine:
    """The same with an id made of its name: "After lunch" gives "after-lunch", then "-2"."""
    letters = unicodedata.normalize("NFKD", routine.name).encode("ascii", "ignore").decode()
    base = "-".join(re.findall("[a-z0-9]+", letters.casefold()))[:_LONGEST_ID].strip("-")
    base = base or "routine"
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    return msgspec.structs.replace(routine, id=free)


def known_length_seconds(routine: Routine, exercises: Mapping[str, Exercise]) -> float | None:
    """How long it takes, to the second; None while it holds a stretch that is not known."""
    if any(item.exercise not in exercises for item in routine.items):
        return None
    return length_seconds(plan_steps(routine, exercises))
