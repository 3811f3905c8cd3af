"""Writing the settings file with care: the person's comments and order stay as they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from typing import Any

from deskstretch.core.declaration import (
    SettingFault,
    checked,
    declaration_of,
    declarations,
    group_helps,
    shown,
)
from deskstretch.core.language import _
from deskstretch.core.own_routines import (
    read_routine,
    routine_id_of,
    routine_key,
    routine_table,
)
from deskstretch.core.routine import Routine
from deskstretch.core.settings_check import unknown_words
from deskstretch.store.folders import make_private_folder
from deskstretch.store.one_writer import one_writer
from deskstretch.store.routine_edit import with_routine
from deskstretch.store.settings_file import SettingsFault, SettingsFileError, parse, read_text
from deskstretch.store.whole_file import write_whole

_COMMENT_COLUMNS = 96
_NOT_DAILY = "trial"
_MOST_ATTEMPTS = 3
_ROUTINE_EXAMPLE = """\
[routines.after-lunch]
name = "After lunch"
stretches = ["chair-hamstring", { exercise = "seated-figure-four", hold_seconds = 20 }]
"""


def set_value(path: Path, key: str, value: object) -> None:
    """Set `key` in the file, keeping its comments and order; make the file if it is missing.

    The key of a routine takes a `Routine`, its table, or None to take it out.
    SettingsFileError, with the file as it was, if key or value are not fit or the file is broken;
    OSError if it cannot be written.
    """
    routine_id = routine_id_of(key)
    if routine_id is not None:
        _set_routine(path, routine_id, value)
        return
    declaration = declaration_of(key)
    if declaration is None:
        fault = SettingsFault(path, unknown_words(key), _("the keys of `settings list`"), key=key)
        raise SettingsFileError(fault)
    try:
        fit = checked(declaration, value)
    except ValueError as error:
        fault = SettingsFault(path, str(error), declaration.allowed, key=key)
        raise SettingsFileError(fault) from None
    group, name = declaration.group, declaration.name
    _change(path, key, lambda text: _with_value(text, group, name, fit))


def _set_routine(path: Path, routine_id: str, value: object) -> None:
    routine = None if value is None else _fit_routine(path, routine_id, value)
    key = routine_key(routine_id)
    _change(path, key, lambda text: with_routine(text, routine_id, routine))


def _change(path: Path, key: str, changed: Callable[[str], str]) -> None:
    """Write the file with its text changed, which sets `key`, while nobody else of ours writes.

    An editor asks for no lock: what it saved in between is changed instead.
    """
    target, group = _target(path), key.partition(".")[0]
    with one_writer(target.parent):
        for _attempt in range(_MOST_ATTEMPTS):
            text = _sound_text(path, group)
            new = changed(text)
            if _sound_text(path, group) == text:
                break
        write_whole(target, [_encoded(path, key, new)])


def _encoded(path: Path, key: str, text: str) -> bytes:
    """A terminal may give a command bytes that are no text; SettingsFileError for those."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        fault = SettingsFault(path, _("is not UTF-8"), _("a text in UTF-8"), key)
        raise SettingsFileError(fault) from None


def _fit_routine(path: Path, routine_id: str, value: object) -> Routine:
    table = routine_table(value) if isinstance(value, Routine) else value
    routine = read_routine(routine_id, table)
    if isinstance(routine, SettingFault):
        raise SettingsFileError(SettingsFault(path, routine.wrong, routine.allowed, routine.key))
    return routine


def _sound_text(path: Path, group: str) -> str:
    """What the file says, or a first file would; the group can be written into."""
    try:
        text = read_text(path)
    except FileNotFoundError:
        text = text_of_defaults()
    if not isinstance(parse(path, text).get(group, {}), dict):
        raise SettingsFileError(SettingsFault(path, _("is not a table"), f"[{group}]", group))
    return text


def make_file(path: Path) -> None:
    """Make a first file if there is none. OSError if it cannot be written."""
    target = _target(path)
    with one_writer(target.parent):
        if not path.exists():
            write_whole(target, [text_of_defaults().encode()])


def text_of_defaults() -> str:
    """A first file: every setting for daily use with its help and default, all commented out.

    What stays commented follows the defaults of later versions.
    """
    parts = [_comment(_("DeskStretch settings. Take the # from a line to change it."))]
    for group, help_text in group_helps().items():
        if group == _NOT_DAILY:
            continue
        parts.append("\n" + "".join(_comment(line) for line in help_text.strip().splitlines()))
        parts.append(f"[{group}]\n")
        said = ""
        for declaration in declarations():
            if declaration.group == group:
                allowed = _("Allowed: {allowed}.").format(allowed=declaration.allowed)
                about = f"{declaration.help} {allowed}".strip()
                if about != said:
                    parts += [_comment(line) for line in wrap(about, _COMMENT_COLUMNS)]
                parts.append(_comment(f"{declaration.name} = {shown(declaration.default)}"))
                said = about
    help_text = _(
        "Your own routines, a table for each. "
        "`deskstretch exercises` lists the ids of the stretches."
    )
    parts.append("\n" + "".join(_comment(line) for line in wrap(help_text, _COMMENT_COLUMNS)))
    parts += [_comment(line) for line in _ROUTINE_EXAMPLE.splitlines()]
    return "".join(parts)


def _comment(line: str) -> str:
    return f"# {line}".rstrip() + "\n"


def _with_value(text: str, group: str, name: str, value: object) -> str:
    import tomlkit  # most days nothing is written

    plain: Any = list(value) if isinstance(value, tuple) else value
    uncommented = _uncommented(text, group, name, tomlkit.item(plain).as_string())
    if uncommented is not None and _stands_in(uncommented, group, name, plain):
        return uncommented
    document = tomlkit.parse(text)
    if group not in document:
        document[group] = tomlkit.table()
    table: Any = document[group]
    table[name] = plain
    return tomlkit.dumps(document)


def _uncommented(text: str, group: str, name: str, value: str) -> str | None:
    """The text with the commented-out line of that key in its table made live; None if none is."""
    table = rf"^\[{group}\][^\n]*\n(?:(?!\[)[^\n]*\n)*?"
    found = re.search(rf"({table})# ?{name} *=[^\r\n]*", text, re.MULTILINE)
    if found is None:
        return None
    return f"{text[: found.end(1)]}{name} = {value}{text[found.end() :]}"


def _stands_in(text: str, group: str, name: str, value: object) -> bool:
    try:
        return bool(tomllib.loads(text)[group][name] == value)
    except (ValueError, KeyError, TypeError):
        return False  # there was a live line too, or the comment stood inside a text


def _target(path: Path) -> Path:
    """The file itself, in a folder that is there: a link to one kept elsewhere stays a link."""
    target = path.resolve()
    make_private_folder(target.parent)
    return target
