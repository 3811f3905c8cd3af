"""The window in use as a real sway tells of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from deskstretch.core.reasons import FULL_SCREEN
from sway_desktop import SwayDesktop
from tests.desktop.disturbance.running import NOTHING, DisturbanceProgram, watching
from virtual_desktop import wait_until

SETTINGS = msgspec.structs.replace(NOTHING, full_screen=True)
WINDOW = Path(__file__).with_name("window_program.py")


@pytest.fixture(scope="module")
def shared_sway() -> Iterator[SwayDesktop]:
    with SwayDesktop() as desktop:
        desktop.env["SWAYSOCK"] = str(
            wait_until(lambda: next((desktop.folder / "sway").glob("sway-ipc.*"), None), "sway")
        )
        yield desktop


@pytest.fixture
def sway(shared_sway: SwayDesktop) -> Iterator[SwayDesktop]:
    yield shared_sway
    shared_sway.stop_programs()


@pytest.fixture
def program(sway: SwayDesktop, tmp_path: Path) -> Iterator[DisturbanceProgram]:
    with watching(tmp_path / "program", sway.env, SETTINGS) as program:
        program.wait_for_answer("sway", [])
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


def test_a_container_that_fills_the_screen_counts_for_what_is_in_it(
    sway: SwayDesktop, program: DisturbanceProgram
) -> None:
    open_window(sway, "film")
    open_window(sway, "notes")
    tell(sway, "splitv, focus parent, fullscreen, focus child")
    program.wait_until_told(FULL_SCREEN)


def test_where_sway_does_not_answer_the_reason_is_kept(tmp_path: Path) -> None:
    env = {"SWAYSOCK": str(tmp_path / "none")}
    with watching(tmp_path / "program", env, SETTINGS) as program:
        wait_until(lambda: str(program.adapters()["sway"]).startswith("sway: "), "the reason")
