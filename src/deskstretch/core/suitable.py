"""Which stretches suit a person and place, and what keeps the others back."""

from __future__ import annotations

from collections.abc import Mapping

from deskstretch.core.area import Area, area_named, area_words
from deskstretch.core.equipment import thing_words
from deskstretch.core.exercise import Exercise, Setting
from deskstretch.core.language import _
from deskstretch.core.routine import Routine
from deskstretch.core.settings import DeskSettings

_LEDGE = "ledge"


def is_suitable(exercise: Exercise, desk: DeskSettings) -> bool:
    """Whether the stretch may be chosen with these settings."""
    return why_not_suitable(exercise, desk) is None


def why_not_suitable(exercise: Exercise, desk: DeskSettings) -> str | None:
    """What keeps the stretch from being chosen, as half a sentence; None if nothing does."""
    if exercise.id in desk.left_out:
        return _("you left it out")
    if exercise.setting is Setting.FLOOR and not desk.floor:
        return _("floor stretches are off")
    if exercise.setting is Setting.STANDING and not desk.may_stand:
        return _("standing stretches are off")
    if exercise.off_until == "chosen" and exercise.id not in desk.chosen:
        return _("it is off until you choose it")
    if exercise.off_until == "chair stands still" and not desk.chair_stands_still:
        return _("it needs a chair that stands still")
    missing = _missing(exercise, desk)
    if missing is not None:
        return _("it needs a {thing}").format(thing=thing_words(missing))
    spared = _spared(exercise, desk)
    if spared is None:
        return None
    return _("you spare the {area}").format(area=area_words(spared))


def why_not_whole(
    routine: Routine, exercises: Mapping[str, Exercise], desk: DeskSettings
) -> str | None:
    """The first stretch of a routine that may not be chosen, and why; None if all of it may."""
    for item in routine.items:
        exercise = exercises[item.exercise]
        why = why_not_suitable(exercise, desk)
        if why is not None:
            return _("{stretch}: {why}").format(stretch=exercise.name, why=why)
    return None


def _missing(exercise: Exercise, desk: DeskSettings) -> str | None:
    lacking = {thing.strip().casefold() for thing in desk.not_at_hand}
    if not desk.ledge:
        lacking.add(_LEDGE)
    return next((thing for thing in exercise.needed_equipment if thing.casefold() in lacking), None)


def _spared(exercise: Exercise, desk: DeskSettings) -> Area | None:
    spared = {area_named(name) for name in desk.spare_areas}
    return next((area for area in exercise.areas + exercise.strains if area in spared), None)
