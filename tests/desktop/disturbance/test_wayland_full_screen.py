"""The window in use as a real Wayland compositor tells of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest

from deskstretch.core.reasons import FULL_SCREEN
from private_desktop import MARK
from sway_desktop import SwayDesktop
from tests.desktop.disturbance.running import NOTHING, DisturbanceProgram, watching
from virtual_desktop import wait_until

SETTINGS = msgspec.structs.replace(NOTHING, full_screen=True)
WINDOW = Path(__file__).with_name("window_program.py")


@pytest.fixture(scope="module")
def shared_sway() -> Iterator[SwayDesktop]:
    with SwayDesktop() as desktop:
        desktop.env["SWAYSOCK"] = socket_of(desktop)
        yield desktop


def socket_of(desktop: SwayDesktop) -> str:
    """Where swaymsg finds it."""
    folder = desktop.folder / "sway"
    return str(wait_until(lambda: next(folder.glob("sway-ipc.*"), None), "sway"))


@pytest.fixture
def sway(shared_sway: SwayDesktop) -> Iterator[SwayDesktop]:
    yield shared_sway
    shared_sway.stop_programs()


@pytest.fixture
def program(sway: SwayDesktop, tmp_path: Path) -> Iterator[DisturbanceProgram]:
    with watching(tmp_path / "program", sway.env, SETTINGS) as program:
        program.wait_for_answer("Wayland windows", [])
        yield program


def open_window(sway: SwayDesktop, title: str) -> None:
    env = {"QT_QPA_PLATFORM": "wayland"}
    sway.start(sys.executable, WINDOW, title, env=env)
    wait_until(lambda: f'"name": "{title}"' in tell(sway, "-t", "get_tree", "-r"), "the window")


def tell(sway: SwayDesktop, *words: str) -> str:
    command = ("swaymsg", *words)
    return subprocess.run(command, env=sway.env, capture_output=True, text=True, check=True).stdout


def test_a_window_fills_the_screen_and_no_more(
    sway: SwayDesktop, program: DisturbanceProgram
) -> None:
    open_window(sway, "film")
    tell(sway, "fullscreen")
    program.wait_until_told(FULL_SCREEN)
    tell(sway, "fullscreen")
    program.wait_until_told(FULL_SCREEN, "")


def test_a_full_screen_window_counts_while_it_is_in_use(
    sway: SwayDesktop, program: DisturbanceProgram
) -> None:
    program.order("stop")
    open_window(sway, "film")
    tell(sway, "fullscreen")
    program.order("watch")
    program.wait_until_told(FULL_SCREEN)
    tell(sway, "workspace", "2")
    program.wait_until_told(FULL_SCREEN, "")
    tell(sway, "workspace", "1")
    program.wait_until_told(FULL_SCREEN, "", FULL_SCREEN)
    sway.stop_programs()
    program.wait_until_told(FULL_SCREEN, "", FULL_SCREEN, "")


@pytest.mark.parametrize(
    ("env", "why_not"),
    [
        ({}, "not Wayland"),
        ({"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/nowhere"}, "Wayland: [Errno 2]"),
    ],
)
def test_where_no_compositor_answers_the_reason_is_kept(
    tmp_path: Path, env: dict[str, str], why_not: str
) -> None:
    with watching(tmp_path / "program", env, SETTINGS) as program:
        assert str(program.adapters()["Wayland windows"]).startswith(why_not)


def test_when_the_compositor_goes_nothing_holds_back_any_more(tmp_path: Path) -> None:
    with ExitStack() as until_it_ends:
        sway = until_it_ends.enter_context(SwayDesktop())
        sway.env["SWAYSOCK"] = socket_of(sway)
        # It belongs to this desktop, but is to outlive it.
        env = {name: value for name, value in sway.env.items() if name != MARK}
        with watching(tmp_path / "program", env, SETTINGS) as program:
            open_window(sway, "film")
            tell(sway, "fullscreen")
            program.wait_until_told(FULL_SCREEN)
            until_it_ends.close()
            program.wait_until_told(FULL_SCREEN, "")
            assert str(program.adapters()["Wayland windows"]).startswith("Wayland: ")
