"""The lock as screen savers tell it on a real session bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.presence.running import Bus, LoginManager, PresenceProgram, Service, running
from virtual_desktop import wait_until

SAVERS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")


class Saver(Service):
    def __init__(self, bus: Bus, kind: str = "gnome") -> None:
        self._kind = kind
        super().__init__(bus, f"org.{kind}.ScreenSaver")

    def set_active(self, active: bool) -> None:
        path = f"/org/{self._kind}/ScreenSaver"
        self.send(path, f"org.{self._kind}.ScreenSaver", "ActiveChanged", "b", active)


@pytest.fixture
def program(bus: Bus, tmp_path: Path) -> Iterator[PresenceProgram]:
    """With one bus as the session's and the system's, on which both kinds of service may be."""
    env = {"DBUS_SYSTEM_BUS_ADDRESS": bus.address, "DBUS_SESSION_BUS_ADDRESS": bus.address}
    with running(tmp_path, env) as program:
        program.wait_for("changed: ")
        yield program


def locks(program: PresenceProgram) -> list[str]:
    return [line for line in program.told() if line.endswith("locked")]


@pytest.mark.parametrize("kind", SAVERS)
def test_each_desktops_screen_saver_is_heard(bus: Bus, program: PresenceProgram, kind: str) -> None:
    saver = Saver(bus, kind)
    assert "screen saver=used" in program.chosen
    saver.set_active(True)
    program.wait_for("locked")
    saver.set_active(False)
    program.wait_for("unlocked")
    saver.end()
    assert locks(program) == ["locked", "unlocked"]


def test_a_lock_ends_with_the_screen_saver_that_told_it(bus: Bus, program: PresenceProgram) -> None:
    saver = Saver(bus)
    saver.set_active(True)
    program.wait_for("locked")
    saver.end()
    program.wait_for("unlocked")


def test_a_lock_outlasts_one_of_two_that_told_it(bus: Bus, program: PresenceProgram) -> None:
    lasting, passing = Saver(bus, "gnome"), Saver(bus, "freedesktop")
    lasting.set_active(True)
    passing.set_active(True)
    program.wait_for("locked")
    passing.end()
    manager = LoginManager(bus)  # heard later than the end of the other one
    program.wait_for("changed: ", 2)
    assert locks(program) == ["locked"]
    lasting.set_active(False)
    program.wait_for("unlocked")
    lasting.end()
    manager.end()


def test_a_lock_told_by_both_services_is_one_and_ends_when_both_say_so(
    bus: Bus, program: PresenceProgram
) -> None:
    manager, saver = LoginManager(bus), Saver(bus)
    program.wait_for("changed: ", 2)
    saver.set_active(True)
    program.wait_for("locked")
    manager.set_locked_hint(True)
    wait_until(lambda: manager.answered == ["GetSession", *["Get"] * 4], "the hint to be read")
    manager.prepare_for_sleep(True)
    program.wait_for("suspended")
    saver.set_active(False)
    manager.prepare_for_sleep(False)
    program.wait_for("resumed")
    manager.set_locked_hint(False)
    program.wait_for("unlocked")
    saver.end()
    manager.end()
    assert locks(program) == ["locked", "unlocked"]


def test_without_a_session_bus_the_reason_is_kept(tmp_path: Path) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    with running(tmp_path, env) as program:
        assert "screen saver=no bus: Failed to connect" in program.chosen
