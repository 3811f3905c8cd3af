"""A private X11 desktop without a screen: for the end-to-end tests, `./dev run` and pictures.

Xvfb, the openbox window manager, a tray host and a session bus, with a throw-away home. Programs
started on it see nothing of the desktop that the person may be using; xdotool is the person at
its keyboard and mouse. Everything goes away with it, even when the process using it is killed.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QImage

import framebuffer
import xfce_panel
from private_desktop import PrivateDesktop, Program, listens, processes_of, wait_until

__all__ = [
    "Area",
    "Program",
    "Tray",
    "VirtualDesktop",
    "listens",
    "processes_of",
    "wait_until",
]

Tray = Literal["xembed", "status_notifier", "none"]
WALLPAPER = "#8C97A3"


class Area(NamedTuple):
    """Where something is on the screen, in pixels from the top left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class VirtualDesktop(PrivateDesktop):
    """A context manager; inside it `env` is what a program needs to appear on this desktop.

    `tray` is the kind of tray host: "xembed" is trayer, "status_notifier" the Xfce panel.
    """

    def __init__(
        self,
        width: int = 1280,
        height: int = 800,
        tray: Tray = "xembed",
        owner: int | None = None,
    ) -> None:
        super().__init__(owner)
        self.width = width
        self.height = height
        self.tray = tray

    # What is to be seen

    def image(self) -> QImage:
        """The screen as it is now, without the mouse pointer."""
        return framebuffer.read_image(self.folder / "screen" / "Xvfb_screen0")

    def screenshot(self, path: Path) -> Path:
        """Write the screen as a PNG file, making its folder if needed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.image().save(str(path)):
            raise OSError(f"{path}: the picture could not be written")
        return path

    def windows(self, title: str | None = None, program_class: str | None = None) -> list[int]:
        """The visible windows whose title or else class matches a regular expression."""
        pattern = ("--name", title) if title is not None else ("--class", program_class or ".")
        command = ("xdotool", "search", "--onlyvisible", *pattern)
        # Exit code 1 says that there is none.
        answer = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return [int(window) for window in answer.stdout.split()]

    def find_window(self, title: str | None = None, program_class: str | None = None) -> int:
        """The first such window, waiting for it to appear."""
        what = f"a window {title or program_class!r}"
        return wait_until(lambda: self.windows(title, program_class), what)[0]

    def area(self, window: int) -> Area:
        """The inside of a window, without the frame that the window manager draws."""
        facts = self._ask("xwininfo", "-id", str(window))
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return Area(*(int(re.findall(rf"{name}: +(-?\d+)", facts)[0]) for name in names))

    def focused_window(self) -> int:
        """The window that gets what is typed."""
        return int(self._ask("xdotool", "getwindowfocus"))

    def tray_icons(self) -> list[Area]:
        """Where the icons in the tray are, from left to right."""
        match self.tray:
            case "xembed":
                return sorted(self._embedded_icons())
            case "status_notifier":
                count = xfce_panel.icon_count(self.env)
                return [Area(*xfce_panel.icon_area(i, self.height)) for i in range(count)]
            case "none":
                return []

    def find_tray_icon(self) -> Area:
        """The first icon in the tray, waiting for it to appear."""
        return wait_until(self.tray_icons, "an icon in the tray")[0]

    # The person

    def move(self, x: int, y: int) -> None:
        self._ask("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._ask("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def key(self, *names: str) -> None:
        """Press and release keys by their X names, such as "space", "Escape" or "ctrl+q"."""
        self._ask("xdotool", "key", *names)

    def type_text(self, text: str, pause_ms: int = 12) -> None:
        """Type into whatever has the focus, by real key events; returns once all are sent."""
        self._ask("xdotool", "type", "--delay", str(pause_ms), "--", text)

    # Bringing up and taking down

    def _bring_up(self) -> None:
        self.env["XDG_SESSION_TYPE"] = "x11"
        (self.folder / "screen").mkdir(mode=0o700)
        self.env["DISPLAY"] = self._start_screen()
        self._ask("hsetroot", "-solid", WALLPAPER)
        ready = self.folder / "openbox_ready"
        # It announces itself before it listens: windows shown in between would stay unmapped.
        self._serve("openbox", "--sm-disable", "--startup", f"touch {ready}")
        wait_until(ready.exists, "openbox")
        match self.tray:
            case "xembed":
                trayer = "trayer --edge bottom --align right --widthtype request --height 32"
                self._serve(*trayer.split(), "--SetPartialStrut", "true")
                self.find_window(program_class="^trayer$")
            case "status_notifier":
                xfce_panel.write_settings(Path(self.env["HOME"]))
                self._serve("xfce4-panel")
                wait_until(lambda: xfce_panel.is_tray_host(self.env), "the panel's tray")
            case "none":
                pass

    def _start_screen(self) -> str:
        number = self.folder / "display_number"
        screen = f"{self.width}x{self.height}x24"
        options = ("-screen", "0", screen, "-fbdir", self.folder / "screen", "-nolisten", "tcp")
        with number.open("wb") as told:
            # Xvfb picks the first free number, so that several desktops can run side by side.
            self._serve("Xvfb", *options, "-displayfd", str(told.fileno()), keep=told.fileno())
        wait_until(lambda: number.read_text().endswith("\n"), "the screen")
        return f":{number.read_text().strip()}"

    def _embedded_icons(self) -> list[Area]:
        panel = self.find_window(program_class="^trayer$")
        tree = self._ask("xwininfo", "-tree", "-id", str(panel))
        # Only an icon's own window has a class: trayer's boxes round them have none.
        children = re.findall(r'(0x[0-9a-f]+) .*\(".+"\)', tree.split("children", 1)[-1])
        icons = []
        for child in children:
            with contextlib.suppress(RuntimeError):  # it went while it was looked at
                icons.append(self.area(int(child, 16)))
        return icons
