"""Every thing that a shipped stretch needs has words."""

from __future__ import annotations

from deskstretch.core.equipment import SHIPPED_THINGS, thing_words
from tests.core.shipped import shipped_catalogue


def test_every_thing_of_the_shipped_stretches_can_be_translated() -> None:
    exercises = shipped_catalogue().exercises.values()
    assert {thing.item for each in exercises for thing in each.equipment} == set(SHIPPED_THINGS)


def test_a_persons_own_thing_is_called_as_they_named_it() -> None:
    assert thing_words("kettle bell") == "kettle bell"
