"""Screens unplugged from a real Wayland compositor while the guide is open."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sway_desktop import SwayDesktop
from tests.desktop.notifications.services import USUAL
from tests.desktops.sway_day import GUIDE, Day, serve
from virtual_desktop import VirtualDesktop, wait_until


class Monitors:
    """Sway's screens, which are windows on an X11 desktop."""

    def __init__(self, room: VirtualDesktop) -> None:
        self._room = room

    def plugged_in(self) -> dict[str, int]:
        """The window of each screen. xdotool does not find them by their titles."""
        tree = self._ask("xwininfo", "-root", "-tree")
        found = re.findall(r'(0x[0-9a-f]+) "wlroots - (X11-\d)"', tree)
        return {name: int(window, 16) for window, name in found}

    def unplug(self, name: str) -> None:
        self._ask("xdotool", "windowactivate", "--sync", str(self.plugged_in()[name]))
        self._room.key("alt+F4")
        wait_until(lambda: name not in self.plugged_in(), f"{name} to be gone")

    def _ask(self, *command: str) -> str:
        return subprocess.check_output(command, env=self._room.env, text=True)


@pytest.fixture
def room() -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tray="none") as room:
        # Sway is another user there, where the tests run as root.
        subprocess.run(("xhost", "+local:"), env=room.env, check=True, capture_output=True)
        yield room


@pytest.fixture
def monitors(room: VirtualDesktop) -> Monitors:
    return Monitors(room)


@pytest.fixture
def sway(room: VirtualDesktop, monitors: Monitors) -> Iterator[SwayDesktop]:
    with SwayDesktop(room.env["DISPLAY"]) as sway:
        wait_until(lambda: len(monitors.plugged_in()) == 2, "two screens")
        yield sway


def test_the_guide_outlives_its_screen_and_the_last_one(
    sway: SwayDesktop, monitors: Monitors, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    wait_until(lambda: service.shown, "the notification")
    service.press(1, "start")
    first = day.find_window(GUIDE).screen
    (other,) = set(monitors.plugged_in()) - {first}
    monitors.unplug(first)
    wait_until(lambda: day.find_window(GUIDE).screen == other, "the guide on the other screen")
    monitors.unplug(other)
    day.tell_sway("create_output")
    wait_until(lambda: day.find_window(GUIDE).screen not in (first, other), "the guide to be back")
    assert day.find_window(GUIDE).fills_screen
    assert day.app.poll() is None
    assert day.wait_for_outcome() == "taken"
    service.end()
