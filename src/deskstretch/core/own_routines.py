"""A person's own routines: how they stand in the settings, and how they join the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from deskstretch.core.catalogue import Catalogue, faults_of_hold
from deskstretch.core.catalogue_fault import fault_of_value
from deskstretch.core.declaration import SettingFault, not_a_table_words, shown
from deskstretch.core.exercise import Identifier, Label
from deskstretch.core.language import _
from deskstretch.core.nearest import did_you_mean
from deskstretch.core.routine import Routine, RoutineItem
from deskstretch.core.running_text import listed
from deskstretch.core.settings import Settings

GROUP = "routines"
"""The table of the settings file that holds a table for each routine."""

MOST_STRETCHES = 60

_EXAMPLE = '{ name = "After lunch", stretches = ["chair-hamstring"] }'


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One routine in the file; a stretch is an id, or a table that says more."""

    name: Label
    stretches: Annotated[
        tuple[str | RoutineItem, ...], Meta(min_length=1, max_length=MOST_STRETCHES)
    ]


class Joined(msgspec.Struct, frozen=True):
    """A catalogue with the sound ones of a person's routines, and what was wrong with the rest."""

    catalogue: Catalogue
    faults: tuple[SettingFault, ...] = ()


def allowed_words() -> str:
    """What stands for a routine in the file."""
    return _("a table like {example}").format(example=_EXAMPLE)


def routine_key(routine_id: str) -> str:
    """The key by which commands and messages name a routine."""
    return f"{GROUP}.{routine_id}"


def routine_id_of(key: str) -> str | None:
    """The id of the routine that a key names; None if the key is of another kind."""
    group, _dot, routine_id = key.partition(".")
    return routine_id if group == GROUP and routine_id else None


def goes_by_catalogue(key: str) -> bool:
    """Whether only the catalogue tells if a value of `key` is sound."""
    return routine_id_of(key) is not None or key in routine_wishes(Settings())


def read_routine(routine_id: str, table: object) -> Routine | SettingFault:
    """A routine from its table, or what is wrong there. Its stretches need not be known."""
    try:
        msgspec.convert(routine_id, Identifier)
    except msgspec.ValidationError:
        return SettingFault(
            f"{GROUP}.{shown(routine_id)}",
            _("the name of the table is not an id"),
            _("small letters, digits and single hyphens, like [routines.after-lunch]"),
            (GROUP, routine_id),
        )
    key = routine_key(routine_id)
    if not isinstance(table, Mapping):
        return SettingFault(key, not_a_table_words(table), allowed_words())
    try:
        read = msgspec.convert(table, _Table)
    except msgspec.ValidationError as error:
        fault = fault_of_value(error, lambda: table, _Table, key, in_toml=True)
        inside = fault.path.removeprefix(key).lstrip(".").partition("[")[0]
        return SettingFault(
            fault.path, fault.what, fault.allowed, (GROUP, routine_id, *filter(None, [inside]))
        )
    items = (RoutineItem(one) if isinstance(one, str) else one for one in read.stretches)
    return Routine(routine_id, read.name, tuple(items))


def read_routines(
    data: object, last_good: Iterable[Routine]
) -> tuple[tuple[Routine, ...], tuple[SettingFault, ...]]:
    """The routines of the file, in its order; a faulty one is as it last was, or is not there."""
    kept = {routine.id: routine for routine in last_good}
    if not isinstance(data, Mapping):
        fault = SettingFault(GROUP, not_a_table_words(data), _("tables like [routines.lunch]"))
        return tuple(kept.values()), (fault,)
    routines: list[Routine] = []
    faults: list[SettingFault] = []
    for routine_id, table in data.items():
        match read_routine(routine_id, table):
            case SettingFault() as fault:
                faults.append(fault)
                routines += [kept[routine_id]] if routine_id in kept else []
            case routine:
                routines.append(routine)
    return tuple(routines), tuple(faults)


def routine_table(routine: Routine) -> dict[str, Any]:
    """The routine as it stands in the file."""
    stretches = [
        item.exercise if item == RoutineItem(item.exercise) else _item_table(item)
        for item in routine.items
    ]
    return {"name": routine.name, "stretches": stretches}


def with_own_routines(catalogue: Catalogue, settings: Settings) -> Joined:
    """The catalogue with the routines of the settings; one with the same id is replaced.

    A routine with a stretch that is not in the catalogue, or a hold beyond its range, is a fault
    and stays away; so is the wish for a routine that there is not.
    """
    routines = dict(catalogue.routines)
    faults: list[SettingFault] = []
    for routine in settings.routines:
        wrong = list(_faults_of(routine, catalogue))
        faults += wrong
        if not wrong:
            routines[routine.id] = routine
    faulty = {routine.id for routine in settings.routines if routine.id not in routines}
    for key, wished in routine_wishes(settings).items():
        if wished not in faulty:
            faults += _faults_of_wish(key, wished, routines)
    return Joined(Catalogue(catalogue.exercises, routines), tuple(faults))


def faults_of_change(catalogue: Catalogue, key: str, value: object) -> tuple[SettingFault, ...]:
    """What is wrong with the stretches or the routine that a new value of `key` names."""
    routine_id = routine_id_of(key)
    if routine_id is not None:
        match read_routine(routine_id, value):
            case SettingFault() as fault:
                return (fault,)
            case routine:
                return tuple(_faults_of(routine, catalogue))
    if key in routine_wishes(Settings()) and isinstance(value, str):
        return tuple(_faults_of_wish(key, value, catalogue.routines))
    return ()


def routine_wishes(settings: Settings) -> dict[str, str]:
    """The ids of the routines that are wanted for each length, by key."""
    breaks = settings.breaks
    return {
        "breaks.short_routine": breaks.short_routine,
        "breaks.long_routine": breaks.long_routine,
    }


def _faults_of_wish(
    key: str, wished: str, routines: Mapping[str, Routine]
) -> Iterator[SettingFault]:
    if wished and wished not in routines:
        what = _("there is no routine {name}").format(name=shown(wished))
        near = did_you_mean(wished, routines)
        yield SettingFault(key, f"{what}{near}", listed(('""', *routines)))


def _faults_of(routine: Routine, catalogue: Catalogue) -> Iterator[SettingFault]:
    path = (GROUP, routine.id, "stretches")
    allowed = _("an id that `deskstretch exercises` lists")
    for index, item in enumerate(routine.items):
        key = f"{'.'.join(path)}[{index}]"
        exercise = catalogue.exercises.get(item.exercise)
        if exercise is None:
            near = did_you_mean(item.exercise, catalogue.exercises)
            what = _("there is no stretch {name}").format(name=shown(item.exercise))
            yield SettingFault(key, f"{what}{near}", allowed, path)
        elif item.hold_seconds is not None:
            for fault in faults_of_hold(item.hold_seconds, exercise, f"{key}.hold_seconds"):
                yield SettingFault(fault.path, fault.what, fault.allowed, path)


def _item_table(item: RoutineItem) -> dict[str, Any]:
    table = msgspec.to_builtins(item)
    hold = item.hold_seconds
    if hold is not None and hold == int(hold):
        table["hold_seconds"] = int(hold)  # as a person would write it
    return {name: value for name, value in table.items() if value not in (None, False)}
