"""`deskstretch settings`: where the settings are, what they say, and setting one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from deskstretch.core.language import _, pgettext

if TYPE_CHECKING:
    from deskstretch.core.declaration import Declaration
    from deskstretch.core.settings import Settings
    from deskstretch.store.settings_in_force import SettingsInForce


def add_parser(subparsers: Any) -> None:
    """Add `settings` with its actions."""
    parser = subparsers.add_parser("settings", help=_("what the settings say, and setting one"))
    actions = parser.add_subparsers(
        dest="action", metavar=_("ACTION"), title=_("actions"), required=True
    )
    actions.add_parser("path", help=_("the file that they are in"))
    list_all = actions.add_parser("list", help=_("every setting, its value and where that is from"))
    list_all.add_argument(
        "--json", action="store_true", help=_("as JSON, with defaults, help and what is allowed")
    )
    get = actions.add_parser("get", help=_("the value of one setting"))
    get.add_argument("key", metavar=_("KEY"), help=_("like breaks.interval_minutes"))
    set_one = actions.add_parser("set", help=_("change one setting in the file"))
    set_one.add_argument("key", metavar=_("KEY"), help=_("like breaks.interval_minutes"))
    set_one.add_argument("value", metavar=_("VALUE"), help=_('like 50, dark or ["one", "two"]'))


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

    loaded = _in_force()
    routines = _routines(loaded.settings)
    if as_json:
        told = {one.key: _told(one, loaded) for one in declarations()}
        told |= {key: {"value": table, "source": "own"} for key, table in routines.items()}
        print(json.dumps(told, indent=2))
    else:
        for one in declarations():
            value = _as_toml(_value(one, loaded.settings))
            print(f"{one.key} = {value}  # {_source_words(one.key, loaded)}")
        own = _("your file")
        for key, table in routines.items():
            print(f"{key} = {_as_toml(table)}  # {own}")
    return 0


def _get(key: str) -> int:
    from deskstretch.core.declaration import declaration_of
    from deskstretch.core.settings_check import unknown_words

    declaration = declaration_of(key)
    if declaration is None:
        routines = _routines(_in_force().settings)
        if key in routines:
            print(_as_toml(routines[key]))
            return 0
        allowed = _("the keys of `deskstretch settings list`")
        print(_fault_words(key, unknown_words(key), allowed), file=sys.stderr)
        return 2
    value = _value(declaration, _in_force().settings)
    print(value if isinstance(value, str) else _as_toml(value))
    return 0


def _set(key: str, text: str) -> int:
    from deskstretch.store.folders import find_folders
    from deskstretch.store.managed_file import load_managed
    from deskstretch.store.settings_edit import set_value
    from deskstretch.store.settings_file import SettingsFileError

    folders = find_folders()
    file = folders.settings_file
    value = _typed_value(text)
    faults = _misnamed(key, value)
    if faults:
        print(*faults, sep="\n", file=sys.stderr)
        return 2
    try:
        load_managed(folders.managed_files).refuse_locked(key)
        set_value(file, key, value)
    except SettingsFileError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        words = _("{file} cannot be written: {why}").format(file=file, why=error.strerror)
        print(words, file=sys.stderr)
        return 1
    return 0


def _in_force() -> SettingsInForce:
    """The settings in force; what is wrong in their files is told on the side."""
    from deskstretch.store.folders import find_folders
    from deskstretch.store.offer import routine_faults
    from deskstretch.store.settings_in_force import load_in_force

    folders = find_folders()
    loaded = load_in_force(folders.settings_file, folders.managed_files)
    for fault in (*loaded.faults, *routine_faults(folders, loaded.settings)):
        print(fault.words, file=sys.stderr)
    return loaded


def _source_words(key: str, loaded: SettingsInForce) -> str:
    managed = loaded.managed.managed
    who = managed.set_by or loaded.managed.file
    match loaded.source_of(key):
        case "default":
            return pgettext("where a value is from", "default")
        case "own":
            return _("your file")
        case "managed default":
            return _("default set by {name}").format(name=who)
        case "locked":
            return _("locked by {name}").format(name=who)


def _routines(settings: Settings) -> dict[str, dict[str, Any]]:
    """The tables of the person's own routines, by key."""
    from deskstretch.core.own_routines import routine_key, routine_table

    return {routine_key(routine.id): routine_table(routine) for routine in settings.routines}


def _misnamed(key: str, value: object) -> list[str]:
    """What is wrong with the stretches or the routine that a value names."""
    from deskstretch.core.own_routines import faults_of_change, goes_by_catalogue
    from deskstretch.store.folders import find_folders
    from deskstretch.store.offer import load_offer
    from deskstretch.store.settings_in_force import load_in_force

    if not goes_by_catalogue(key):
        return []
    folders = find_folders()
    settings = load_in_force(folders.settings_file, folders.managed_files).settings
    faults = faults_of_change(load_offer(folders, settings).catalogue, key, value)
    return [_fault_words(fault.key, fault.wrong, fault.allowed) for fault in faults]


def _fault_words(key: str, wrong: str, allowed: str) -> str:
    return _("{fault}; allowed: {allowed}").format(fault=f"{key}: {wrong}", allowed=allowed)


def _value(declaration: Declaration, settings: Settings) -> Any:
    return getattr(getattr(settings, declaration.group), declaration.name)


def _told(declaration: Declaration, loaded: SettingsInForce) -> dict[str, Any]:
    source = loaded.source_of(declaration.key)
    told = {
        "value": _value(declaration, loaded.settings),
        "default": _value(declaration, loaded.managed.managed.base),
        "help": declaration.help,
        "allowed": declaration.allowed,
        "source": source,
    }
    if source in ("locked", "managed default"):
        told |= {"set_by": loaded.managed.managed.set_by, "set_in": str(loaded.managed.file)}
    if source == "locked" and declaration.key in loaded.own.keys:
        told["own_value"] = _value(declaration, loaded.own.settings)
    return told


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
