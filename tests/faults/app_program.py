"""The whole app with one thing wrong in its world.

app_program.py slot_fails            an error that nobody foresaw, while it begins
app_program.py clock_set YEAR...     from each guide on, the wall clock stands in the next year
app_program.py watched REPORT        writes what Python's sockets are used for, but local ones
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from deskstretch import program
from deskstretch.app import App
from deskstretch.core.moment import Moment
from deskstretch.desktop.clock import read_moment
from deskstretch.ui.guide.runner import GuideRunner


class FailingApp(App):
    """Fails in a slot, and again later."""

    def begin(self) -> None:
        """As ever, and then the failures."""
        super().begin()
        QTimer.singleShot(0, self, self._fail)
        QTimer.singleShot(300, self, self._fail)

    def _fail(self) -> None:
        raise RuntimeError("nobody foresaw this")


class SetClock:
    """Tells the true moment until a guide begins, then other years; time passes as ever."""

    def __init__(self, years: Sequence[int]) -> None:
        to_come = iter(years)
        self._year: int | None = None
        begin = GuideRunner.start

        def set_and_begin(runner: GuideRunner) -> None:
            begin(runner)
            self._year = next(to_come)

        GuideRunner.start = set_and_begin  # type: ignore[assignment,method-assign]

    def __call__(self) -> Moment:
        now = read_moment()
        if self._year is None:
            return now
        return Moment(now.wall.replace(year=self._year, month=1, day=1), now.monotonic_seconds)


def report_sockets(report: str) -> None:
    """Write down each use of a socket that may reach beyond this machine."""
    written = os.open(report, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.write(written, b"watching\n")

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if not event.startswith("socket."):
            return
        if event == "socket.__new__" and arguments[1] == socket.AF_UNIX:
            return
        if event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], str | bytes):
            return
        os.write(written, f"{event} {arguments[1:]}\n".encode())

    sys.addaudithook(hear)


def main(*words: str) -> int:
    match words:
        case ["slot_fails"]:
            vars(program)["App"] = FailingApp
        case ["clock_set", *years]:
            vars(program)["App"] = partial(App, clock=SetClock([*map(int, years)]))
        case ["watched", report]:
            report_sockets(report)
        case _:
            raise ValueError(words)
    return program.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
