"""Silence and its end as real desktops tell them; the keys are real too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.running import PresenceProgram, running
from tests.desktops.conftest import Desktop


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[PresenceProgram]:
    with running(tmp_path / "presence", desktop.env) as program:
        yield program


def of_input(program: PresenceProgram) -> list[str]:
    """What it has told, without what it says of the services that are not on such a desktop."""
    return [line.split()[0] for line in program.told() if not line.startswith("changed")]


def test_the_desktop_tells_of_idle_time(program: PresenceProgram) -> None:
    assert program.chosen.split(" True ")[0] in (
        "Wayland idle notifications",
        "Mutter idle monitor",
    )


def test_a_silence_and_its_end_are_told_once_each(
    desktop: Desktop, program: PresenceProgram
) -> None:
    program.order("idle 0.4")
    for count in (1, 2, 3):
        program.wait_for("input_stopped", count)
        desktop.key("a")
        program.wait_for("input_resumed", count)
    assert of_input(program)[:6] == ["input_stopped", "input_resumed"] * 3


def test_a_silence_is_told_with_its_length(desktop: Desktop, program: PresenceProgram) -> None:
    desktop.key("a")
    program.order("idle 0.4")
    told = program.wait_for("input_stopped")[0]
    assert float(told.split()[1]) >= 0.4
    program.wait_until_idle_for(0.6)


def test_keys_do_not_wake_the_program(desktop: Desktop, program: PresenceProgram) -> None:
    program.order("idle 60")
    program.order("lull 50")
    desktop.key("a")
    before = program.wake_ups()
    desktop.key(*["a"] * 30)
    # A hand may come with a keyboard of its own, which the compositor announces and takes away.
    assert program.wake_ups() - before <= 5


def test_each_lull_is_told_until_it_is_no_longer_wanted(
    desktop: Desktop, program: PresenceProgram
) -> None:
    program.order("idle 0.5")
    program.order("lull 0.3")
    for count in (1, 2):
        program.wait_for("lull_reached", count)
        program.wait_for("input_stopped", count)
        desktop.key("a")
    program.order("lull off")
    lulls = program.told().count("lull_reached")
    desktop.key("a")
    program.wait_for("input_stopped", 3)
    assert program.told().count("lull_reached") == lulls


def test_asking_again_for_the_same_lull_does_not_tell_it_again(program: PresenceProgram) -> None:
    program.order("idle 0.5")
    program.order("lull 0.3")
    program.wait_for("input_stopped")
    for _ in range(3):
        program.order("lull 0.3")
        program.order("describe")
    assert program.told().count("lull_reached") == 1


def test_a_silence_with_another_threshold_still_ends(
    desktop: Desktop, program: PresenceProgram
) -> None:
    program.order("idle 0.3")
    program.wait_for("input_stopped")
    program.order("idle 0.4")
    desktop.key("a")
    program.wait_for("input_resumed")
    program.wait_for("input_stopped", 2)
    desktop.key("a")
    program.wait_for("input_resumed", 2)
    stops = [line for line in program.told() if line.startswith("input_stopped")]
    assert float(stops[1].split()[1]) >= 0.4


def test_nothing_is_told_after_closing(desktop: Desktop, program: PresenceProgram) -> None:
    program.order("idle 0.3")
    program.wait_for("input_stopped")
    program.order("close")
    desktop.key("a")
    program.order("describe")
    assert of_input(program) == ["input_stopped"]
