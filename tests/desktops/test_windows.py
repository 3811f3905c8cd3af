"""Windows that have processes of their own, where no program may bring its window to the front."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from private_desktop import PATIENCE_SECONDS, Program, processes_of, wait_until
from tests.desktops.conftest import Desktop
from tests.desktops.sway_day import APP

STATUS, WEEK = "DeskStretch", "Your week — DeskStretch"
A_WHILE_SECONDS = 5.0
TO_WEEK = 5
"""How many times Tab leads from the small window's first button to that of the week."""


class Day:
    """The app on a desktop, with nothing due."""

    def __init__(self, desktop: Desktop, home: Path) -> None:
        home.mkdir()
        (home / "welcomed").touch()
        self.desktop = desktop
        desktop.env["DESKSTRETCH_HOME"] = str(home)
        self.app: Program = desktop.start(APP, log="app")
        wait_until(lambda: self.tell("status"), "the app to listen")
        self.wait_for(STATUS)  # which comes by itself where there is no tray

    def tell(self, *words: str) -> bool:
        """Give a command; whether the app did it."""
        return (
            subprocess.run((APP, *words), env=self.desktop.env, capture_output=True).returncode == 0
        )

    def open_week(self) -> int:
        """By the keyboard, from the small window; gives its process."""
        while not self._tabs_lead_to_week():
            self.desktop.key("Escape")
            assert self.tell("show")
            self.wait_for(STATUS)
        [process] = self.window_processes()
        return process

    def _tabs_lead_to_week(self) -> bool:
        """Not if a key came before the window had settled: it may go nowhere."""
        self.desktop.key(*["Tab"] * TO_WEEK, "Return")
        try:
            self.wait_for(WEEK, A_WHILE_SECONDS)
        except TimeoutError:
            return False
        return True

    def open_week_again(self) -> None:
        """From the small window, where its button still has the keyboard."""
        self.wait_for(STATUS)
        self.desktop.key("Return")
        self.wait_for(WEEK)

    def wait_for(self, title: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Until that window has the keyboard."""
        wait_until(lambda: self.desktop.focused_title() == title, f"{title!r} in front", seconds)

    def window_processes(self) -> list[int]:
        return [pid for pid in processes_of(self.desktop.folder) if is_window(pid)]

    def wait_for_end(self, process: int) -> None:
        """Until the app knows of it, too: then nothing is left of the process."""
        wait_until(lambda: not Path(f"/proc/{process}").exists(), "the window's process to end")


def is_window(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return words[-3:-2] == [b"window"]


@pytest.fixture
def day(desktop: Desktop, throw_away_home: Path) -> Iterator[Day]:
    day = Day(desktop, throw_away_home)
    yield day
    desktop.stop(day.app)


def test_one_comes_to_the_front_with_the_keyboard_and_again(day: Day) -> None:
    process = day.open_week()
    assert day.tell("show")
    day.open_week_again()
    assert day.window_processes() == [process]


def test_one_that_is_closed_leaves_no_process_and_opens_again(day: Day) -> None:
    process = day.open_week()
    day.desktop.key("Escape")
    day.wait_for_end(process)
    day.open_week_again()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_one_that_is_ended_opens_again(number: signal.Signals, day: Day) -> None:
    process = day.open_week()
    os.kill(process, number)
    day.wait_for_end(process)
    day.open_week_again()


def quit_app(day: Day) -> None:
    assert day.tell("quit")
    assert day.app.wait(timeout=20) == 0


def kill_app(day: Day) -> None:
    day.app.kill()
    day.app.wait()


@pytest.mark.parametrize("end", [quit_app, kill_app])
def test_they_end_with_the_app(end: Callable[[Day], None], day: Day) -> None:
    process = day.open_week()
    end(day)
    wait_until(lambda: process not in day.window_processes(), "the window's process to end")
    wait_until(lambda: day.desktop.focused_title() not in (STATUS, WEEK), "the windows to go")
