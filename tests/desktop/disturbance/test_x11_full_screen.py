"""The window in use as a real window manager tells of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from deskstretch.core.reasons import FULL_SCREEN
from tests.desktop.disturbance.running import NOTHING, DisturbanceProgram, watching
from virtual_desktop import VirtualDesktop, wait_until

SETTINGS = msgspec.structs.replace(NOTHING, full_screen=True)
WINDOW = Path(__file__).with_name("window_program.py")


@pytest.fixture
def program(virtual_desktop: VirtualDesktop, tmp_path: Path) -> Iterator[DisturbanceProgram]:
    with watching(tmp_path / "program", virtual_desktop.env, SETTINGS) as program:
        program.wait_for_answer("X11 window", [])
        yield program


def open_window(desktop: VirtualDesktop, title: str, *how: str) -> int:
    """A window that has the focus; F11 makes it fill the screen, or no more."""
    desktop.start(sys.executable, WINDOW, title, *how)
    window = desktop.find_window(title=f"^{title}$")
    wait_until(lambda: desktop.focused_window() == window, "the focus")
    return window


def test_a_window_fills_the_screen_and_no_more(
    virtual_desktop: VirtualDesktop, program: DisturbanceProgram
) -> None:
    open_window(virtual_desktop, "film")
    virtual_desktop.key("F11")
    program.wait_until_told(FULL_SCREEN)
    virtual_desktop.key("F11")
    program.wait_until_told(FULL_SCREEN, "")


def test_a_full_screen_window_that_is_there_already_is_told_until_it_closes(
    virtual_desktop: VirtualDesktop, program: DisturbanceProgram
) -> None:
    program.order("stop")
    open_window(virtual_desktop, "film", "full")
    program.order("watch")
    program.wait_until_told(FULL_SCREEN)
    virtual_desktop.stop_programs()
    program.wait_until_told(FULL_SCREEN, "")


def test_only_the_window_in_use_counts(
    virtual_desktop: VirtualDesktop, program: DisturbanceProgram
) -> None:
    open_window(virtual_desktop, "film", "full")
    program.wait_until_told(FULL_SCREEN)
    open_window(virtual_desktop, "letter")
    program.wait_until_told(FULL_SCREEN, "")
    virtual_desktop.key("alt+Tab")
    program.wait_until_told(FULL_SCREEN, "", FULL_SCREEN)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], dict[str, str]]]:
    """A server without a window manager, which may go away, and how to find it."""
    number = tmp_path / "display_number"
    with number.open("wb") as told:
        command = ("Xvfb", "-nolisten", "tcp", "-displayfd", str(told.fileno()))
        log = subprocess.DEVNULL
        server = subprocess.Popen(command, pass_fds=(told.fileno(),), stderr=log)
    wait_until(lambda: number.read_text().endswith("\n"), "the screen")
    yield server, {"DISPLAY": f":{number.read_text().strip()}", "HOME": str(tmp_path)}
    server.kill()
    server.wait()


Screen = tuple[subprocess.Popen[bytes], dict[str, str]]


def test_without_a_window_manager_the_reason_is_kept(screen: Screen, tmp_path: Path) -> None:
    with watching(tmp_path / "program", screen[1], SETTINGS) as program:
        why_not = "X11: no window manager tells of windows"
        assert program.adapters()["X11 window"] == why_not


def test_when_the_server_goes_so_does_the_adapter(screen: Screen, tmp_path: Path) -> None:
    server, env = screen
    ready = tmp_path / "ready"
    command = ("openbox", "--sm-disable", "--startup", f"touch {ready}")
    with subprocess.Popen(command, env=env | {"PATH": os.environ["PATH"]}) as manager:
        wait_until(ready.exists, "openbox")
        with watching(tmp_path / "program", env, SETTINGS) as program:
            program.wait_for_answer("X11 window", [])
            server.terminate()
            program.wait_for_answer("X11 window", "X11: the server is gone")
        manager.wait(20)


@pytest.mark.parametrize(
    ("env", "why_not"),
    [
        ({}, "no X11 display"),
        ({"DISPLAY": ":31999"}, "X11: nobody answers"),
        (
            {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"},
            "on Wayland an X server knows only the windows of X11 programs",
        ),
    ],
)
def test_where_there_is_no_x11_the_reason_is_kept(
    env: dict[str, str], why_not: str, tmp_path: Path
) -> None:
    with watching(tmp_path / "program", env, SETTINGS) as program:
        assert program.adapters()["X11 window"] == why_not
