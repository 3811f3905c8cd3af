"""The virtual desktop is a real one: windows, keys, mouse, tray, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.e2e.tray_program import ICON_COLOUR
from virtual_desktop import Tray, VirtualDesktop, processes_of, wait_until

TRAY_PROGRAM = Path(__file__).with_name("tray_program.py")


def start_tray_program(desktop: VirtualDesktop) -> Path:
    """Gives the log that tells what the program saw."""
    desktop.start(sys.executable, TRAY_PROGRAM, log="tray_program")
    return desktop.log("tray_program")


def test_what_is_typed_reaches_the_window_in_front(virtual_desktop: VirtualDesktop) -> None:
    log = start_tray_program(virtual_desktop)
    window = virtual_desktop.find_window(title="^Letter$")
    virtual_desktop.click(*virtual_desktop.area(window).centre)
    wait_until(lambda: virtual_desktop.focused_window() == window, "the focus")

    virtual_desktop.type_text("Dear colleague, it's 10:45!")
    virtual_desktop.key("BackSpace")

    wait_until(lambda: log.read_text().endswith("typed Dear colleague, it's 10:45\n"), "the text")


@pytest.mark.parametrize("tray", ["xembed", "status_notifier"])
def test_a_tray_icon_is_shown_and_can_be_clicked(tray: Tray) -> None:
    with VirtualDesktop(1024, 768, tray=tray) as desktop:
        log = start_tray_program(desktop)
        centre = desktop.find_tray_icon().centre

        wait_until(
            lambda: desktop.image().pixelColor(*centre) == QColor(ICON_COLOUR),
            "the icon's colour in the tray",
        )
        desktop.click(*centre)
        wait_until(lambda: "tray icon clicked" in log.read_text(), "the click")


def test_a_desktop_without_a_tray_has_no_icons_in_it() -> None:
    with VirtualDesktop(800, 600, tray="none") as desktop:
        start_tray_program(desktop)
        desktop.find_window(title="^Letter$")
        assert desktop.tray_icons() == []


def test_a_screenshot_is_the_whole_screen(virtual_desktop: VirtualDesktop, tmp_path: Path) -> None:
    picture = QImage(str(virtual_desktop.screenshot(tmp_path / "new_folder" / "screen.png")))
    assert (picture.width(), picture.height()) == (virtual_desktop.width, virtual_desktop.height)


def test_programs_do_not_see_the_desktop_outside(
    monkeypatch: pytest.MonkeyPatch, virtual_desktop: VirtualDesktop
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    program = virtual_desktop.start("env")
    assert program.wait() == 0
    seen = virtual_desktop.log("env").read_text()
    assert f"HOME={virtual_desktop.folder}" in seen
    assert "WAYLAND_DISPLAY" not in seen
    assert "QT_QPA_PLATFORM" not in seen


def test_nothing_is_left_behind_when_a_test_fails() -> None:
    desktop = VirtualDesktop(800, 600)

    def fail_with_a_program_in_the_background() -> None:
        with desktop:
            desktop.start("sh", "-c", "setsid sleep 1000 & wait")
            wait_until(lambda: "sleep" in program_names(desktop.folder), "the program")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_with_a_program_in_the_background()
    assert processes_of(desktop.folder) == []
    assert not desktop.folder.exists()


def test_nothing_goes_on_running_when_the_tests_are_killed() -> None:
    code = (
        "import time\n"
        "from virtual_desktop import VirtualDesktop\n"
        "with VirtualDesktop(800, 600) as desktop:\n"
        "    print(desktop.folder, flush=True)\n"
        "    time.sleep(1000)\n"
    )
    scripts = Path(sys.modules["virtual_desktop"].__file__ or "").parent
    with subprocess.Popen(
        (sys.executable, "-c", code),
        env={**os.environ, "PYTHONPATH": str(scripts)},
        stdout=subprocess.PIPE,
        text=True,
    ) as user:
        assert user.stdout is not None
        folder = Path(user.stdout.readline().strip())
        assert processes_of(folder) != []
        user.kill()
    wait_until(lambda: processes_of(folder) == [], "the desktop to end")
    shutil.rmtree(folder)


def program_names(folder: Path) -> list[str]:
    return [Path(f"/proc/{pid}/comm").read_text().strip() for pid in processes_of(folder)]
