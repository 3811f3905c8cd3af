"""The command line as a person runs it: a process of its own, and an app for it to talk to."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import msgspec
from pytestqt.qtbot import QtBot

from deskstretch.core.planner.events import Event
from deskstretch.core.planner.status import StateName, Status
from deskstretch.desktop.shortcuts.source import Binding

WORKING = Status(
    state=StateName.WORKING,
    sitting_seconds=1980.0,
    ring=0.7,
    next_prompt_at=None,
    due_since=None,
    held_back_by=(),
    snoozes_left=2,
    paused_until=None,
)


def deskstretch(*words: str) -> subprocess.CompletedProcess[str]:
    """Run `deskstretch` to its end."""
    command = [sys.executable, "-m", "deskstretch", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


class StandInApp:
    """What a running app is to the command line; notes all that it is told."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._status = WORKING
        self.source: str | None = "X11 idle counter"
        self.troubles: tuple[str, ...] = ()
        self.told: list[Event] = []
        self.done: list[object] = []

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `deskstretch` to its end while this app answers."""
        ended: list[subprocess.CompletedProcess[str]] = []
        running = threading.Thread(target=lambda: ended.append(deskstretch(*words)))
        running.start()
        self._qtbot.waitUntil(lambda: not running.is_alive(), timeout=30_000)
        return ended[0]

    def change(self, **status: Any) -> None:
        """From now on things stand like this."""
        self._status = msgspec.structs.replace(self._status, **status)

    def tell(self, event: Event) -> None:
        self.told.append(event)

    def status(self) -> Status:
        return self._status

    def summary(self) -> tuple[str, ...]:
        return ("Next stretch in 12 min", "Sitting for 33 min")

    def trouble(self) -> tuple[str, ...]:
        return self.troubles

    def shortcuts(self) -> tuple[Binding, ...]:
        return (Binding("start", "Ctrl+Alt+B"),)

    def idle_source(self) -> str | None:
        return self.source

    def take_break(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        if "nope" in (routine_id, *exercise_ids):
            raise KeyError("nope")
        self.done.append((routine_id, exercise_ids))

    def show_status_window(self) -> None:
        self.done.append("show")

    def show_welcome(self) -> None:
        self.done.append("welcome")

    def quit(self) -> None:
        self.done.append("quit")
