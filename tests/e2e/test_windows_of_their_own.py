"""Breaks, week, stretches and settings run beside the app, and live no longer than it."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.screen_reader import ScreenReader, Thing
from tests.e2e.workday import GUIDE, PILL, PROMPT, SKIP, START, Workday
from virtual_desktop import VirtualDesktop, processes_of, wait_until

WINDOWS = {"week": "^Your week$", "stretches": "^Stretches$", "settings": "^DeskStretch settings$"}
FROM_THE_END = {"week": 4, "stretches": 3, "settings": 2}
"""Where each stands in the tray's menu."""
MENU_SECONDS = 0.6
PRESS = 1
"""Of what can be done with a check box; the first is to turn it without a click."""


@pytest.fixture
def day(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Workday:
    return Workday(virtual_desktop, throw_away_home, interval_seconds=600)


def open_from_tray(day: Workday, kind: str) -> int:
    """Choose it in the tray's menu; gives the window once it has the keyboard."""
    desktop = day.desktop
    desktop.click(*desktop.find_tray_icon().centre, button=3)
    time.sleep(MENU_SECONDS)  # menus have no title to wait for
    desktop.key(*["Up"] * FROM_THE_END[kind], "Return")
    window = desktop.find_window(title=WINDOWS[kind])
    wait_until(lambda: desktop.focused_window() == window, f"the {kind} to have the keyboard")
    return window


def process_of(day: Workday, kind: str) -> int:
    (found,) = (pid for pid in processes_of(day.desktop.folder) if is_window(pid, kind))
    return found


def is_window(pid: int, kind: str) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return words[-3:] == [b"window", kind.encode(), b""]


def all_are_gone(day: Workday) -> bool:
    windows = [title for title in WINDOWS.values() if day.desktop.windows(title=title)]
    pids = processes_of(day.desktop.folder)
    return not windows and not any(is_window(pid, kind) for pid in pids for kind in WINDOWS)


def test_each_comes_to_the_front_with_the_keyboard_and_again(day: Workday) -> None:
    opened = {kind: open_from_tray(day, kind) for kind in WINDOWS}
    assert {kind: open_from_tray(day, kind) for kind in WINDOWS} == opened
    for window in opened.values():
        facts = day.desktop._ask("xprop", "-id", str(window), "WM_CLASS")
        assert facts.strip().endswith('"deskstretch", "deskstretch"')


def test_one_that_is_closed_leaves_no_process(day: Workday) -> None:
    for kind in WINDOWS:
        open_from_tray(day, kind)
        day.desktop.key("Escape")
        wait_until(lambda: all_are_gone(day), f"the {kind} to end")
    assert day.status()["trouble"] == []


def quit_app(day: Workday) -> None:
    day.command("quit")
    assert day.app.wait(timeout=20) == 0


@pytest.mark.parametrize("end", [quit_app, Workday.kill_app])
def test_they_end_with_the_app(end: Callable[[Workday], None], day: Workday) -> None:
    for kind in WINDOWS:
        open_from_tray(day, kind)
    end(day)
    wait_until(lambda: all_are_gone(day), "the windows to end")


def test_one_that_is_killed_is_told_and_opens_again(day: Workday) -> None:
    open_from_tray(day, "week")
    open_from_tray(day, "stretches")
    os.kill(process_of(day, "week"), signal.SIGKILL)
    [told] = wait_until(lambda: day.status()["trouble"], "the app to tell of it")
    assert re.fullmatch(r"Something unexpected went wrong; .* has it\. Breaks go on\.", told)
    assert "A window broke off" in (day.home / "logs" / "deskstretch.log").read_text()
    assert day.desktop.windows(title=WINDOWS["stretches"])
    open_from_tray(day, "week")


@pytest.fixture
def busy_day(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Workday:
    return Workday(virtual_desktop, throw_away_home, "[snooze]\nlimit = 0", hold_seconds=4)


def kill_windows_of_break(day: Workday) -> None:
    os.kill(process_of(day, "break"), signal.SIGKILL)
    wait_until(lambda: not is_shown(day), "the windows to be gone")


def is_shown(day: Workday) -> bool:
    return any(day.desktop.windows(title=title) for title in (PROMPT, PILL, GUIDE))


def wait_until_break_leaves_no_process(day: Workday) -> None:
    pids = processes_of(day.desktop.folder)
    wait_until(lambda: not any(is_window(pid, "break") for pid in pids), "its process to end")


def test_a_break_leaves_no_process_once_its_last_window_is_closed(busy_day: Workday) -> None:
    busy_day.type_until_due()
    busy_day.answer(busy_day.pause_for_prompt(), START)
    busy_day.desktop.find_window(title=GUIDE)
    busy_day.command("pause")
    assert busy_day.wait_for_outcome()["outcome"] == "taken"
    process_of(busy_day, "break")  # it shows what was held
    busy_day.desktop.key("Escape")
    wait_until_break_leaves_no_process(busy_day)
    assert busy_day.status()["trouble"] == []


def test_one_that_is_killed_in_the_guide_leaves_what_was_held(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(virtual_desktop, throw_away_home, hold_seconds=30)
    day.command("break")
    day.desktop.find_window(title=GUIDE)
    wait_until(lambda: day.held_so_far() >= 2, "two seconds to be held")
    kill_windows_of_break(day)
    assert day.wait_for_outcome()["outcome"] == "skipped"
    assert day.held_so_far() >= 2
    [told] = day.status()["trouble"]
    assert told.startswith("Something unexpected went wrong")
    day.command("break")
    day.desktop.find_window(title=GUIDE)
    assert day.status()["state"] == "guided"


def test_a_prompt_whose_process_is_killed_comes_again(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    day = Workday(virtual_desktop, throw_away_home, fold_seconds=6)
    day.type_until_due()
    day.pause_for_prompt()
    kill_windows_of_break(day)
    day.desktop.find_window(title=PILL)
    day.desktop.click(*day.desktop.find_tray_icon().centre)
    prompt = day.desktop.find_window(title=PROMPT)
    wait_until(lambda: day.desktop.focused_window() == prompt, "the prompt to have the keyboard")
    day.answer(prompt, SKIP)
    assert day.wait_for_outcome()["outcome"] == "skipped"


@pytest.mark.parametrize("end", [quit_app, Workday.kill_app])
def test_a_break_ends_with_the_app(end: Callable[[Workday], None], busy_day: Workday) -> None:
    busy_day.command("break")
    busy_day.desktop.find_window(title=GUIDE)
    wait_until(lambda: busy_day.held_so_far() >= 1, "a second to be held")
    end(busy_day)
    wait_until_break_leaves_no_process(busy_day)
    assert not is_shown(busy_day)
    assert busy_day.held_so_far() >= 1


def test_what_is_done_in_them_reaches_the_app(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    with ScreenReader(virtual_desktop) as reader:
        day = Workday(virtual_desktop, throw_away_home, interval_seconds=600)
        open_from_tray(day, "settings")
        day.desktop.type_text("floor stretches")  # the search has the keyboard
        settings = reader.find_window("DeskStretch settings")
        named(settings, "check box", "Floor stretches").press(PRESS)
        file = day.home / "settings.toml"
        wait_until(lambda: "floor = true" in file.read_text(), "the setting in the file")

        open_from_tray(day, "stretches")
        named(reader.find_window("Stretches"), "push button", "Start now").press()
        day.desktop.find_window(title=GUIDE)
        [begun] = wait_until(day.breaks, "the break in the history")
        assert begun["origin"] == "own"


def named(window: Thing, role: str, name: str) -> Thing:
    """The first shown thing of that role whose name begins so."""

    def found() -> list[Thing]:
        alike = (each for each in window.all() if each.role == role and "showing" in each.states)
        return [each for each in alike if each.name.startswith(name)]

    return wait_until(found, f"the {role} {name}")[0]
