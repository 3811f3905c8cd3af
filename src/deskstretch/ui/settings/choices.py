"""What the lists among the settings may hold, taken from the library."""

from __future__ import annotations

from collections.abc import Iterable

from deskstretch.core.area import Area, area_words
from deskstretch.core.catalogue import Catalogue
from deskstretch.ui.settings.words import Choices

_HAS_ITS_OWN_SWITCH = "ledge"


def choices_of(catalogue: Catalogue) -> Choices:
    """Values and titles for each list setting, by its key."""
    exercises = catalogue.exercises.values()
    everything = tuple((exercise.id, exercise.name) for exercise in exercises)
    things = dict.fromkeys(thing for each in exercises for thing in each.needed_equipment)
    things.pop(_HAS_ITS_OWN_SWITCH, None)
    return {
        "desk.not_at_hand": _named_by_themselves(things),
        "desk.spare_areas": tuple((area.value, _title(area_words(area))) for area in Area),
        "desk.left_out": everything,
        "desk.chosen": tuple(
            (each.id, each.name) for each in exercises if each.off_until == "chosen"
        ),
        "desk.favourites": everything,
    }


def _named_by_themselves(things: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((thing, _title(thing)) for thing in things)


def _title(words: str) -> str:
    return words[:1].upper() + words[1:]
