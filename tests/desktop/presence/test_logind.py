"""Sleep and lock as a login manager tells them on a real bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.running import Bus, LoginManager, PresenceProgram, running
from virtual_desktop import wait_until


@pytest.fixture
def manager(bus: Bus) -> Iterator[LoginManager]:
    manager = LoginManager(bus)
    yield manager
    manager.end()


@pytest.fixture
def program(bus: Bus, manager: LoginManager, tmp_path: Path) -> Iterator[PresenceProgram]:
    with running(tmp_path, {"DBUS_SYSTEM_BUS_ADDRESS": bus.address}) as program:
        # It knows how things stand before anything changes: LockedHint and Active.
        wait_until(lambda: manager.answered.count("Get") >= 2, "the program to ask")
        yield program


def lock(manager: LoginManager, program: PresenceProgram) -> None:
    manager.set_locked_hint(True)
    program.wait_for("locked")


def let_it_sleep(manager: LoginManager, program: PresenceProgram) -> None:
    """What was told before this has been heard when it is over."""
    count = program.told().count("suspended")
    manager.prepare_for_sleep(True)
    program.wait_for("suspended", count + 1)


def test_sleep_and_waking_up_are_told(manager: LoginManager, program: PresenceProgram) -> None:
    assert "logind=used" in program.chosen
    manager.prepare_for_sleep(True)
    program.wait_for("suspended")
    manager.prepare_for_sleep(False)
    program.wait_for("resumed")
    assert program.told() == ["suspended", "resumed"]


def test_each_lock_and_unlock_is_told_once(manager: LoginManager, program: PresenceProgram) -> None:
    for count in (1, 2):
        manager.set_locked_hint(True)
        manager.set_locked_hint(True)
        program.wait_for("locked", count)
        manager.set_locked_hint(False)
        manager.set_locked_hint(False)
        program.wait_for("unlocked", count)
    assert program.told() == ["locked", "unlocked", "locked", "unlocked"]


def test_a_screen_that_is_locked_at_the_start_is_told(bus: Bus, tmp_path: Path) -> None:
    manager = LoginManager(bus, locked=True)
    with running(tmp_path, {"DBUS_SYSTEM_BUS_ADDRESS": bus.address}) as program:
        program.wait_for("locked")
    manager.end()


def test_another_users_session_in_front_is_told_as_a_lock(
    manager: LoginManager, program: PresenceProgram
) -> None:
    for count in (1, 2):
        manager.set_active(False)
        program.wait_for("locked", count)
        manager.set_active(True)
        program.wait_for("unlocked", count)
    assert program.told() == ["locked", "unlocked"] * 2


def test_coming_back_to_a_locked_session_does_not_unlock_it(
    manager: LoginManager, program: PresenceProgram
) -> None:
    manager.set_active(False)
    program.wait_for("locked")
    manager.set_locked_hint(True)
    manager.set_active(True)
    let_it_sleep(manager, program)
    assert program.told() == ["locked", "suspended"]
    manager.set_locked_hint(False)
    program.wait_for("unlocked")


def test_a_session_that_never_is_in_front_is_not_taken_for_left(bus: Bus, tmp_path: Path) -> None:
    manager = LoginManager(bus, active=False)
    with running(tmp_path, {"DBUS_SYSTEM_BUS_ADDRESS": bus.address}) as program:
        lock(manager, program)
        manager.set_locked_hint(False)
        program.wait_for("unlocked")
        assert program.told() == ["locked", "unlocked"]
    manager.end()


def test_being_asked_to_lock_is_not_a_lock_yet(
    manager: LoginManager, program: PresenceProgram
) -> None:
    manager.ask_to_lock()
    let_it_sleep(manager, program)
    assert "locked" not in program.told()


def test_a_lock_outlasts_a_restart_of_the_login_manager(
    bus: Bus, manager: LoginManager, program: PresenceProgram
) -> None:
    lock(manager, program)
    manager.end()
    manager = LoginManager(bus, locked=True)
    let_it_sleep(manager, program)
    assert program.told() == ["locked", "suspended"]
    manager.set_locked_hint(False)
    program.wait_for("unlocked")
    manager.end()


def test_an_unlock_during_a_restart_of_the_login_manager_is_told(
    bus: Bus, manager: LoginManager, program: PresenceProgram
) -> None:
    lock(manager, program)
    manager.end()
    manager = LoginManager(bus, locked=False)
    program.wait_for("unlocked")
    manager.end()


def test_a_login_manager_without_our_session_still_tells_sleep(bus: Bus, tmp_path: Path) -> None:
    manager = LoginManager(bus, has_session=False)
    with running(tmp_path, {"DBUS_SYSTEM_BUS_ADDRESS": bus.address}) as program:
        assert "logind=no session" in program.wait_for("changed")[0]
        let_it_sleep(manager, program)
    manager.end()


def test_a_login_manager_that_comes_later_is_heard(bus: Bus, tmp_path: Path) -> None:
    with running(tmp_path, {"DBUS_SYSTEM_BUS_ADDRESS": bus.address}) as program:
        assert "logind=no session" in program.wait_for("changed")[0]
        manager = LoginManager(bus)
        assert "logind=used" in program.wait_for("changed", 2)[1]
        lock(manager, program)
        let_it_sleep(manager, program)
    manager.end()


def test_a_lock_does_not_outlast_the_bus_that_told_it(
    bus: Bus, manager: LoginManager, program: PresenceProgram
) -> None:
    lock(manager, program)
    bus.end()
    program.wait_for("unlocked")
    assert "logind=the system bus is gone" in program.wait_for("changed")[-1]


def test_without_a_bus_the_reason_is_kept(tmp_path: Path) -> None:
    env = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    with running(tmp_path, env) as program:
        assert "logind=no bus: Failed to connect" in program.chosen


def test_nothing_is_told_after_closing(manager: LoginManager, program: PresenceProgram) -> None:
    let_it_sleep(manager, program)
    program.order("close")
    manager.prepare_for_sleep(True)
    manager.set_locked_hint(True)
    program.order("describe")
    assert program.told() == ["suspended"]
