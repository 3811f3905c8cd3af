"""What is asked of GNOME's idle monitor and what is made of its answers.

The monitor is a made-up one on a real bus; `./dev desktops gnome` asks the real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.mutter import Mutter
from tests.desktop.presence.running import Bus, PresenceProgram, running
from virtual_desktop import wait_until


@pytest.fixture
def mutter(bus: Bus) -> Iterator[Mutter]:
    mutter = Mutter(bus)
    yield mutter
    mutter.end()


@pytest.fixture
def program(bus: Bus, mutter: Mutter, tmp_path: Path) -> Iterator[PresenceProgram]:
    with running(tmp_path, env_of(bus)) as program:
        assert program.chosen.startswith("Mutter idle monitor True")
        yield program


def env_of(bus: Bus) -> dict[str, str]:
    return {"DBUS_SESSION_BUS_ADDRESS": bus.address, "XDG_SESSION_TYPE": "wayland"}


def of_input(program: PresenceProgram) -> list[str]:
    return [line for line in program.told() if line.startswith(("input", "lull"))]


def leave(mutter: Mutter, program: PresenceProgram) -> None:
    """The person of whom a silence of 30 s is told."""
    program.order("idle 30")
    mutter.idle_milliseconds = 30_000
    mutter.fire(mutter.watch_for(30_000))
    program.wait_for("input_stopped")


def test_a_silence_and_its_end_are_told(mutter: Mutter, program: PresenceProgram) -> None:
    leave(mutter, program)
    mutter.fire(mutter.watch_for(None))
    program.wait_for("input_resumed")
    mutter.fire(mutter.watch_for(30_000))
    program.wait_for("input_stopped", 2)
    assert of_input(program) == ["input_stopped 30.0", "input_resumed", "input_stopped 30.0"]


def test_a_silence_older_than_its_watch_is_told_with_its_whole_length(
    mutter: Mutter, program: PresenceProgram
) -> None:
    mutter.idle_milliseconds = 90_500
    program.order("idle 30")
    mutter.fire(mutter.watch_for(30_000))
    assert program.wait_for("input_stopped") == ["input_stopped 90.5"]
    assert program.idle_seconds() == 90.5


def test_who_is_back_before_the_time_is_known_was_not_away(
    mutter: Mutter, program: PresenceProgram
) -> None:
    program.order("idle 30")
    mutter.idle_milliseconds = 10
    mutter.fire(mutter.watch_for(30_000))
    wait_until(lambda: mutter.answered.count("RemoveWatch") == 1, "the watch to be dropped")
    assert list(mutter.watches.values()) == [30_000]
    mutter.idle_milliseconds = 30_000
    mutter.fire(mutter.watch_for(30_000))
    program.wait_for("input_stopped")
    assert of_input(program) == ["input_stopped 30.0"]


def test_the_end_of_a_silence_is_heard_after_another_threshold_was_asked_for(
    mutter: Mutter, program: PresenceProgram
) -> None:
    leave(mutter, program)
    program.order("idle 20")
    mutter.fire(mutter.watch_for(20_000))
    mutter.fire(mutter.watch_for(None))
    program.wait_for("input_resumed")
    assert of_input(program) == ["input_stopped 30.0", "input_resumed"]
    assert list(mutter.watches.values()) == [20_000]


def test_each_lull_is_told_until_it_is_no_longer_wanted(
    mutter: Mutter, program: PresenceProgram
) -> None:
    program.order("lull 5")
    watch = mutter.watch_for(5_000)
    for count in (1, 2):
        mutter.fire(watch)
        program.wait_for("lull_reached", count)
    program.order("lull off")
    wait_until(lambda: not mutter.watches, "the watch to be dropped")


def test_a_watch_dropped_before_it_is_answered_is_removed(
    mutter: Mutter, program: PresenceProgram
) -> None:
    for order in ("lull 5", "lull off", "lull 6", "lull 7"):
        program.order(order)
    wait_until(lambda: list(mutter.watches.values()) == [7_000], "one watch to be left")


def test_when_the_compositor_goes_the_person_is_no_longer_taken_for_idle(
    bus: Bus, tmp_path: Path
) -> None:
    mutter = Mutter(bus)
    with running(tmp_path, env_of(bus)) as program:
        leave(mutter, program)
        mutter.end()
        program.wait_for("input_resumed")
        changed = program.wait_for("changed: none False")[0]
        assert "Mutter idle monitor=GNOME's compositor has ended" in changed
        for order in ("idle 20", "lull 5"):
            program.order(order)


def test_when_the_bus_goes_the_person_is_no_longer_taken_for_idle(
    bus: Bus, mutter: Mutter, program: PresenceProgram
) -> None:
    leave(mutter, program)
    bus.end()
    program.wait_for("input_resumed")
    assert program.wait_for("changed: none False")


def test_a_monitor_that_refuses_to_watch_is_given_up(bus: Bus, tmp_path: Path) -> None:
    mutter = Mutter(bus, refuses="AddIdleWatch")
    with running(tmp_path, env_of(bus)) as program:
        program.order("idle 30")
        changed = program.wait_for("changed: none False")[0]
        assert "Mutter idle monitor=there is nothing like that" in changed
    mutter.end()


def test_nothing_is_told_after_closing(bus: Bus, mutter: Mutter, program: PresenceProgram) -> None:
    leave(mutter, program)
    program.order("close")
    mutter.fire(mutter.watch_for(None))
    program.order("describe")
    assert of_input(program) == ["input_stopped 30.0"]


def test_without_a_monitor_the_reason_is_kept(bus: Bus, tmp_path: Path) -> None:
    with running(tmp_path, env_of(bus)) as program:
        assert "Mutter idle monitor=GNOME's compositor is not on the session bus" in program.chosen
