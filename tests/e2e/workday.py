"""A person at a virtual desktop and the real app beside their work, the day's times shortened."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from deskstretch.ui.prompt.click_guard import QUIET_MS
from virtual_desktop import Area, Program, VirtualDesktop, wait_until

T = TypeVar("T")

APP = Path(sys.executable).with_name("deskstretch")
PROMPT, PILL, GUIDE = "^Time to stretch$", "^Stretch waiting$", "^Stretch$"

# Where the prompt's answers are, as shares of its width and height.
START, SNOOZE, SKIP = (0.6, 0.62), (0.52, 0.86), (0.8, 0.86)

TRIAL: Mapping[str, float] = {
    "interval_seconds": 4,
    "tolerance_seconds": 60,
    "lull_seconds": 1,
    "hold_seconds": 2,
}
"""Due soon, then asked only in a lull."""


SHORT_ROUTINE = """\
[breaks]
short_routine = "one-stretch"

[routines.one-stretch]
name = "One stretch"
stretches = ["{stretch}"]
"""


class Workday:
    """What the person does, what they see, and what is kept of it."""

    def __init__(
        self,
        desktop: VirtualDesktop,
        home: Path,
        settings: str = "",
        *,
        stretch: str = "seated-posture-check",
        **trial: float,
    ) -> None:
        """A short break is one `stretch`: the first has no sides, so that a break is soon over."""
        self.desktop = desktop
        self.home = home
        self._history = home / "history.sqlite3"
        lines = [f"{name} = {value}" for name, value in {**TRIAL, **trial}.items()]
        home.mkdir(parents=True, exist_ok=True)
        routine = SHORT_ROUTINE.format(stretch=stretch)
        (home / "settings.toml").write_text("\n".join([settings, routine, "[trial]", *lines, ""]))
        self.app = self.start_app()

    # The app

    def start_app(self) -> Program:
        """Start it and wait until it is in the tray."""
        app = self.desktop.start(APP, log="app")
        self.desktop.find_tray_icon()
        return app

    def kill_app(self) -> None:
        """kill -9, in the midst of whatever it does."""
        os.kill(self.app.pid, signal.SIGKILL)
        self.app.wait()
        wait_until(lambda: not self.desktop.tray_icons(), "the tray to lose the icon")

    def command(self, *words: str) -> str:
        """What a command of the command line prints."""
        done = subprocess.run(
            (str(APP), *words), env=self.desktop.env, capture_output=True, text=True, check=True
        )
        return done.stdout

    def status(self) -> dict[str, Any]:
        """`deskstretch status --json`."""
        answer: dict[str, Any] = json.loads(self.command("status", "--json"))
        return answer

    # What the person does

    def type_until_due(self) -> None:
        """Work without a pause until a break is due; nothing may be asked meanwhile."""
        self.type_until(lambda: self.breaks() != [], "a break to become due")
        assert self.prompts() == []

    def type_until(self, condition: Callable[[], T], what: str) -> T:
        """Work without a pause until something happens; gives what it is."""

        def typed_on() -> T:
            self.type_on()
            return condition()

        return wait_until(typed_on, what, 60)

    def type_on(self) -> None:
        """A few words, without a pause."""
        self.desktop.type_text("Dear all, thank you for the notes. ", pause_ms=20)

    def pause_for_prompt(self) -> int:
        """Lean back and wait to be asked."""
        return self.desktop.find_window(title=PROMPT)

    def answer(self, prompt: int, where: tuple[float, float]) -> None:
        """Click on an answer of the prompt."""
        # Clicks that were meant for what was there before do not count.
        time.sleep(1.5 * QUIET_MS / 1000)
        area = self.desktop.area(prompt)
        self.desktop.click(*_within(area, where))

    # What is to be seen, and what is kept

    def prompts(self) -> list[int]:
        """The prompts on the screen."""
        return self.desktop.windows(title=PROMPT)

    def breaks(self) -> list[dict[str, Any]]:
        """The rows of the breaks, in the order in which they became due."""
        return self.rows("SELECT * FROM break ORDER BY due_at")

    def steps(self, break_id: str) -> list[dict[str, Any]]:
        """The steps of a break, in their order."""
        return self.rows("SELECT * FROM step WHERE break_id = ? ORDER BY position", break_id)

    def count(self, table: str, break_id: str) -> int:
        """How many prompts, snoozes and so on a break has."""
        return len(self.rows(f"SELECT 1 FROM {table} WHERE break_id = ?", break_id))

    def rows(self, query: str, *arguments: str) -> list[dict[str, Any]]:
        """Rows of the history, read beside the app; none before it is there."""
        if not self._history.exists():
            return []
        uri = f"{self._history.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, arguments)]

    def wait_for_outcome(self, number: int = 0, seconds: float = 90) -> dict[str, Any]:
        """The break of that number (from 0) once it is over."""

        def closed() -> dict[str, Any] | None:
            breaks = self.breaks()
            over = len(breaks) > number and breaks[number]["outcome"] is not None
            return breaks[number] if over else None

        return wait_until(closed, f"the outcome of break {number}", seconds)

    def held_so_far(self) -> float:
        """Seconds held in the last break, as far as they are written."""
        (row,) = self.rows(
            "SELECT sum(held_seconds) AS held FROM step WHERE break_id ="
            " (SELECT id FROM break ORDER BY due_at DESC LIMIT 1)"
        ) or [{"held": None}]
        return row["held"] or 0.0


def held_by_side(steps: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Seconds held, by side."""
    return _by_side(steps, "held_seconds")


def planned_by_side(steps: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Seconds planned, by side."""
    return _by_side(steps, "planned_seconds")


def _by_side(steps: Sequence[Mapping[str, Any]], column: str) -> dict[str, float]:
    sides = {step["side"] for step in steps}
    return {side: sum(step[column] for step in steps if step["side"] == side) for side in sides}


def _within(area: Area, share: tuple[float, float]) -> tuple[int, int]:
    return area.x + round(area.width * share[0]), area.y + round(area.height * share[1])
