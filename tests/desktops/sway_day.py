"""The real app at work in sway."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sway_desktop import SwayDesktop
from tests.desktop.notifications.services import NotificationService
from tests.e2e.workday import SHORT_ROUTINE
from virtual_desktop import Program, wait_until

APP = Path(sys.executable).with_name("deskstretch")
PROMPT, PILL, GUIDE = "Time to stretch", "Stretch waiting", "Stretch"
TRIAL = {"interval_seconds": 3, "tolerance_seconds": 2, "hold_seconds": 2, "idle_seconds": 600}


class Window(NamedTuple):
    title: str
    fills_screen: bool
    size: tuple[int, int]
    screen: str


class Day:
    """From the start of the app on; a break is due soon."""

    def __init__(self, home: Path, desktop: SwayDesktop, settings: str = "") -> None:
        self._desktop = desktop
        self._history = home / "history.sqlite3"
        self._socket = next(desktop.folder.glob("sway/sway-ipc.*"))
        home.mkdir()
        trial = "\n".join(f"{name} = {value}" for name, value in TRIAL.items())
        routine = SHORT_ROUTINE.format(stretch="seated-posture-check")
        (home / "settings.toml").write_text(f"{settings}\n{routine}\n[trial]\n{trial}\n")
        self.app: Program = desktop.start(APP, log="app", env={"DESKSTRETCH_HOME": str(home)})

    def tell_sway(self, *words: str) -> Any:
        command = ("swaymsg", "-r", "-s", str(self._socket), *words)
        return json.loads(subprocess.check_output(command, env=self._desktop.env))

    def windows(self) -> list[Window]:
        """All that are open, by their title without the app's name."""
        return [*_windows_in(self.tell_sway("-t", "get_tree"))]

    def find_window(self, title: str) -> Window:
        def found() -> list[Window]:
            return [window for window in self.windows() if window.title == title]

        return wait_until(found, f"a window {title!r}")[0]

    def wait_for_outcome(self) -> str:
        return wait_until(self._outcome, "the outcome", 90)

    def _outcome(self) -> str | None:
        uri = f"{self._history.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            row = connection.execute("SELECT outcome FROM break").fetchone()
        return row[0] if row is not None else None


def _windows_in(node: dict[str, Any], screen: str = "") -> Iterator[Window]:
    if node["type"] == "output":
        screen = node["name"]
    if node.get("pid") is not None:
        size = node["rect"]["width"], node["rect"]["height"]
        title = (node["name"] or "").partition(" — ")[0]
        yield Window(title, node["fullscreen_mode"] != 0, size, screen)
    for child in (*node["nodes"], *node["floating_nodes"]):
        yield from _windows_in(child, screen)


class Address(NamedTuple):
    address: str


def serve(sway: SwayDesktop, *capabilities: str) -> NotificationService:
    return NotificationService(Address(sway.env["DBUS_SESSION_BUS_ADDRESS"]), *capabilities)
