"""Plasma's compositor in a window of a private X11 desktop, whose keyboard it takes over."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from private_desktop import PATIENCE_SECONDS, listens, wait_until
from virtual_desktop import VirtualDesktop

SOCKET = "wayland-kde"
SCRIPTING = DBusAddress("/Scripting", "org.kde.KWin", "org.kde.kwin.Scripting")
TELL_FOCUSED = """\
var active = workspace.activeWindow || workspace.activeClient;  // Plasma 6, Plasma 5
callDBus("LISTENER", "/", "local.Listener", "told", active ? active.caption : "");
"""


class KdeDesktop(VirtualDesktop):
    """A context manager; inside it `env` is what a program needs to appear on this desktop."""

    def __init__(self) -> None:
        super().__init__(tray="none")
        self._bus: DBusConnection | None = None

    def focused_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""
        if self._bus is None:
            self._bus = open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])
        script = self.folder / "focused.js"
        script.write_text(TELL_FOCUSED.replace("LISTENER", self._bus.unique_name))
        self._call("loadScript", "s", str(script))
        # Who waits for the answer to this would not hear what the script tells.
        self._bus.send(new_method_call(SCRIPTING, "start"))
        try:
            while True:
                message = self._bus.receive(timeout=PATIENCE_SECONDS)
                if message.header.message_type is MessageType.method_call:
                    return str(message.body[0])
        finally:
            self._call("unloadScript", "s", str(script))

    def _call(self, method: str, signature: str, *body: Any) -> None:
        assert self._bus is not None
        call = new_method_call(SCRIPTING, method, signature, body)
        unwrap_msg(self._bus.send_and_get_reply(call, timeout=PATIENCE_SECONDS))

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

    def _take_down(self) -> None:
        if self._bus is not None:
            self._bus.close()
        super()._take_down()

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
