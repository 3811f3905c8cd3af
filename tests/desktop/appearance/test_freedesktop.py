"""What people ask of their desktop, told by a settings portal on a real bus, or by GNOME's keys."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.presence.running import DCONF, AnyBus, Bus, Service
from virtual_desktop import wait_until

PROGRAM = Path(__file__).with_name("appearance_program.py")
ROOT = Path(__file__).parents[3]
PATH, SETTINGS = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"

Value = tuple[str, Any]

WISHES: dict[str, tuple[tuple[str, str], Value, Value, str]] = {
    "reduced motion": (
        ("org.freedesktop.appearance", "reduced-motion"), ("u", 0), ("u", 1), "motion",
    ),
    "GNOME animations": (
        ("org.gnome.desktop.interface", "enable-animations"), ("b", True), ("b", False), "motion",
    ),
    "Plasma animations": (
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"), ("s", "1"), ("s", "0"), "motion",
    ),
    "contrast": (("org.freedesktop.appearance", "contrast"), ("u", 0), ("u", 1), "contrast"),
    "GNOME contrast": (
        ("org.gnome.desktop.a11y.interface", "high-contrast"), ("b", False), ("b", True),
        "contrast",
    ),
}  # fmt: skip


class Portal(Service):
    """A settings portal, after its description at flatpak.github.io/xdg-desktop-portal."""

    def __init__(self, bus: AnyBus, values: dict[tuple[str, str], Value]) -> None:
        self.values = values
        super().__init__(bus, "org.freedesktop.portal.Desktop")

    def set(self, key: tuple[str, str], value: Value) -> None:
        self.values[key] = value
        self.send(PATH, SETTINGS, "SettingChanged", "ssv", *key, value)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        if member == "Read" and body in self.values:
            return "v", (("v", self.values[body]),)
        return None


class Program:
    """The program of its own, and what it has told."""

    def __init__(self, file: Path, bus: Bus, **env: str) -> None:
        self._file = file
        with file.open("wb") as told:
            self._process = subprocess.Popen(
                (sys.executable, PROGRAM),
                env={
                    "PATH": os.environ["PATH"],
                    "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
                    "DBUS_SESSION_BUS_ADDRESS": bus.address,
                    **env,
                },
                stdin=subprocess.PIPE,
                stdout=told,
            )
        wait_until(self.told, "the first answer")

    def told(self) -> list[str]:
        return self._file.read_text().splitlines()

    def wait_until_told(self, wished: str) -> None:
        line = f"wished: {wished}".rstrip()
        wait_until(lambda: self.told()[-1].rstrip() == line, f"{line!r}, not {self.told()}")

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(20) == 0


@contextlib.contextmanager
def running(file: Path, bus: Bus, **env: str) -> Iterator[Program]:
    program = Program(file, bus, **env)
    try:
        yield program
    finally:
        program.end()


@pytest.mark.parametrize("name", WISHES)
def test_a_wish_is_heard_as_it_is_made_and_taken_back(bus: Bus, tmp_path: Path, name: str) -> None:
    key, usual, wished, what = WISHES[name]
    portal = Portal(bus, {key: usual})
    try:
        with running(tmp_path / "told", bus) as program:
            program.wait_until_told("")
            portal.set(key, wished)
            program.wait_until_told(what)
            portal.set(key, usual)
            program.wait_until_told("")
    finally:
        portal.end()


@pytest.mark.parametrize("name", WISHES)
def test_a_wish_made_before_is_known_at_once_and_goes_with_the_portal(
    bus: Bus, tmp_path: Path, name: str
) -> None:
    key, _usual, wished, what = WISHES[name]
    portal = Portal(bus, {key: wished})
    with running(tmp_path / "told", bus) as program:
        program.wait_until_told(what)
        portal.end()
        program.wait_until_told("")


def test_without_a_portal_nothing_is_wished_and_none_is_started(bus: Bus, tmp_path: Path) -> None:
    with running(tmp_path / "told", bus) as program:
        program.wait_until_told("")
        assert len(program.told()) == 1


def test_on_gnome_without_a_portal_its_own_settings_are_asked(bus: Bus, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    env = home | {"DBUS_SESSION_BUS_ADDRESS": bus.address, "PATH": os.environ["PATH"]}

    def set_key(schema: str, key: str, value: str) -> None:
        subprocess.run(("gsettings", "set", schema, key, value), env=env, check=True)

    with (
        bus.serving(*DCONF, env),
        running(tmp_path / "told", bus, **home, XDG_CURRENT_DESKTOP="ubuntu:GNOME") as program,
    ):
        program.wait_until_told("Sans 10")
        set_key("org.gnome.desktop.interface", "enable-animations", "false")
        program.wait_until_told("motion Sans 10")
        set_key("org.gnome.desktop.a11y.interface", "high-contrast", "true")
        program.wait_until_told("motion contrast Sans 10")
        set_key("org.gnome.desktop.interface", "enable-animations", "true")
        program.wait_until_told("contrast Sans 10")
