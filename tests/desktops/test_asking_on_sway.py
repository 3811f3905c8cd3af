"""Where no window can be placed or kept above: the real app in sway asks by notification."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sway_desktop import SwayDesktop
from tests.desktop.notifications.services import USUAL, NotificationService
from virtual_desktop import wait_until

APP = Path(sys.executable).with_name("deskstretch")
PROMPT, GUIDE = "Time to stretch", "Stretch"
TRIAL = {"interval_seconds": 3, "tolerance_seconds": 2, "hold_seconds": 2, "idle_seconds": 600}


class Window(NamedTuple):
    title: str
    fills_screen: bool
    size: tuple[int, int]


class Day:
    """The app at work in sway, with a notification service of the test's own or none."""

    def __init__(self, home: Path, desktop: SwayDesktop) -> None:
        self._desktop = desktop
        self._history = home / "history.sqlite3"
        self._socket = next(desktop.folder.glob("sway/sway-ipc.*"))
        home.mkdir()
        trial = "\n".join(f"{name} = {value}" for name, value in TRIAL.items())
        (home / "settings.toml").write_text(f"[trial]\n{trial}\n")
        desktop.start(APP, log="app", env={"DESKSTRETCH_HOME": str(home)})

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


def _windows_in(node: dict[str, Any]) -> Iterator[Window]:
    if node.get("pid") is not None:
        size = node["rect"]["width"], node["rect"]["height"]
        title = (node["name"] or "").partition(" — ")[0]
        yield Window(title, node["fullscreen_mode"] != 0, size)
    for child in (*node["nodes"], *node["floating_nodes"]):
        yield from _windows_in(child)


class Address(NamedTuple):
    address: str


@pytest.fixture
def sway() -> Iterator[SwayDesktop]:
    with SwayDesktop() as desktop:
        yield desktop


def serve(sway: SwayDesktop, *capabilities: str) -> NotificationService:
    return NotificationService(Address(sway.env["DBUS_SESSION_BUS_ADDRESS"]), *capabilities)


def test_a_notification_asks_and_its_start_leads_to_a_guide_on_the_whole_screen(
    sway: SwayDesktop, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    (shown,) = wait_until(lambda: service.shown, "the notification")
    assert shown.title == PROMPT
    assert PROMPT not in {window.title for window in day.windows()}
    service.press(1, "start")
    guide = day.find_window(GUIDE)
    assert guide.fills_screen
    assert day.wait_for_outcome() == "taken"
    wait_until(lambda: service.closed == [1], "the notification to be closed")
    service.end()


def test_the_guide_fits_the_screen_that_it_is_moved_to_at_any_scale(
    sway: SwayDesktop, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    wait_until(lambda: service.shown, "the notification")
    service.press(1, "start")
    day.find_window(GUIDE)
    day.tell_sway("create_output")
    day.tell_sway("output HEADLESS-2 resolution 1800x1200 scale 1.5")
    day.tell_sway('[title="^Stretch"] move container to output HEADLESS-2')
    wait_until(lambda: day.find_window(GUIDE).size == (1200, 800), "the guide on the other screen")
    day.tell_sway("output HEADLESS-2 scale 1")
    wait_until(lambda: day.find_window(GUIDE).size == (1800, 1200), "the guide at another scale")
    assert day.wait_for_outcome() == "taken"
    service.end()


@pytest.mark.parametrize("capabilities", [None, ("body",)])
def test_without_buttons_on_notifications_the_window_asks(
    sway: SwayDesktop, throw_away_home: Path, capabilities: tuple[str, ...] | None
) -> None:
    service = None if capabilities is None else serve(sway, *capabilities)
    day = Day(throw_away_home, sway)
    day.find_window(PROMPT)
    if service is not None:
        assert service.shown == []
        service.end()
