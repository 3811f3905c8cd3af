"""What the lists among the settings may hold, and which routines there are."""

from __future__ import annotations

from collections.abc import Iterable

from deskstretch.core.area import Area, area_words
from deskstretch.core.catalogue import Catalogue
from deskstretch.core.equipment import thing_words
from deskstretch.core.language import _
from deskstretch.core.routine import Routine
from deskstretch.ui.settings.words import Choices

ROUTINE_KEYS = ("breaks.short_routine", "breaks.long_routine")
"""The settings that name a routine."""
_HAS_ITS_OWN_SWITCH = "ledge"


def choices_of(catalogue: Catalogue) -> Choices:
    """Values and titles for each setting that goes by the catalogue, by its key."""
    exercises = catalogue.exercises.values()
    everything = tuple((exercise.id, exercise.name) for exercise in exercises)
    things = dict.fromkeys(thing for each in exercises for thing in each.needed_equipment)
    things.pop(_HAS_ITS_OWN_SWITCH, None)
    return {
        **_routine_choices((routine.id, routine.name) for routine in catalogue.routines.values()),
        "desk.not_at_hand": _named_by_themselves(things),
        "desk.spare_areas": tuple((area.value, _title(area_words(area))) for area in Area),
        "desk.left_out": everything,
        "desk.chosen": tuple(
            (each.id, each.name) for each in exercises if each.off_until == "chosen"
        ),
        "desk.favourites": everything,
    }


def with_own_routines(choices: Choices, routines: Iterable[Routine]) -> Choices:
    """The choices with the person's own routines as they are now."""
    shipped = choices.get(ROUTINE_KEYS[0], ())[1:]
    own = {routine.id: routine.name for routine in routines}
    return {**choices, **_routine_choices((dict(shipped) | own).items())}


def _routine_choices(routines: Iterable[tuple[str, str]]) -> Choices:
    choices = (("", _("Chosen for me")), *routines)
    return dict.fromkeys(ROUTINE_KEYS, choices)


def _named_by_themselves(things: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((thing, _title(thing_words(thing))) for thing in things)


def _title(words: str) -> str:
    return words[:1].upper() + words[1:]
