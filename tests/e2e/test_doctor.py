"""`deskstretch doctor` on a real X11 desktop: what it names is what is there."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pytest

from virtual_desktop import Tray, VirtualDesktop, wait_until

DOCTOR = (sys.executable, "-m", "deskstretch", "doctor", "--json")
FULL_SCREEN = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.setWindowTitle("A film")
window.showFullScreen()
application.exec()
"""


def ports_of(output: str) -> dict[str, Any]:
    return {port["name"]: port for port in json.loads(output)["ports"]}


def doctor(desktop: VirtualDesktop) -> dict[str, Any]:
    ended = subprocess.run(
        DOCTOR, env=desktop.env, capture_output=True, text=True, check=True, timeout=60
    )
    return ports_of(ended.stdout)


def doctor_while_typing(desktop: VirtualDesktop) -> dict[str, Any]:
    with subprocess.Popen(DOCTOR, env=desktop.env, stdout=subprocess.PIPE, text=True) as program:
        while program.poll() is None:
            desktop.key("shift")
            time.sleep(0.05)
        assert program.stdout is not None
        return ports_of(program.stdout.read())


def idle_seconds(ports: dict[str, Any]) -> float:
    return float(ports["idle"]["reading"].removesuffix(" s since the last input"))


def test_the_idle_time_it_reads_follows_the_keys(virtual_desktop: VirtualDesktop) -> None:
    virtual_desktop.key("shift")
    time.sleep(3)
    rested = doctor(virtual_desktop)
    assert rested["idle"]["used"] == ["X11 idle counter"]
    assert [other["name"] for other in rested["idle"]["not_used"]] == [
        "Wayland idle notifications",
        "Mutter idle monitor",
    ]
    assert idle_seconds(doctor_while_typing(virtual_desktop)) < 3 <= idle_seconds(rested)


def test_a_full_screen_window_is_seen(virtual_desktop: VirtualDesktop) -> None:
    before = doctor(virtual_desktop)["full screen"]
    assert (before["used"], before["reading"]) == (["X11 window"], "no")
    virtual_desktop.start(sys.executable, "-c", FULL_SCREEN)
    window = virtual_desktop.find_window(title="^A film$")
    wait_until(lambda: virtual_desktop.focused_window() == window, "the film to be in use")
    assert doctor(virtual_desktop)["full screen"]["reading"] == "yes, now"


@pytest.mark.parametrize(
    ("tray", "words"),
    [
        ("xembed", "a tray is there"),
        ("none", "no tray, so the small window is shown instead"),
    ],
)
def test_a_tray_is_told_where_there_is_one(tray: Tray, words: str) -> None:
    with VirtualDesktop(800, 600, tray=tray) as desktop:
        ports = doctor(desktop)
    assert ports["tray"]["reading"] == words
    assert (ports["screen"]["used"], ports["screen"]["reading"]) == (["xcb"], "800x600 at 1")
    assert ports["asking"]["reading"].startswith("by window. ")
    assert ports["guide"]["reading"] == "in a window"
