"""What desktops say themselves, on a real bus, by small services with their interfaces."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from deskstretch.core.reasons import DO_NOT_DISTURB, INHIBITED
from tests.desktop.disturbance.running import NOTHING, DisturbanceProgram, watching
from tests.desktop.presence.running import DCONF, Bus, Service
from virtual_desktop import wait_until

SETTINGS = msgspec.structs.replace(NOTHING, do_not_disturb=True, inhibitors=True)
PROPERTIES = "org.freedesktop.DBus.Properties"


class WithProperty(Service):
    """A service with one property, whose changes it tells as the specification wants."""

    def __init__(
        self, bus: Bus, name: str, path: str, interface: str, which: str, value: tuple[str, Any]
    ) -> None:
        self._path, self._interface, self._which = path, interface, which
        self._value = value
        super().__init__(bus, name)

    def set(self, value: Any) -> None:
        self._value = (self._value[0], value)
        changed = {self._which: self._value}
        arguments = self._interface, changed, list[str]()
        self.send(self._path, PROPERTIES, "PropertiesChanged", "sa{sv}as", *arguments)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        if (member, body) == ("Get", (self._interface, self._which)):
            return "v", (self._value,)
        return None


NOTIFICATIONS = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
SESSION = "org.gnome.SessionManager"
LOGIN = "org.freedesktop.login1"

WITH_PROPERTY = {
    "Plasma notifications": (
        (*NOTIFICATIONS, "org.freedesktop.Notifications", "Inhibited"), "b", False, True,
        DO_NOT_DISTURB,
    ),
    "dunst": (
        (*NOTIFICATIONS, "org.dunstproject.cmd0", "paused"), "b", False, True, DO_NOT_DISTURB,
    ),
    "session manager": (
        (SESSION, "/org/gnome/SessionManager", SESSION, "InhibitedActions"), "u", 1 | 4, 8 | 4,
        INHIBITED,
    ),
    "logind": (
        (LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "BlockInhibited"), "s",
        "shutdown:handle-lid-switch", "shutdown:idle", INHIBITED,
    ),
}  # fmt: skip


def start(folder: Path, bus: Bus, **env: str) -> AbstractContextManager[DisturbanceProgram]:
    """With one bus as the session's and the system's, on which both kinds of service may be."""
    both = {"DBUS_SYSTEM_BUS_ADDRESS": bus.address, "DBUS_SESSION_BUS_ADDRESS": bus.address}
    return watching(folder, both | env, SETTINGS)


@pytest.fixture
def program(bus: Bus, tmp_path: Path) -> Iterator[DisturbanceProgram]:
    with start(tmp_path, bus) as program:
        yield program


@pytest.mark.parametrize("adapter", WITH_PROPERTY)
def test_a_property_is_heard_from_when_its_service_comes_until_it_goes(
    bus: Bus, program: DisturbanceProgram, adapter: str
) -> None:
    where, signature, free, busy, reason = WITH_PROPERTY[adapter]
    service = WithProperty(bus, *where, (signature, free))
    program.wait_for_answer(adapter, [])
    service.set(busy)
    program.wait_until_told(reason)
    service.set(free)
    program.wait_until_told(reason, "")
    service.set(busy)
    program.wait_until_told(reason, "", reason)
    service.end()
    program.wait_until_told(reason, "", reason, "")
    assert program.adapters()[adapter] == f"{where[0]} has ended"


@pytest.mark.parametrize("adapter", WITH_PROPERTY)
def test_what_is_so_already_is_told_at_once(bus: Bus, tmp_path: Path, adapter: str) -> None:
    where, signature, _, busy, reason = WITH_PROPERTY[adapter]
    service = WithProperty(bus, *where, (signature, busy))
    with start(tmp_path, bus) as program:
        program.wait_until_told(reason)
        assert program.adapters()[adapter] == [reason]
    service.end()


class PowerManager(Service):
    """As Xfce's."""

    def __init__(self, bus: Bus) -> None:
        self._inhibited = True
        super().__init__(bus, "org.freedesktop.PowerManagement")

    def set(self, inhibited: bool) -> None:
        self._inhibited = inhibited
        interface = "org.freedesktop.PowerManagement.Inhibit"
        path = "/org/freedesktop/PowerManagement/Inhibit"
        self.send(path, interface, "HasInhibitChanged", "b", inhibited)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        return ("b", (self._inhibited,)) if member == "HasInhibit" else None


def test_a_power_manager_is_asked_where_it_means_films(bus: Bus, tmp_path: Path) -> None:
    service = PowerManager(bus)
    with start(tmp_path, bus, XDG_CURRENT_DESKTOP="XFCE") as program:
        program.wait_until_told(INHIBITED)
        service.set(False)
        program.wait_until_told(INHIBITED, "")
    with start(tmp_path / "plasma", bus, XDG_CURRENT_DESKTOP="KDE") as program:
        assert program.adapters()["power manager"] == "Plasma's counts downloads too"
    service.end()


class Asked(Service):
    """Notifications of a kind that only answers."""

    def __init__(self, bus: Bus, name: str, method: str, answer: tuple[str, tuple[Any]]) -> None:
        self._method, self.now = method, answer
        super().__init__(bus, name)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        return self.now if member == self._method else None


ASKED = {
    "mako": (NOTIFICATIONS[0], "ListModes", "as", ["default"], ["default", "do-not-disturb"]),
    "SwayNotificationCenter": ("org.erikreider.swaync.cc", "GetDnd", "b", False, True),
}


@pytest.mark.parametrize("adapter", ASKED)
def test_notifications_that_do_not_tell_of_changes_are_asked_every_so_often(
    bus: Bus, tmp_path: Path, adapter: str
) -> None:
    name, method, signature, free, busy = ASKED[adapter]
    service = Asked(bus, name, method, (signature, (free,)))
    with start(tmp_path, bus) as program:
        program.wait_for_answer(adapter, [])
        service.now = (signature, (busy,))
        program.wait_until_told(DO_NOT_DISTURB)
    service.end()


class PolicyAgent(Service):
    """As Plasma's PowerDevil."""

    PATH = "/org/kde/Solid/PowerManagement/PolicyAgent"
    INTERFACE = "org.kde.Solid.PowerManagement.PolicyAgent"

    def __init__(self, bus: Bus, policies: int) -> None:
        self._policies = policies
        super().__init__(bus, "org.kde.Solid.PowerManagement")

    def set(self, policies: int) -> None:
        self._policies = policies
        added = [("player", "a film")] if policies else []
        self.send(self.PATH, self.INTERFACE, "InhibitionsChanged", "a(ss)as", added, ["player"])

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        return ("b", (bool(self._policies & body[0]),)) if member == "HasInhibition" else None


def test_plasma_is_asked_for_films_and_not_for_downloads(bus: Bus, tmp_path: Path) -> None:
    interrupt_session, change_screen_settings = 1, 4
    service = PolicyAgent(bus, interrupt_session)
    with start(tmp_path, bus, XDG_CURRENT_DESKTOP="KDE") as program:
        program.wait_for_answer("Plasma power manager", [])
        service.set(change_screen_settings)
        program.wait_until_told(INHIBITED)
        service.set(0)
        program.wait_until_told(INHIBITED, "")
    service.end()


def test_xfces_own_settings_are_heard(bus: Bus, tmp_path: Path) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": bus.address, "HOME": str(tmp_path)}

    def set_quiet(quiet: str) -> None:
        channel = "xfconf-query --channel xfce4-notifyd --property /do-not-disturb"
        order = f"{channel} --create --type bool --set {quiet}"
        subprocess.run(order.split(), env=env | {"PATH": os.environ["PATH"]}, check=True)

    daemon = next(Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"))
    with (
        bus.serving(daemon, "org.xfce.Xfconf", env),
        start(tmp_path / "program", bus) as program,
    ):
        # Never switched on yet, which the service takes for an error.
        why_not = '"xfce4-notifyd"'
        wait_until(lambda: why_not in str(program.adapters()["Xfce notifications"]), why_not)
        set_quiet("true")
        program.wait_until_told(DO_NOT_DISTURB)
        set_quiet("false")
        program.wait_until_told(DO_NOT_DISTURB, "")


def test_gnomes_own_settings_are_heard(bus: Bus, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    env = home | {"DBUS_SESSION_BUS_ADDRESS": bus.address, "PATH": os.environ["PATH"]}

    def set_banners(shown: str) -> None:
        order = f"gsettings set org.gnome.desktop.notifications show-banners {shown}"
        subprocess.run(order.split(), env=env, check=True)

    desktop = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    with (
        bus.serving(*DCONF, env),
        start(tmp_path / "program", bus, **home, **desktop) as program,
    ):
        program.wait_for_answer("desktop settings", [])
        set_banners("false")
        program.wait_until_told(DO_NOT_DISTURB)
        set_banners("true")
        program.wait_until_told(DO_NOT_DISTURB, "")
    with start(tmp_path / "other", bus, **home, XDG_CURRENT_DESKTOP="sway") as program:
        assert program.adapters()["desktop settings"] == "not GNOME, Cinnamon or MATE"


def test_no_service_is_started_only_to_be_asked(bus: Bus, program: DisturbanceProgram) -> None:
    asked = {name: why for name, why in program.adapters().items() if why != []}
    assert set(WITH_PROPERTY) <= set(asked)
    listed = subprocess.run(
        ("dbus-send", f"--bus={bus.address}", "--print-reply=literal",
         "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames"),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {name for name in listed.stdout.split() if name.startswith("org.")} == {
        "org.freedesktop.DBus"
    }


def test_a_bus_that_ends_holds_nothing_back(bus: Bus, program: DisturbanceProgram) -> None:
    where, signature, _, busy, reason = WITH_PROPERTY["session manager"]
    service = WithProperty(bus, *where, (signature, busy))
    program.wait_until_told(reason)
    bus.end()
    program.wait_until_told(reason, "")
    service.end()


def test_without_a_bus_the_reason_is_kept(tmp_path: Path) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    with watching(tmp_path, env, SETTINGS) as program:
        assert "no bus: " in str(program.adapters()["Plasma notifications"])
