"""`deskstretch break`, `snooze`, `pause` and the others that tell the running app what to do."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from deskstretch.commands.times import length_seconds, next_at, time_of_day
from deskstretch.core.answer_limits import LONGEST_SNOOZE_MINUTES
from deskstretch.core.language import _
from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask

_T = TypeVar("_T")

_CHANGES_WHAT_COMES_NEXT = {"snooze", "skip", "pause", "resume"}


def add_parser(subparsers: Any) -> None:
    """Add everything that a running app can be told."""
    start_now = subparsers.add_parser("break", help=_("take a break now"))
    what = start_now.add_mutually_exclusive_group()
    what.add_argument("--routine", metavar=_("ID"), help=_("with this routine"))
    what.add_argument(
        "--exercise",
        metavar=_("ID"),
        action="append",
        default=[],
        help=_("with this stretch; may be given several times"),
    )
    subparsers.add_parser("start", help=_("start the break that is due"))
    snooze = subparsers.add_parser("snooze", help=_("ask again a little later"))
    snooze.add_argument(
        "minutes",
        metavar=_("MIN"),
        nargs="?",
        type=_type(_minutes),
        help=_("how many minutes later; otherwise as the settings say"),
    )
    subparsers.add_parser("skip", help=_("leave out the break that is due"))
    pause = subparsers.add_parser("pause", help=_("do not ask for a while"))
    how_long = pause.add_mutually_exclusive_group()
    how_long.add_argument(
        "length",
        metavar=_("LENGTH"),
        nargs="?",
        type=_type(length_seconds),
        help=_("like 45m, 1h or 1h30m; otherwise 1h"),
    )
    how_long.add_argument(
        "--until", metavar=_("HH:MM"), type=_type(time_of_day), help=_("until the clock shows this")
    )
    subparsers.add_parser("resume", help=_("end a pause"))
    subparsers.add_parser("show", help=_("bring up the window that shows how things stand"))
    subparsers.add_parser("welcome", help=_("bring up what was shown at the first start"))
    subparsers.add_parser("quit", help=_("end the app"))


def run(arguments: Namespace) -> int:
    """Tell the app, and print what comes next where that changes it."""
    try:
        answer = ask(arguments.command, _arguments(arguments))
        if not answer["ok"]:
            print(answer.get("message"), file=sys.stderr)
            return 2 if answer.get("bad_input") else 1
        if arguments.command in _CHANGES_WHAT_COMES_NEXT:
            print(_what_comes_next())
    except (NotRunningError, UntrustedError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _what_comes_next() -> str:
    match ask("status", {}):
        case {"summary": [str(headline), *_]}:
            return headline
    raise UntrustedError(_("DeskStretch gave an answer that makes no sense"))


def _arguments(arguments: Namespace) -> dict[str, object]:
    """What goes to the app with the verb."""
    match arguments.command:
        case "break":
            return {"routine": arguments.routine, "exercises": arguments.exercise}
        case "snooze" if arguments.minutes is not None:
            return {"minutes": arguments.minutes}
        case "pause" if arguments.until is not None:
            return {"until": next_at(arguments.until, datetime.now(UTC)).isoformat()}
        case "pause" if arguments.length is not None:
            return {"seconds": arguments.length}
        case _:
            return {}


def _minutes(text: str) -> int:
    minutes = int(text) if text.isdecimal() and len(text) < 5 else 0
    if not 0 < minutes <= LONGEST_SNOOZE_MINUTES:
        raise ValueError(
            _("{text} is no number of minutes; allowed: {least} to {most}").format(
                text=repr(text), least=1, most=LONGEST_SNOOZE_MINUTES
            )
        )
    return minutes


def _type(parse: Callable[[str], _T]) -> Callable[[str], _T]:
    """`parse` for argparse, which passes on the words of no error but its own."""
    return partial(_parsed, parse)


def _parsed(parse: Callable[[str], _T], text: str) -> _T:
    try:
        return parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
