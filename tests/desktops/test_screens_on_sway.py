"""Screens unplugged from a real Wayland compositor while the guide is open."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_char_p, c_uint8, c_uint16, c_uint32
from pathlib import Path

import pytest

from deskstretch.desktop.x11 import X11Connection
from sway_desktop import SwayDesktop
from tests.desktop.notifications.services import USUAL
from tests.desktops.sway_day import GUIDE, Day, serve
from virtual_desktop import VirtualDesktop, wait_until

_REQUESTS = {
    "xcb_intern_atom": (c_uint8, c_uint16, c_char_p),
    "xcb_send_event_checked": (c_uint8, c_uint32, c_uint32, c_char_p),
}
_CLIENT_MESSAGE = 33
_FORMAT_BITS = 32


class Monitors:
    """Sway's screens, which are windows on an X11 desktop."""

    def __init__(self, room: VirtualDesktop) -> None:
        self._room = room

    def plugged_in(self) -> dict[str, int]:
        """The window of each screen. xdotool does not find them by their titles."""
        tree = wait_until(self._windows, "a list of windows")
        found = re.findall(r'(0x[0-9a-f]+) "wlroots - (X11-\d)"', tree)
        return {name: int(window, 16) for window, name in found}

    def unplug(self, name: str) -> None:
        _ask_to_close(self.plugged_in()[name], self._room.env["DISPLAY"])
        wait_until(lambda: name not in self.plugged_in(), f"{name} to be gone")

    def _windows(self) -> str | None:
        """xwininfo gives up if one of them goes while it looks."""
        command = ("xwininfo", "-root", "-tree")
        answer = subprocess.run(
            command, env=self._room.env, capture_output=True, text=True, check=False
        )
        return answer.stdout if answer.returncode == 0 else None


def _ask_to_close(window: int, display: str) -> None:
    """As a window manager does; keys would close whatever has the focus, or nothing."""
    with closing(X11Connection(_REQUESTS, display)) as x11:

        def atom(name: bytes) -> int:
            reply = x11.ask("xcb_intern_atom", False, len(name), name)
            assert reply is not None
            return int(struct.unpack_from("=8xI", reply)[0])

        message = struct.pack(
            "=BBHIIIIIII",
            *(_CLIENT_MESSAGE, _FORMAT_BITS, 0, window, atom(b"WM_PROTOCOLS")),
            *(atom(b"WM_DELETE_WINDOW"), 0, 0, 0, 0),
        )
        assert x11.refusal("xcb_send_event_checked", False, window, 0, message) == 0


@pytest.fixture
def room() -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tray="none") as room:
        # Sway is another user there, where the tests run as root.
        subprocess.run(("xhost", "+local:"), env=room.env, check=True, capture_output=True)
        yield room


@pytest.fixture
def monitors(room: VirtualDesktop) -> Monitors:
    return Monitors(room)


@pytest.fixture
def sway(room: VirtualDesktop, monitors: Monitors) -> Iterator[SwayDesktop]:
    with SwayDesktop(room.env["DISPLAY"]) as sway:
        wait_until(lambda: len(monitors.plugged_in()) == 2, "two screens")
        yield sway


def test_the_guide_outlives_its_screen_and_the_last_one(
    sway: SwayDesktop, monitors: Monitors, throw_away_home: Path
) -> None:
    service = serve(sway, *USUAL)
    day = Day(throw_away_home, sway)
    wait_until(lambda: service.shown, "the notification")
    service.press(1, "start")
    first = day.find_window(GUIDE).screen
    (other,) = set(monitors.plugged_in()) - {first}
    monitors.unplug(first)
    wait_until(lambda: day.find_window(GUIDE).screen == other, "the guide on the other screen")
    monitors.unplug(other)
    day.tell_sway("create_output")
    wait_until(lambda: day.find_window(GUIDE).screen not in (first, other), "the guide to be back")
    assert day.find_window(GUIDE).fills_screen
    assert day.app.poll() is None
    assert day.wait_for_outcome() == "taken"
    service.end()
