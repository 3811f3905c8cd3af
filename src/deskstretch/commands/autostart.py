"""`deskstretch autostart`: whether it starts with the computer, and changing that."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from deskstretch.core.language import _

if TYPE_CHECKING:
    from deskstretch.desktop.autostart.port import AutostartState


def add_parser(subparsers: Any) -> None:
    """Add `autostart` with its actions."""
    parser = subparsers.add_parser("autostart", help=_("whether it starts with the computer"))
    actions = parser.add_subparsers(
        dest="action", metavar=_("ACTION"), title=_("actions"), required=True
    )
    actions.add_parser("on", help=_("start it at every login"))
    actions.add_parser("off", help=_("do not start it at login"))
    status = actions.add_parser("status", help=_("what the desktop will do at the next login"))
    status.add_argument("--json", action="store_true", help=_("as one line of JSON"))


def run(arguments: Namespace) -> int:
    """Do it and print how it then stands; 1 if it could not be done."""
    from deskstretch.desktop.autostart.choose import choose_autostart

    autostart = choose_autostart()
    try:
        match arguments.action:
            case "on":
                autostart.turn_on()
            case "off":
                autostart.turn_off()
        state = autostart.state()
    except OSError as error:
        place = error.filename or _("Autostart")
        print(f"{place}: {error.strerror or error}", file=sys.stderr)
        return 1
    if getattr(arguments, "json", False):
        import msgspec

        print(msgspec.json.encode(state).decode())
    else:
        print(*_lines(state), sep="\n")
    return 0 if arguments.action == "status" or state.on == (arguments.action == "on") else 1


def _lines(state: AutostartState) -> list[str]:
    lines = [_("On: DeskStretch starts when you log in.") if state.on else _("Off.")]
    if state.note:
        lines.append(state.note)
    if state.command is not None:
        lines.append(_("Starts: {command}").format(command=state.command))
    lines.append(_("Kept in: {place}").format(place=state.place))
    return lines
