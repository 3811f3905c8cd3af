"""`deskstretch settings`: where the settings are, what they say, and setting one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deskstretch.core.declaration import Declaration
    from deskstretch.core.settings import Settings


def add_parser(subparsers: Any) -> None:
    """Add `settings` with its actions."""
    parser = subparsers.add_parser("settings", help="what the settings say, and setting one")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    actions.add_parser("path", help="the file that they are in")
    list_all = actions.add_parser("list", help="every setting and its value")
    list_all.add_argument(
        "--json", action="store_true", help="as JSON, with defaults, help and what is allowed"
    )
    get = actions.add_parser("get", help="the value of one setting")
    get.add_argument("key", metavar="KEY", help="like breaks.interval_minutes")
    set_one = actions.add_parser("set", help="change one setting in the file")
    set_one.add_argument("key", metavar="KEY", help="like breaks.interval_minutes")
    set_one.add_argument("value", metavar="VALUE", help='like 50, dark or ["one", "two"]')


def run(arguments: Namespace) -> int:
    """Print or do what was asked for."""
    match arguments.action:
        case "path":
            return _path()
        case "list":
            return _list(arguments.json)
        case "get":
            return _get(arguments.key)
        case _:
            return _set(arguments.key, arguments.value)


def _path() -> int:
    from deskstretch.store.folders import find_folders

    print(find_folders().settings_file)
    return 0


def _list(as_json: bool) -> int:
    from deskstretch.core.declaration import declarations

    settings = _settings()
    routines = _routines(settings)
    if as_json:
        told = {one.key: _told(one, settings) for one in declarations()}
        told |= {key: {"value": table} for key, table in routines.items()}
        print(json.dumps(told, indent=2))
    else:
        for one in declarations():
            print(f"{one.key} = {_as_toml(_value(one, settings))}")
        for key, table in routines.items():
            print(f"{key} = {_as_toml(table)}")
    return 0


def _get(key: str) -> int:
    from deskstretch.core.declaration import declaration_of
    from deskstretch.core.settings_check import unknown_words

    declaration = declaration_of(key)
    if declaration is None:
        routines = _routines(_settings())
        if key in routines:
            print(_as_toml(routines[key]))
            return 0
        allowed = "the keys of `deskstretch settings list`"
        print(f"{key}: {unknown_words(key)}; allowed: {allowed}", file=sys.stderr)
        return 2
    value = _value(declaration, _settings())
    print(value if isinstance(value, str) else _as_toml(value))
    return 0


def _set(key: str, text: str) -> int:
    from deskstretch.store.folders import find_folders
    from deskstretch.store.settings_edit import set_value
    from deskstretch.store.settings_file import SettingsFileError

    file = find_folders().settings_file
    value = _typed_value(text)
    faults = _misnamed(key, value)
    if faults:
        print(*faults, sep="\n", file=sys.stderr)
        return 2
    try:
        set_value(file, key, value)
    except SettingsFileError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{file} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _settings() -> Settings:
    """The settings in force; what is wrong in their file is told on the side."""
    from deskstretch.store.folders import find_folders
    from deskstretch.store.offer import routine_faults
    from deskstretch.store.settings_file import load

    folders = find_folders()
    loaded = load(folders.settings_file)
    for fault in (*loaded.faults, *routine_faults(folders, loaded.settings)):
        print(fault.words, file=sys.stderr)
    return loaded.settings


def _routines(settings: Settings) -> dict[str, dict[str, Any]]:
    """The tables of the person's own routines, by key."""
    from deskstretch.core.own_routines import routine_key, routine_table

    return {routine_key(routine.id): routine_table(routine) for routine in settings.routines}


def _misnamed(key: str, value: object) -> list[str]:
    """What is wrong with the stretches or the routine that a value names."""
    from deskstretch.core.own_routines import faults_of_change, goes_by_catalogue
    from deskstretch.store.folders import find_folders
    from deskstretch.store.offer import load_offer
    from deskstretch.store.settings_file import load

    if not goes_by_catalogue(key):
        return []
    folders = find_folders()
    settings = load(folders.settings_file).settings
    faults = faults_of_change(load_offer(folders, settings).catalogue, key, value)
    return [f"{fault.key}: {fault.wrong}; allowed: {fault.allowed}" for fault in faults]


def _value(declaration: Declaration, settings: Settings) -> Any:
    return getattr(getattr(settings, declaration.group), declaration.name)


def _told(declaration: Declaration, settings: Settings) -> dict[str, Any]:
    return {
        "value": _value(declaration, settings),
        "default": declaration.default,
        "help": declaration.help,
        "allowed": declaration.allowed,
    }


def _as_toml(value: object) -> str:
    """The value as it stands in the file; texts and numbers are written as in JSON."""
    match value:
        case dict():
            pairs = (f"{name} = {_as_toml(each)}" for name, each in value.items())
            return f"{{ {', '.join(pairs)} }}"
        case list() | tuple():
            return f"[{', '.join(map(_as_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _typed_value(text: str) -> object:
    """What was typed, as TOML if it is that, else as a text: quotes need not be typed."""
    import tomllib

    try:
        typed = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return typed["value"] if len(typed) == 1 else text
