"""Plasma's compositor in a window of a private X11 desktop, whose keyboard it takes over."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from private_desktop import listens, wait_until
from virtual_desktop import VirtualDesktop

SOCKET = "wayland-kde"


class KdeDesktop(VirtualDesktop):
    """A context manager; inside it `env` is what a program needs to appear on this desktop."""

    def __init__(self) -> None:
        super().__init__(tray="none")

    def _bring_up(self) -> None:
        super()._bring_up()
        size = ("--width", str(self.width), "--height", str(self.height))
        # Without a graphics card.
        self.env |= {"KWIN_COMPOSE": "Q", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._serve(self._kwin(), "--x11-display", self.env["DISPLAY"], *size, "--socket", SOCKET)
        socket = self.folder / "runtime" / SOCKET
        wait_until(lambda: listens(socket), "KWin")
        wait_until(self._has_the_keyboard, "KWin's window")
        self.env |= {
            "WAYLAND_DISPLAY": SOCKET,
            "XDG_SESSION_TYPE": "wayland",
            "XDG_CURRENT_DESKTOP": "KDE",
        }

    def _kwin(self) -> Path:
        """A copy without the right to real-time scheduling, with which no container runs it."""
        installed = shutil.which("kwin_wayland")
        if installed is None:
            raise FileNotFoundError("kwin_wayland is not installed")
        return Path(shutil.copy(installed, self.folder))

    def _has_the_keyboard(self) -> bool:
        # Xdotool finds windows of some class only, and this one has none.
        with contextlib.suppress(RuntimeError):
            return "KDE Wayland" in self._ask("xdotool", "getwindowfocus", "getwindowname")
        return False
