"""`deskstretch doctor`: what the app finds on this computer, fit for a bug report."""

from __future__ import annotations

import logging
from argparse import Namespace
from typing import Any

from deskstretch.commands.screen import has_screen
from deskstretch.core.language import _


def add_parser(subparsers: Any) -> None:
    """Add `doctor`."""
    parser = subparsers.add_parser("doctor", help=_("what works on this desktop, and why not"))
    parser.add_argument("--json", action="store_true", help=_("as one line of JSON"))


def run(arguments: Namespace) -> int:
    """Look and print it; whatever is found, that is no failure."""
    # What does not serve is in the answer; the log's lines would tell more of the person.
    logging.getLogger().addHandler(logging.NullHandler())
    from deskstretch.wiring.diagnosis.diagnose import diagnose

    diagnosis = diagnose(has_screen())
    if arguments.json:
        import msgspec

        print(msgspec.json.encode(diagnosis).decode())
    else:
        from deskstretch.core.diagnosis import diagnosis_lines

        print(*diagnosis_lines(diagnosis), sep="\n")
    return 0
