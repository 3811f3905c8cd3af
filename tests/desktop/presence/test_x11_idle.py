"""Silence and its end as a real X server tells them; xdotool is the person."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.running import PresenceProgram, running
from virtual_desktop import VirtualDesktop, wait_until


@pytest.fixture
def program(virtual_desktop: VirtualDesktop, tmp_path: Path) -> Iterator[PresenceProgram]:
    with running(tmp_path / "presence", virtual_desktop.env) as program:
        assert program.chosen.startswith("X11 idle counter True X11 idle counter=used")
        yield program


def test_a_silence_and_its_end_are_told_once_each(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.order("idle 0.4")
    for count in (1, 2, 3):
        program.wait_for("input_stopped", count)
        virtual_desktop.key("a")
        program.wait_for("input_resumed", count)
    names = [line.split()[0] for line in program.told()]
    assert names[:6] == ["input_stopped", "input_resumed"] * 3


def test_a_silence_is_told_with_its_length(program: PresenceProgram) -> None:
    program.order("idle 0.4")
    told = program.wait_for("input_stopped")[0]
    assert float(told.split()[1]) >= 0.4


def test_the_mouse_is_input_too(virtual_desktop: VirtualDesktop, program: PresenceProgram) -> None:
    program.order("idle 0.4")
    program.wait_for("input_stopped")
    virtual_desktop.move(300, 300)
    virtual_desktop.move(310, 310)
    program.wait_for("input_resumed")


def test_a_silence_that_is_there_already_is_told(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.wait_until_idle_for(0.6)
    program.order("lull 0.3")
    program.order("idle 0.4")
    program.wait_for("input_stopped")
    program.wait_for("lull_reached")
    virtual_desktop.key("a")
    program.wait_for("input_resumed")


def test_typing_does_not_wake_the_program(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.order("idle 60")
    program.order("lull 50")
    virtual_desktop.key("a")
    before = program.wake_ups()
    virtual_desktop.type_text("nobody is told of any of these keys " * 3)
    assert program.wake_ups() - before <= 2


def test_each_lull_is_told_until_it_is_no_longer_wanted(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.order("lull 0.3")
    program.wait_for("lull_reached", 1)
    virtual_desktop.key("a")
    program.wait_for("lull_reached", 2)
    program.order("lull off")
    virtual_desktop.key("a")
    program.wait_until_idle_for(0.6)
    assert program.told() == ["lull_reached", "lull_reached"]


def test_asking_again_for_the_same_lull_does_not_tell_it_again(program: PresenceProgram) -> None:
    program.order("lull 0.3")
    program.wait_for("lull_reached")
    for _ in range(3):
        program.order("lull 0.3")
        program.order("describe")
    assert program.told().count("lull_reached") == 1


def test_a_higher_threshold_ends_a_silence_that_does_not_reach_it(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.order("idle 0.4")
    program.wait_for("input_stopped")
    program.order("idle 60")
    program.wait_for("input_resumed")
    virtual_desktop.key("a")
    program.order("idle 0.3")
    program.wait_for("input_stopped", 2)


def test_nothing_is_told_after_closing(
    virtual_desktop: VirtualDesktop, program: PresenceProgram
) -> None:
    program.order("idle 0.3")
    program.wait_for("input_stopped")
    program.order("close")
    virtual_desktop.key("a")
    program.order("describe")
    assert [line.split()[0] for line in program.told()] == ["input_stopped"]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server that may go away, and its display."""
    number = tmp_path / "display_number"
    with number.open("wb") as told:
        command = ("Xvfb", "-nolisten", "tcp", "-displayfd", str(told.fileno()))
        log = subprocess.DEVNULL
        server = subprocess.Popen(command, pass_fds=(told.fileno(),), stderr=log)
    wait_until(lambda: number.read_text().endswith("\n"), "the screen")
    yield server, f":{number.read_text().strip()}"
    server.kill()
    server.wait()


def test_a_silence_is_told_after_a_lull_though_nothing_else_wakes_the_server(
    screen: tuple[subprocess.Popen[bytes], str], tmp_path: Path
) -> None:
    with running(tmp_path / "presence", {"DISPLAY": screen[1]}) as program:
        for count in (1, 2, 3):
            subprocess.run(("xdotool", "key", "a"), env={"DISPLAY": screen[1]}, check=True)
            program.order("lull 0.2")
            program.order("idle 0.3")
            program.wait_for("lull_reached", count)
            program.wait_for("input_stopped", count)
            program.order("lull off")
            program.order("idle 60")


def test_when_the_server_goes_the_person_is_no_longer_taken_for_idle(
    screen: tuple[subprocess.Popen[bytes], str], tmp_path: Path
) -> None:
    server, display = screen
    with running(tmp_path / "presence", {"DISPLAY": display}) as program:
        program.order("idle 0.3")
        program.order("lull 0.2")
        program.wait_for("input_stopped")
        server.terminate()
        told = program.wait_for("changed: none False")[-1]
        assert "X11 idle counter=X11: the server is gone" in told
        program.wait_for("input_resumed")
        for order in ("idle 0.4", "lull 0.4", "lull off"):
            program.order(order)
        assert program.idle_seconds() is None


def test_when_the_server_goes_the_program_rests(
    screen: tuple[subprocess.Popen[bytes], str], tmp_path: Path
) -> None:
    server, display = screen
    with running(tmp_path / "presence", {"DISPLAY": display}) as program:
        program.order("idle 60")
        server.terminate()
        program.wait_for("changed: none False")
        before = program.cpu_ticks()
        with pytest.raises(TimeoutError):
            wait_until(lambda: program.cpu_ticks() - before > 20, "much computing", seconds=0.6)


@pytest.mark.parametrize(
    ("env", "reason"),
    [
        ({}, "no X11 display"),
        ({"DISPLAY": ":31999"}, "X11: nobody answers"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "on Wayland an X server sees only"),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "on Wayland an X server sees only"),
    ],
)
def test_where_there_is_no_x11_the_reason_is_kept_and_nothing_is_told(
    env: dict[str, str], reason: str, tmp_path: Path
) -> None:
    with running(tmp_path / "presence", env) as program:
        assert program.chosen.startswith(f"none False X11 idle counter={reason}")
        program.order("idle 0.1")
        program.order("lull 0.1")
        assert program.idle_seconds() is None
        program.order("close")
