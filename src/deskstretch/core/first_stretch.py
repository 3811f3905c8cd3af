"""The stretch that somebody does first of all, to see how it goes."""

from __future__ import annotations

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Exercise
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable

_EASY = ("chair-hamstring", "seated-figure-four", "deep-breathing")
"""On the chair, and plain to follow."""


def first_stretch(catalogue: Catalogue, desk: DeskSettings) -> Exercise | None:
    """An easy one that the person can do; None if nothing suits."""
    easy = (catalogue.exercises[each] for each in _EASY if each in catalogue.exercises)
    return next(
        (each for each in (*easy, *catalogue.exercises.values()) if is_suitable(each, desk)), None
    )
