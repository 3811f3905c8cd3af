"""The real app while the screen is locked and the machine sleeps, as a login manager tells it.

The machine itself does not sleep: the clocks go on, as they do in `CLOCK_BOOTTIME`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.running import Bus, LoginManager, private_bus
from tests.e2e.workday import GUIDE, PROMPT, START, Workday, held_by_side, planned_by_side
from virtual_desktop import VirtualDesktop, wait_until

A_MOMENT = 2.0
"""Long enough to see whether something goes on that should not."""


@pytest.fixture
def bus() -> Iterator[Bus]:
    with private_bus() as bus:
        yield bus


@pytest.fixture
def manager(bus: Bus) -> Iterator[LoginManager]:
    manager = LoginManager(bus)
    yield manager
    manager.end()


@pytest.fixture
def desktop(
    virtual_desktop: VirtualDesktop, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> VirtualDesktop:
    monkeypatch.setitem(virtual_desktop.env, "DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    return virtual_desktop


def begin_hold(day: Workday, seconds: float) -> None:
    """Take a break now and hold for so many seconds."""
    day.command("break", "--exercise", "chair-hamstring")
    wait_until(lambda: day.held_so_far() >= seconds, f"{seconds} held seconds", 60)


def test_a_hold_stops_counting_while_the_screen_is_locked_and_goes_on_when_wished(
    desktop: VirtualDesktop, manager: LoginManager, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home, interval_seconds=600, hold_seconds=5)
    begin_hold(day, 2)
    manager.set_locked_hint(True)
    time.sleep(A_MOMENT)
    held = day.held_so_far()
    assert 2 <= held < 5
    manager.set_locked_hint(False)
    time.sleep(A_MOMENT)
    assert day.held_so_far() == held

    desktop.click(*desktop.area(desktop.find_window(title=GUIDE)).centre)
    desktop.key("space")
    one = day.wait_for_outcome()
    assert one["outcome"] == "taken"
    steps = day.steps(one["id"])
    assert held_by_side(steps) == pytest.approx(planned_by_side(steps), abs=0.001)


def test_a_hold_left_for_long_behind_a_locked_screen_ends_with_what_was_held(
    desktop: VirtualDesktop, manager: LoginManager, throw_away_home: Path
) -> None:
    day = Workday(
        desktop, throw_away_home, interval_seconds=600, hold_seconds=20, natural_break_seconds=4
    )
    begin_hold(day, 2)
    manager.set_locked_hint(True)
    one = day.wait_for_outcome()
    assert one["outcome"] == "skipped"
    assert 2 <= sum(held_by_side(day.steps(one["id"])).values()) < 6


def test_somebody_who_locks_the_screen_for_long_before_answering_was_away(
    desktop: VirtualDesktop, manager: LoginManager, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home, natural_break_seconds=4)
    day.type_until_due()
    day.pause_for_prompt()
    manager.set_locked_hint(True)
    wait_until(lambda: not day.prompts(), "the prompt to hide")
    one = day.wait_for_outcome()
    manager.set_locked_hint(False)
    time.sleep(A_MOMENT)
    assert one["outcome"] == "away"
    assert day.prompts() == []
    assert len(day.breaks()) == 1


def test_after_a_short_sleep_exactly_one_prompt_asks_again(
    desktop: VirtualDesktop, manager: LoginManager, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home, natural_break_seconds=60)
    day.type_until_due()
    day.pause_for_prompt()
    manager.prepare_for_sleep(True)
    wait_until(lambda: not day.prompts(), "the prompt to hide")
    time.sleep(A_MOMENT)
    manager.prepare_for_sleep(False)
    day.type_on()
    day.pause_for_prompt()
    assert len(desktop.windows(title=PROMPT)) == 1
    day.answer(day.prompts()[0], START)
    one = day.wait_for_outcome()
    assert one["outcome"] == "taken"
    assert len(day.breaks()) == 1


def test_a_login_manager_that_goes_and_comes_back_changes_nothing_else(
    desktop: VirtualDesktop, bus: Bus, manager: LoginManager, throw_away_home: Path
) -> None:
    day = Workday(desktop, throw_away_home, interval_seconds=600, hold_seconds=20)
    manager.end()
    begin_hold(day, 1)
    again = LoginManager(bus)
    try:
        # It is found by asking, which may take a moment.
        wait_until(lambda: "Get" in again.answered, "the app to ask the new one")
        again.set_locked_hint(True)
        time.sleep(A_MOMENT)
        held = day.held_so_far()
        time.sleep(A_MOMENT)
        assert day.held_so_far() == held
    finally:
        again.end()
