"""The command line's way in: quick for what is asked all day, through argparse for the rest."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130  # what a shell gives for a program that Ctrl-C ended


def main() -> int:
    """Do what the program's arguments say; gives the exit code."""
    try:
        if sys.stdout is None:  # a Windows program without a console
            return _run(sys.argv[1:])
        # A name of a file need not be text, nor every terminal know all letters.
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            return _run(sys.argv[1:])
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python's own last flush then must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(words: Sequence[str]) -> int:
    match words:
        case []:
            from deskstretch.commands import tray

            return tray.run()
        case ["status"] | ["status", "--json"]:
            # Panels and scripts ask this all day: argparse would double what it costs.
            from deskstretch.commands import status

            return status.tell(as_json="--json" in words)
        case ["window", "break" | "week" | "stretches" | "settings" as kind]:
            from deskstretch.commands import window

            return window.run(kind)
        case _:
            from deskstretch.commands import parser

            return parser.run(words)
