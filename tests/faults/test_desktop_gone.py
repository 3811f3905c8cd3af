"""The desktop's own services vanish under the whole app: it goes on, or ends and leaves nobody."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import xfce_panel
from deskstretch.store.history import History
from private_desktop import PrivateDesktop
from sway_desktop import SwayDesktop
from tests.desktops.sway_day import PROMPT, Day
from tests.e2e.workday import GUIDE, START, Workday
from virtual_desktop import VirtualDesktop, processes_of, wait_until


@pytest.fixture
def desktop(throw_away_home: Path) -> Iterator[VirtualDesktop]:
    """One of its own, for it is broken by the test."""
    with VirtualDesktop() as desktop:
        desktop.env["DESKSTRETCH_HOME"] = str(throw_away_home)
        yield desktop


def ours(desktop: PrivateDesktop) -> list[int]:
    """The processes of the app, and those that it started."""
    return [pid for pid in processes_of(desktop.folder) if b"deskstretch" in command_of(pid)]


def is_tray_host(desktop: VirtualDesktop) -> bool:
    try:
        return xfce_panel.is_tray_host(desktop.env) and xfce_panel.icon_count(desktop.env) >= 0
    except ValueError:  # it owns the name, but does not answer as a host yet
        return False


def command_of(pid: int) -> bytes:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return b""
    # The services' own arguments name the desktop's folder.
    return b" ".join(Path(os.fsdecode(word)).name.encode() for word in words[:2])


def test_without_the_session_bus_it_goes_on_asking_and_guiding(
    desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home)
    desktop.lose_service("dbus-daemon")
    day.type_until_due()
    day.answer(day.pause_for_prompt(), START)
    desktop.find_window(title=GUIDE)
    day.command("quit")
    assert day.app.wait(timeout=20) == 0
    assert day.breaks()[0]["outcome"] is not None
    wait_until(lambda: not ours(desktop), "all processes to be gone")


def test_a_panel_that_crashes_is_replaced_by_a_window_and_taken_up_again(
    throw_away_home: Path,
) -> None:
    with VirtualDesktop(tray="status_notifier") as desktop:
        desktop.env["DESKSTRETCH_HOME"] = str(throw_away_home)
        day = Workday(desktop, throw_away_home, interval_seconds=600)
        desktop.lose_service("xfce4-panel")
        desktop.find_window(title="^DeskStretch$")
        assert day.status()["running"] is True
        desktop.start("xfce4-panel")
        wait_until(lambda: is_tray_host(desktop), "the panel's tray")
        desktop.find_tray_icon()
        assert day.app.poll() is None


def test_without_the_screen_it_ends_and_the_break_is_kept(
    desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home, interval_seconds=600, hold_seconds=30)
    day.command("break")
    wait_until(lambda: day.held_so_far() >= 2, "two held seconds", 60)
    desktop.lose_service("Xvfb")
    day.app.wait(timeout=20)
    wait_until(lambda: not ours(desktop), "all processes to be gone")
    held = day.held_so_far()
    assert held >= 2
    History.open(throw_away_home / "history.sqlite3").close()
    (one,) = day.breaks()
    assert one["outcome"] == "skipped"
    assert day.held_so_far() == held


def test_without_the_compositor_it_ends_and_leaves_nobody(throw_away_home: Path) -> None:
    with SwayDesktop() as sway:
        day = Day(throw_away_home, sway)
        day.find_window(PROMPT)
        subprocess.run(
            ("swaymsg", "-s", str(day._socket), "exit"), env=sway.env, check=False
        )  # it ends before it answers
        day.app.wait(timeout=20)
        wait_until(lambda: not ours(sway), "all processes to be gone")
    History.open(throw_away_home / "history.sqlite3").close()
    assert day.wait_for_outcome() == "away"
