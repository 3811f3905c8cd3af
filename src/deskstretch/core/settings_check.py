"""Whether the tables of a settings file fit, and what is wrong where they do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from deskstretch.core.declaration import (
    SettingFault,
    checked,
    declaration_of,
    declarations,
    group_helps,
    not_a_table_words,
    shown,
)
from deskstretch.core.language import _
from deskstretch.core.nearest import suggestion_words
from deskstretch.core.running_text import listed
from deskstretch.core.settings import Settings

_ROUTINES = "routines"
"""`own_routines.GROUP`; that module, and the catalogue, are loaded where somebody has some."""


def check_settings(
    data: Mapping[str, object], last_good: Settings, base: Settings | None = None
) -> tuple[Settings, tuple[SettingFault, ...]]:
    """Settings from the tables of a file, and the faults in them.

    A good value is used, a faulty one replaced by that of `last_good`; what is not named is as in
    `base`, else its default.
    """
    base = Settings() if base is None else base
    faults: list[SettingFault] = []
    groups: dict[str, Any] = {}
    for name in group_helps():
        table = data.get(name, {})
        good_group = getattr(last_good, name)
        if isinstance(table, Mapping):
            groups[name], wrong = _check_group(name, getattr(base, name), table, good_group)
            faults += wrong
        else:
            groups[name] = good_group
            faults.append(SettingFault(name, not_a_table_words(table), _tables()))
    groups[_ROUTINES] = ()
    if _ROUTINES in data:
        from deskstretch.core.own_routines import read_routines

        groups[_ROUTINES], misread = read_routines(data[_ROUTINES], last_good.routines)
        faults += misread
    faults += [_unknown(name) for name in data if name not in groups]
    return Settings(**groups), tuple(faults)


def _check_group(
    name: str, base: Any, table: Mapping[str, object], last_good: Any
) -> tuple[Any, list[SettingFault]]:
    faults: list[SettingFault] = []
    values: dict[str, Any] = {}
    for key, value in table.items():
        declaration = declaration_of(f"{name}.{key}")
        if declaration is None:
            faults.append(_unknown(key, name))
            continue
        try:
            values[key] = checked(declaration, value)
        except ValueError as error:
            values[key] = getattr(last_good, key)
            faults.append(SettingFault(declaration.key, str(error), declaration.allowed))
    return msgspec.structs.replace(base, **values), faults


def _unknown(name: str, group: str | None = None) -> SettingFault:
    name = name if name.isprintable() else shown(name)
    key = name if group is None else f"{group}.{name}"
    in_group = [known.name for known in declarations() if known.group == group]
    return SettingFault(key, unknown_words(key), listed(in_group) or _tables())


def unknown_words(key: str) -> str:
    """That there is no such setting, and which one was most likely meant."""
    nearest = _nearest_key(key)
    return _("there is no such setting") + (suggestion_words(nearest) if nearest else "")


def _nearest_key(key: str) -> str | None:
    from difflib import get_close_matches  # only after a slip of the pen

    name = key.rpartition(".")[2]
    elsewhere = {known.name: known.key for known in reversed(declarations())}
    if name in elsewhere:
        return elsewhere[name]
    whole = [*group_helps(), _ROUTINES, *(known.key for known in declarations())]
    if near := get_close_matches(key, whole, n=1, cutoff=0.75):
        return near[0]
    near = get_close_matches(name, elsewhere, n=1, cutoff=0.75)
    return elsewhere[near[0]] if near else None


def _tables() -> str:
    tables = listed(f"[{group}]" for group in (*group_helps(), _ROUTINES))
    return _("the tables {tables}").format(tables=tables)
