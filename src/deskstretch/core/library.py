"""The library's rules: what a search finds, what is said of a stretch, what can be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from deskstretch.core.area import Area, area_words
from deskstretch.core.equipment import thing_words
from deskstretch.core.exercise import Exercise, Setting
from deskstretch.core.language import N_, _
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import why_not_suitable

# Translators: where a stretch is done.
PLACE_WORDS: Mapping[Setting, str] = {
    Setting.CHAIR: N_("On a chair"),
    Setting.STANDING: N_("Standing"),
    Setting.FLOOR: N_("On the floor"),
}


class Wanted(msgspec.Struct, frozen=True):
    """What a person looks for; None and no text stand for anything."""

    text: str = ""
    place: Setting | None = None
    area: Area | None = None
    equipment: str | None = None
    """The name of a thing that it needs, or is easier with; empty for stretches without any."""

    def is_met_by(self, exercise: Exercise, desk: DeskSettings) -> bool:
        """Whether the stretch has all that is wanted; each word may stand anywhere."""
        searched = " ".join(_searched(exercise, desk)).casefold()
        return (
            self.place in (None, exercise.setting)
            and (self.area is None or self.area in exercise.areas)
            and self._is_equipped_by(exercise)
            and all(word in searched for word in self.text.casefold().split())
        )

    def _is_equipped_by(self, exercise: Exercise) -> bool:
        match self.equipment:
            case None:
                return True
            case "":
                return not exercise.equipment
            case thing:
                return thing in (known.item for known in exercise.equipment)


class Remedy(msgspec.Struct, frozen=True):
    """One change of a setting that lets a stretch be offered."""

    words: str
    key: str
    value: object


def areas_of(exercises: Iterable[Exercise]) -> list[Area]:
    """The areas that any of them stretches, as the body has them."""
    known = {area for exercise in exercises for area in exercise.areas}
    return [area for area in Area if area in known]


def equipment_of(exercises: Iterable[Exercise]) -> list[str]:
    """The things that any of them needs or is easier with, in the order they appear."""
    things = (thing.item for exercise in exercises for thing in exercise.equipment)
    return list(dict.fromkeys(things))


def tags_of(exercise: Exercise, desk: DeskSettings) -> tuple[str, ...]:
    """What a person should see of a stretch at a glance: liked, left out, why it is not offered."""
    return tuple(_tags(exercise, desk))


def remedy_of(exercise: Exercise, desk: DeskSettings) -> Remedy | None:
    """The change that does away with what keeps the stretch back; None where none is simple.

    Being left out and sparing an area are the person's own wish, so nothing undoes them by the way.
    """
    if exercise.setting is Setting.FLOOR and not desk.floor:
        return Remedy(_("Allow floor stretches"), "desk.floor", True)
    if exercise.setting is Setting.STANDING and not desk.may_stand:
        return Remedy(_("Allow standing stretches"), "desk.may_stand", True)
    if exercise.off_until == "chosen" and exercise.id not in desk.chosen:
        return Remedy(_("Switch on"), "desk.chosen", (*desk.chosen, exercise.id))
    if exercise.off_until == "chair stands still" and not desk.chair_stands_still:
        return Remedy(_("My chair stands still"), "desk.chair_stands_still", True)
    return None


def turned(ids: tuple[str, ...], exercise_id: str) -> tuple[str, ...]:
    """A list of ids with that one added, or without it if it was there."""
    if exercise_id in ids:
        return tuple(known for known in ids if known != exercise_id)
    return (*ids, exercise_id)


def _tags(exercise: Exercise, desk: DeskSettings) -> Iterator[str]:
    if exercise.id in desk.favourites:
        yield _("favourite")
    if exercise.id in desk.left_out:
        yield _("left out")
        return
    if exercise.off_until == "chosen" and exercise.id not in desk.chosen:
        yield _("off until you choose it")
        desk = msgspec.structs.replace(desk, chosen=(*desk.chosen, exercise.id))
    reason = why_not_suitable(exercise, desk)
    if reason is not None:
        yield reason


def _searched(exercise: Exercise, desk: DeskSettings) -> Iterator[str]:
    yield exercise.name
    yield _(PLACE_WORDS[exercise.setting])
    yield exercise.position.value
    for area in exercise.areas:
        yield area.value
        yield area_words(area)
    for thing in exercise.equipment:
        yield thing.item
        yield thing_words(thing.item)
    yield from tags_of(exercise, desk)
