"""Putting one routine into the text of the settings file, changing it, and taking it out again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from deskstretch.core.own_routines import GROUP, routine_table
from deskstretch.core.routine import Routine

_LONGEST_LINE = 96


def with_routine(text: str, routine_id: str, routine: Routine | None) -> str:
    """The sound `text` with that routine as given, or without it; all else stays as it is."""
    table = None if routine is None else routine_table(routine)
    present = tomllib.loads(text).get(GROUP, {}).get(routine_id)
    if table == present:
        return text
    if table is None:
        short = _cut(text, routine_id)
        return short if _has(short, text, routine_id, None) else _edited(text, routine_id, None)
    if present is None:
        # At the end, where it comes between no comment and the table that the comment is about.
        added = f"{text.rstrip()}\n\n{_written(routine_id, table)}".lstrip()
        if _has(added, text, routine_id, table):
            return added
    return _edited(text, routine_id, table)


def _cut(text: str, routine_id: str) -> str:
    """The text without the table under that header; comments that end it may be the next one's."""
    header = rf"^\[{GROUP}\.{routine_id}\][^\n]*\n?"
    key_lines = r"(?:(?!\[)[^\n]*\S[^\n]*\n?)*?"
    ends = r"(?=\n*(?:#[^\n]*\n|\s*\n)*(?:\[|\Z))"
    return re.sub(header + key_lines + ends + r"\n*", "", text, count=1, flags=re.MULTILINE)


def _written(routine_id: str, table: Mapping[str, Any]) -> str:
    import tomlkit

    lines = [f"[{GROUP}.{routine_id}]"]
    lines += [f"{key} = {tomlkit.item(_value(each)).as_string()}" for key, each in table.items()]
    return "\n".join(lines) + "\n"


def _edited(text: str, routine_id: str, table: Mapping[str, Any] | None) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    routines: Any = document.setdefault(GROUP, tomlkit.table(is_super_table=True))
    if table is None:
        del routines[routine_id]
    elif routine_id in routines:
        present = routines[routine_id]
        for key, value in table.items():
            if present.get(key) != value:
                present[key] = _value(value)
        for key in set(present) - set(table):
            del present[key]
    else:
        routines[routine_id] = _inline(table)
    return tomlkit.dumps(document)


def _value(value: Any) -> Any:
    """A list that is too long for one line gets a line for each entry."""
    import tomlkit

    item = tomlkit.item(value)
    if isinstance(value, list):
        item = tomlkit.array()
        for one in value:
            item.append(_inline(one) if isinstance(one, Mapping) else one)
        item.multiline(len(item.as_string()) > _LONGEST_LINE)
    return item


def _inline(table: Mapping[str, Any]) -> Any:
    import tomlkit

    item = tomlkit.inline_table()
    item.update(table)
    return item


def _has(edited: str, before: str, routine_id: str, table: Mapping[str, Any] | None) -> bool:
    """Whether the edit did what was wanted, and nothing else."""
    try:
        after = tomllib.loads(edited)
    except ValueError:
        return False  # the routines are written in another way
    wanted = tomllib.loads(before)
    routines = wanted.setdefault(GROUP, {})
    if table is None:
        del routines[routine_id]
    else:
        routines[routine_id] = table
    return after.get(GROUP, {}) == routines and after | {GROUP: 0} == wanted | {GROUP: 0}
