"""Reads a command with its arguments and hands it to its module, the only one that is loaded."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from deskstretch import __version__
from deskstretch.commands.argparse_words import speak_for_argparse
from deskstretch.core.language import _

_MODULES = {
    "break": "control",
    "start": "control",
    "snooze": "control",
    "skip": "control",
    "pause": "control",
    "resume": "control",
    "show": "control",
    "welcome": "control",
    "quit": "control",
    "status": "status",
    "report": "report",
    "history": "history",
    "exercises": "exercises",
    "settings": "settings",
    "autostart": "autostart",
    "doctor": "doctor",
    "demo": "demo",
}
"""Which module has which command, in the order of --help."""


class _Parser(ArgumentParser):
    def __init__(self, **options: Any) -> None:
        # A shortened option would mean something else as soon as there is one more.
        super().__init__(allow_abbrev=False, **options)


def run(words: Sequence[str]) -> int:
    """Do what `words` say; gives the exit code. SystemExit after --help and for wrong usage."""
    named = _MODULES.get(words[0])
    _speak_for(named)
    speak_for_argparse()
    parser = _parser_of([named] if named else _MODULES.values())
    arguments = parser.parse_args(words)
    code: int = _module(_MODULES[arguments.command]).run(arguments)
    return code


def _speak_for(named: str | None) -> None:
    if named == "control":
        # An order is a matter of milliseconds: for its few words the settings are not read.
        from deskstretch.wiring.speaking import speak_as_the_desktop

        speak_as_the_desktop()
    else:
        from deskstretch.commands.spoken import speak_as_the_settings_say

        speak_as_the_settings_say()


def whole_parser() -> ArgumentParser:
    """The parser with every command, for what is written about them."""
    return _parser_of(_MODULES.values())


def _parser_of(modules: Iterable[str]) -> ArgumentParser:
    parser = _Parser(
        prog="deskstretch",
        description=_("Asks for a stretch at a good moment, guides it and keeps an honest week."),
        epilog=_(
            "Without a command the tray app starts. Exit codes: 0 done, 1 could not, "
            "2 wrong usage or bad input."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"deskstretch {__version__}",
        help=_("show program's version number and exit"),
    )
    subparsers = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), title=_("commands"), required=True
    )
    for name in dict.fromkeys(modules):
        _module(name).add_parser(subparsers)
    return parser


def _module(name: str) -> Any:
    return import_module(f"deskstretch.commands.{name}")
