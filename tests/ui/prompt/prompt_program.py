"""The prompt alone, obeying lines from a named pipe and noting in a file what it reports.

Run as a program of its own: `prompt_program.py PIPE FILE`. Orders: show, fold, hide, focus. After
each it notes "done" and the order.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from deskstretch.core.prompt import PromptContent
from deskstretch.ui.prompt.prompt import Prompt
from deskstretch.ui.theme import LIGHT

CONTENT = PromptContent(
    stretch_name="Seated figure-four",
    place="at your desk",
    length="1 min",
    reason="Sitting for 48 min; hips last stretched yesterday.",
    short_seconds=60,
    long_seconds=180,
)


class Obedience:
    """Does what the pipe says and tells what happened."""

    def __init__(self, pipe: str) -> None:
        self._prompt = Prompt(LIGHT)
        self._prompt.start_chosen.connect(lambda length: tell(f"start {length}"))
        self._prompt.snooze_chosen.connect(lambda minutes: tell(f"snooze {minutes}"))
        self._prompt.skip_chosen.connect(lambda: tell("skip"))
        self._prompt.put_aside.connect(self._prompt.fold)
        self._prompt.prompt_opened.connect(lambda: tell("opened"))
        # Open for writing too, so that it never reaches its end.
        self._pipe = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        for order in os.read(self._pipe, 4096).decode().split():
            self._obey(order)
            tell(f"done {order}")

    def _obey(self, order: str) -> None:
        match order:
            case "show":
                self._prompt.show(CONTENT)
            case "fold":
                self._prompt.fold()
            case "hide":
                self._prompt.hide()
            case "focus":
                self._prompt.focus()
            case _:
                raise ValueError(order)


def tell(line: str) -> None:
    with Path(sys.argv[2]).open("a") as said:
        said.write(f"{line}\n")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    obedience = Obedience(sys.argv[1])
    tell("ready")
    sys.exit(app.exec())
