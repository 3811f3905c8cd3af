"""What a person asked of their whole desktop is heeded while the app runs."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor

from deskstretch.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST
from tests.desktop.appearance.test_freedesktop import WISHES, Portal
from tests.e2e.workday import APP, Workday
from virtual_desktop import VirtualDesktop, wait_until

CONTRAST, QUIET, LOUD, _ = WISHES["contrast"]


class SessionBus:
    """That of the virtual desktop."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self.address = desktop.env["DBUS_SESSION_BUS_ADDRESS"]


@pytest.fixture
def portal(virtual_desktop: VirtualDesktop) -> Iterator[Portal]:
    portal = Portal(SessionBus(virtual_desktop), {CONTRAST: QUIET})
    yield portal
    portal.end()


def test_the_doctor_says_what_is_wished_and_who_told(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, portal: Portal
) -> None:
    portal.set(CONTRAST, LOUD)
    command = (str(APP), "doctor", "--json")
    env = virtual_desktop.env
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    ports = {port["name"]: port for port in json.loads(told)["ports"]}
    contrast, motion = ports["contrast"], ports["motion"]
    assert (contrast["reading"], motion["reading"]) == ("high", "as usual")
    assert contrast["used"] == ["portal: org.freedesktop.appearance contrast", "Qt"]
    assert motion["used"] == []


def test_an_open_window_takes_on_high_contrast_and_gives_it_up_again(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, portal: Portal
) -> None:
    day = Workday(virtual_desktop, throw_away_home, interval_seconds=600)
    virtual_desktop.start(APP, log="second")
    window = virtual_desktop.area(virtual_desktop.find_window(title="^DeskStretch$"))

    def paper() -> QColor:
        return virtual_desktop.image().pixelColor(window.x + 4, window.y + 4)

    wait_until(lambda: paper() == LIGHT.paper, "the usual paper")
    portal.set(CONTRAST, LOUD)
    wait_until(lambda: paper() == LIGHT_CONTRAST.paper, "white")
    day.command("settings", "set", "look.theme", "dark")
    wait_until(lambda: paper() == DARK_CONTRAST.paper, "black")
    day.command("settings", "set", "look.theme", "light")
    portal.set(CONTRAST, QUIET)
    wait_until(lambda: paper() == LIGHT.paper, "the usual paper again")


def test_the_first_window_of_all_is_dark_from_the_first_on_a_dark_desktop_made_with_gtk(
    virtual_desktop: VirtualDesktop, tmp_path: Path
) -> None:
    told = tmp_path / "xsettings"
    told.write_text('Net/ThemeName "Adwaita-dark"')
    manager = virtual_desktop.start("xsettingsd", "-c", told)
    virtual_desktop.start(APP, env={"XDG_CURRENT_DESKTOP": "XFCE"}, log="app")
    window = virtual_desktop.find_window(title="^Welcome")
    seen: list[QColor] = []

    def paper() -> QColor:
        area = virtual_desktop.area(window)
        seen.append(virtual_desktop.image().pixelColor(area.x + 4, area.y + 4))
        return seen[-1]

    wait_until(lambda: paper() == DARK.paper, "dark paper")
    assert LIGHT.paper not in seen
    told.write_text('Net/ThemeName "Adwaita"')
    manager.send_signal(signal.SIGHUP)
    wait_until(lambda: paper() == LIGHT.paper, "light paper")


def test_the_doctor_says_which_font_and_theme_a_desktop_made_with_gtk_has(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, tmp_path: Path
) -> None:
    told = tmp_path / "xsettings"
    told.write_text('Net/ThemeName "Adwaita-dark"\nGtk/FontName "Cantarell 11"')
    virtual_desktop.start("xsettingsd", "-c", told)
    env = virtual_desktop.env | {"XDG_CURRENT_DESKTOP": "XFCE"}

    def ports() -> dict[str, Any]:
        command = (str(APP), "doctor", "--json")
        answer = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
        return {port["name"]: port for port in json.loads(answer)["ports"]}

    # Nobody tells when the manager is ready.
    found = wait_until(lambda: (p := ports())["theme"]["reading"] == "dark" and p, "the manager")
    assert "XSETTINGS" in found["theme"]["used"]
    assert (found["font"]["reading"], found["font"]["used"]) == ("Cantarell 11", ["XSETTINGS"])
