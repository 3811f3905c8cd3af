"""The tray icon in real trays, and what happens where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor

import xfce_panel
from virtual_desktop import VirtualDesktop, wait_until

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def started(desktop: VirtualDesktop) -> Callable[[], list[str]]:
    """Start the program; what it has said so far can be asked of the result."""
    said = desktop.folder / "said"
    said.write_text("")
    env = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    desktop.start(sys.executable, HERE / "tray_program.py", said, env=env)
    wait_until(said.read_text, "the program")
    return lambda: said.read_text().splitlines()


def test_icon_and_menu_work_in_an_older_tray(virtual_desktop: VirtualDesktop) -> None:
    said = started(virtual_desktop)
    icon = virtual_desktop.find_tray_icon()

    def has_ring() -> bool:
        picture = virtual_desktop.image().copy(icon.x, icon.y, icon.width, icon.height)
        teal = QColor("#5FD3C9")
        seen = {picture.pixel(x, y) for x in range(icon.width) for y in range(icon.height)}
        return teal.rgb() in seen

    wait_until(has_ring, "the ring")
    virtual_desktop.click(*icon.centre)
    wait_until(lambda: "status" in said(), "the answer to a click")
    virtual_desktop.click(*icon.centre, button=3)
    virtual_desktop.find_window(program_class="tray_program")
    virtual_desktop.key("Up", "Up", "Up", "Up", "Return")
    wait_until(lambda: "week" in said(), "the fourth entry from below")


def test_a_tray_that_comes_and_goes_is_noticed() -> None:
    with VirtualDesktop(tray="none") as desktop:
        said = started(desktop)
        assert said() == ["no tray"]
        desktop.find_window(title="^DeskStretch$")
        xfce_panel.write_settings(Path(desktop.env["HOME"]))
        panel = desktop.start("xfce4-panel")
        wait_until(lambda: said()[-1] == "a tray", "the tray's coming")
        wait_until(lambda: xfce_panel.icon_count(desktop.env) == 1, "the icon")
        desktop.stop(panel)
        wait_until(lambda: said()[-1] == "no tray", "the tray's going")
