"""Somebody without a mouse: from the welcome through a whole break to the week, by real keys."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.workday import APP, GUIDE
from virtual_desktop import VirtualDesktop, wait_until

WELCOME, STATUS = "^Welcome to DeskStretch$", "^DeskStretch$"
WEEK, MONTH = "^Your week$", "^Your month$"


class Typist:
    """Presses keys, and sees which window has the keyboard."""

    def __init__(self, desktop: VirtualDesktop, home: Path) -> None:
        self.desktop = desktop
        self.press = desktop.key
        self._settings = home / "settings.toml"
        desktop.start(APP, log="app")

    def wait_for(self, title: str) -> None:
        """Wait until the window of that title has the keyboard."""
        window = self.desktop.find_window(title=title)
        wait_until(lambda: self.desktop.focused_window() == window, f"the keyboard in {title}")

    def wait_until_gone(self, title: str) -> None:
        wait_until(lambda: not self.desktop.windows(title=title), f"{title} to go")

    def open_status(self) -> None:
        """Start the program again, as a menu or a shortcut of the desktop does."""
        assert self.desktop.start(APP, log="second").wait(timeout=20) == 0
        self.wait_for(STATUS)

    def wish_for_short_holds(self) -> None:
        """What makes the test shorter; the person has no part in it."""
        self._settings.write_text("[trial]\nhold_seconds = 2\n")
        wait_until(lambda: "2" in self.command("settings", "get", "trial.hold_seconds"), "that")

    def command(self, *words: str) -> str:
        command = (str(APP), *words)
        env = self.desktop.env
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    def counts(self) -> dict[str, int]:
        """How many breaks ended in which way this week."""
        report: dict[str, Any] = json.loads(self.command("report", "--format", "json"))
        return {name: count for name, count in report["counts"].items() if count}


@pytest.fixture
def person(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Typist:
    return Typist(virtual_desktop, throw_away_home)


def test_keys_alone_lead_from_the_welcome_through_a_break_to_the_week(person: Typist) -> None:
    person.wait_for(WELCOME)
    person.wish_for_short_holds()
    # Next has the keyboard on each page; on the last one it says Done, and Try one comes before.
    person.press("Return", "Return", "Return", "Return")
    person.press("shift+Tab", "shift+Tab", "Return")

    person.wait_for(GUIDE)
    person.press("space")  # a pause,
    person.press("space")  # over again
    wait_until(lambda: person.counts() == {"taken": 1}, "the break to be taken", 60)
    person.press("space")  # any key
    person.wait_until_gone(GUIDE)

    person.open_status()
    person.press("Tab", "Tab", "Tab", "Tab", "Tab")  # two breaks, three pauses, then the week
    person.press("Return")
    person.wait_for(WEEK)
    person.press("m")
    person.wait_for(MONTH)
    person.press("w")
    person.wait_for(WEEK)
    person.press("Tab", "Tab", "Right", "Left")
    person.press("Escape")
    person.wait_until_gone(WEEK)
    person.wait_for(STATUS)
    person.press("Escape")
    person.wait_until_gone(STATUS)


def test_a_break_begins_and_ends_by_keys_whenever_it_is_wished_for(person: Typist) -> None:
    person.wait_for(WELCOME)
    person.press("Escape")
    person.wait_until_gone(WELCOME)
    person.open_status()
    person.press("Return")  # Take a break now: the short one
    person.wait_for(GUIDE)
    person.press("Right", "Left")
    person.press("Escape")
    wait_until(lambda: person.counts() == {"skipped": 1}, "the break to be over")
    person.press("Escape")
    person.wait_until_gone(GUIDE)
