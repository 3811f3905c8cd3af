"""What an office sets for its computers: defaults of its own, and keys that it locks.

A locked key has the office's value; what a person wrote for it stays in their file and holds again
once the lock is gone. What is about a body, or would show a record to others, is for each person
alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from deskstretch.core.declaration import SettingFault, declaration_of, not_a_table_words, shown
from deskstretch.core.language import _, ngettext
from deskstretch.core.settings import Settings
from deskstretch.core.settings_check import check_settings

DEFAULTS, LOCKED, SET_BY = "defaults", "locked", "set_by"

PERSONAL = frozenset(
    {"desk.chosen", "desk.favourites", "desk.left_out", "desk.spare_areas", "sharing.folder"}
)
"""Which stretches suit a body, and a folder in which others may read the record."""

_LONGEST_NAME = 80

Source = Literal["default", "managed default", "own", "locked"]
"""Where a value comes from; what is further back wins."""


class Managed(msgspec.Struct, frozen=True):
    """The sound part of what an office set; values by key."""

    set_by: str = ""
    """Who that is, in their own words; may be empty."""
    defaults: Mapping[str, Any] = {}
    locked: Mapping[str, Any] = {}

    @property
    def base(self) -> Settings:
        """What holds where a person has set nothing."""
        return with_values(Settings(), self.defaults)

    def over(self, own: Settings) -> Settings:
        """What holds where a person has set `own`."""
        return with_values(own, self.locked)

    def source_of(self, key: str, own_keys: frozenset[str]) -> Source:
        """Where the value of `key` comes from; `own_keys` are those that the person has set."""
        if key in self.locked:
            return "locked"
        if key in own_keys:
            return "own"
        return "managed default" if key in self.defaults else "default"

    def part_that_gives(self, key: str, value: object) -> Literal["locked", "defaults"] | None:
        """The part of the file that gives `key` that value, if one does."""
        if key in self.locked:
            return "locked"
        return "defaults" if key in self.defaults and self.defaults[key] == value else None


def with_values(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """The settings with other values, by key."""
    groups: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        group, _dot, name = key.partition(".")
        groups.setdefault(group, {})[name] = value
    changed = {
        group: msgspec.structs.replace(getattr(settings, group), **fields)
        for group, fields in groups.items()
    }
    return msgspec.structs.replace(settings, **changed)


def check_managed(data: Mapping[str, object]) -> tuple[Managed, tuple[SettingFault, ...]]:
    """What the tables of a managed file set, and the faults; what is faulty sets nothing."""
    faults = [
        SettingFault(_key(name), _("there is no such key"), _top_words(), (name,))
        for name in data
        if name not in (DEFAULTS, LOCKED, SET_BY)
    ]
    set_by = data.get(SET_BY, "")
    if not (isinstance(set_by, str) and set_by.isprintable() and len(set_by) <= _LONGEST_NAME):
        allowed = ngettext(
            "a name in one line of at most {count} letter",
            "a name in one line of at most {count} letters",
            _LONGEST_NAME,
        ).format(count=_LONGEST_NAME)
        faults.append(
            SettingFault(
                SET_BY, _("{value} is no name").format(value=shown(set_by)), allowed, (SET_BY,)
            )
        )
        set_by = ""
    values: dict[str, dict[str, Any]] = {}
    for name in (DEFAULTS, LOCKED):
        values[name], wrong = _values(name, data.get(name, {}))
        faults += wrong
    return Managed(set_by.strip(), values[DEFAULTS], values[LOCKED]), tuple(faults)


def _values(part: str, table: object) -> tuple[dict[str, Any], list[SettingFault]]:
    if not isinstance(table, Mapping):
        return {}, [SettingFault(part, not_a_table_words(table), _top_words(), (part,))]
    settings, found = check_settings(table, Settings())
    faults = [
        SettingFault(f"{part}.{each.key}", each.wrong, each.allowed, (part, *each.place))
        for each in found
    ]
    faulty = {each.place for each in found}
    values: dict[str, Any] = {}
    for group, keys in table.items():
        for name in keys if isinstance(keys, Mapping) else ():
            key = f"{group}.{name}"
            if key in PERSONAL or group == "routines":
                what = _("is for each person alone to set")
                path = (part, group, name)
                faults.append(SettingFault(f"{part}.{key}", what, _("any other setting"), path))
            elif declaration_of(key) is not None and (group, name) not in faulty:
                values[key] = getattr(getattr(settings, group), name)
    return values, faults


def _key(name: str) -> str:
    return name if name.isprintable() else shown(name)


def _top_words() -> str:
    return _("{name}, [{defaults}] and [{locked}] with the tables of a settings file").format(
        name=SET_BY, defaults=f"{DEFAULTS}.GROUP", locked=f"{LOCKED}.GROUP"
    )
