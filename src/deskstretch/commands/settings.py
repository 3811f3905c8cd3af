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
    if as_json:
        told = {one.key: _told(one, settings) for one in declarations()}
        print(json.dumps(told, indent=2))
    else:
        for one in declarations():
            print(f"{one.key} = {_as_toml(_value(one, settings))}")
    return 0


def _get(key: str) -> int:
    from deskstretch.core.declaration import declaration_of, unknown_words

    declaration = declaration_of(key)
    if declaration is None:
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
    try:
        set_value(file, key, _typed_value(text))
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
    from deskstretch.store.settings_file import load

    loaded = load(find_folders().settings_file)
    for fault in loaded.faults:
        print(fault.words, file=sys.stderr)
    return loaded.settings


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
    """The value as it stands in the file; texts, numbers and lists are written alike in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _typed_value(text: str) -> object:
    """What was typed, as TOML if it is that, else as a text: quotes need not be typed."""
    import tomllib

    try:
        typed = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return typed["value"] if len(typed) == 1 else text
