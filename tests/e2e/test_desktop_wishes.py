"""What a person asked of their whole desktop is heeded while the app runs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from deskstretch.ui.theme import DARK_CONTRAST, LIGHT, LIGHT_CONTRAST
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
