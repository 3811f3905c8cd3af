"""All stretches and routines there are: those that come with the program and a person's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeVar

import msgspec
from msgspec import UNSET

from deskstretch.core.catalogue_fault import CatalogueFault, fault_of
from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _
from deskstretch.core.numbers import decimal_words
from deskstretch.core.routine import Routine
from deskstretch.core.running_text import listed

# Some editors put it before the text.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_Entry = TypeVar("_Entry", Exercise, Routine)


class Catalogue(msgspec.Struct, frozen=True):
    """Stretches and routines by id, in the order of their files."""

    exercises: Mapping[str, Exercise] = {}
    routines: Mapping[str, Routine] = {}


class CatalogueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of exercises.json, from which its JSON Schema is drawn."""

    version: Literal[1]
    exercises: tuple[Exercise, ...] = ()
    routines: tuple[Routine, ...] = ()
    schema: str = msgspec.field(name="$schema", default="")


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same shape with its entries unread, so that one fault spoils one entry only."""

    version: Literal[1]
    exercises: tuple[msgspec.Raw, ...] = ()
    routines: tuple[msgspec.Raw, ...] = ()
    schema: str = msgspec.field(name="$schema", default="")


class Reading(msgspec.Struct, frozen=True):
    """What a file came to: the catalogue of everything sound in it, and what was not."""

    catalogue: Catalogue
    faults: tuple[CatalogueFault, ...] = ()


def read_catalogue(data: bytes, onto: Catalogue | None = None) -> Reading:
    """Read the bytes of an exercises.json, adding to `onto` or replacing what has the same id.

    Never raises: whatever is wrong becomes a fault, and its entry is left out.
    """
    onto = onto or Catalogue()
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        data.decode()  # msgspec looks at the text of an entry only when it reads that entry
        file = msgspec.json.decode(data, type=_Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Reading(onto, (fault_of(error, data, _Envelope),))
    faults: list[CatalogueFault] = []
    exercises = dict(onto.exercises)
    for place, exercise in _entries(file.exercises, Exercise, "$.exercises", faults).values():
        wrong = list(_faults_of_exercise(exercise, place))
        faults += wrong
        if not wrong:
            exercises[exercise.id] = exercise
    routines = dict(onto.routines)
    for place, routine in _entries(file.routines, Routine, "$.routines", faults).values():
        wrong = list(_faults_of_routine(routine, exercises, place))
        faults += wrong
        if not wrong:
            routines[routine.id] = routine
    return Reading(Catalogue(exercises, routines), tuple(faults))


def _entries(
    raws: tuple[msgspec.Raw, ...], kind: type[_Entry], path: str, faults: list[CatalogueFault]
) -> dict[str, tuple[str, _Entry]]:
    """The sound entries by id, each with its place in the file; the rest goes to `faults`."""
    entries: dict[str, tuple[str, _Entry]] = {}
    for index, raw in enumerate(raws):
        place = f"{path}[{index}]"
        data = bytes(raw)
        try:
            entry = msgspec.json.decode(data, type=kind)
        except (msgspec.DecodeError, RecursionError) as error:
            faults.append(fault_of(error, data, kind, place))
            continue
        if entry.id in entries:
            taken = _('"{id}" is used before').format(id=entry.id)
            faults.append(CatalogueFault(f"{place}.id", taken, _("an id of its own")))
            continue
        entries[entry.id] = (place, entry)
    return entries


def _faults_of_exercise(exercise: Exercise, place: str) -> Iterator[CatalogueFault]:
    if exercise.figure is UNSET:
        return
    poses = exercise.figure.poses
    for index, phase in enumerate(exercise.phases):
        if phase.pose not in poses:
            path = f"{place}.phases[{index}].pose"
            what = _('no pose "{name}"').format(name=phase.pose)
            yield CatalogueFault(path, what, listed(poses))


def _faults_of_routine(
    routine: Routine, exercises: Mapping[str, Exercise], place: str
) -> Iterator[CatalogueFault]:
    for index, item in enumerate(routine.items):
        path = f"{place}.items[{index}]"
        exercise = exercises.get(item.exercise)
        if exercise is None:
            what = _('no stretch "{name}"').format(name=item.exercise)
            yield CatalogueFault(f"{path}.exercise", what, _("the id of a stretch"))
        elif item.hold_seconds is not None:
            yield from faults_of_hold(item.hold_seconds, exercise, f"{path}.hold_seconds")


def faults_of_hold(seconds: float, exercise: Exercise, path: str) -> Iterator[CatalogueFault]:
    """What is wrong with a hold of so many seconds that a routine asks of the stretch."""
    hold = exercise.hold
    if hold is None:
        allowed = _('none: "{name}" goes by its phases').format(name=exercise.id)
        yield CatalogueFault(path, decimal_words(seconds), allowed)
    elif hold.nearest(seconds) != seconds:
        allowed = _("{least} to {most}").format(
            least=decimal_words(hold.min), most=decimal_words(hold.max)
        )
        yield CatalogueFault(path, decimal_words(seconds), allowed)
