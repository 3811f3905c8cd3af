"""A private GNOME Shell without a screen; its remote desktop is the person at the keyboard."""

from __future__ import annotations

import contextlib
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from private_desktop import PATIENCE_SECONDS, PrivateDesktop, listens, wait_until

SOCKET = "wayland-gnome"
REMOTE_DESKTOP = "org.gnome.Mutter.RemoteDesktop"
SHELL = "org.gnome.Shell"
INTROSPECT = "org.gnome.Shell.Introspect"
_PROPERTIES = ("/org/gnome/Shell", "org.freedesktop.DBus.Properties")
_IN_OVERVIEW = (SHELL, "OverviewActive")
KEY_CODES = {"Escape": 1, "Tab": 15, "Return": 28, "a": 30, "Shift_L": 42, "space": 57}
"""From linux/input-event-codes.h."""


class GnomeDesktop(PrivateDesktop):
    """A context manager; inside it `env` is what a program needs to appear on this desktop."""

    def __init__(self) -> None:
        super().__init__()
        self._bus: DBusConnection | None = None
        self._session = ""

    def key(self, *names: str) -> None:
        """Press and release keys by their names."""
        for name in names:
            for pressed in (True, False):
                keycode = ("NotifyKeyboardKeycode", "ub", (KEY_CODES[name], pressed))
                self._call(self._session, f"{REMOTE_DESKTOP}.Session", *keycode)

    def focused_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""
        path = f"/{INTROSPECT.replace('.', '/')}"
        (windows,) = self._call(path, INTROSPECT, "GetWindows", service=INTROSPECT)
        for window in windows.values():
            if window["has-focus"][1]:
                return str(window["title"][1])
        return ""

    def _bring_up(self) -> None:
        self.env |= {
            "XDG_SESSION_TYPE": "wayland",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "GSETTINGS_BACKEND": "memory",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        # GNOME Shell wants a system bus, though nobody need be on it.
        system = f"unix:path={self.folder}/runtime/system_bus"
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = system
        self._serve("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={system}")
        self._serve("pipewire")
        screen = ("--virtual-monitor", "1280x800", "--wayland-display", SOCKET)
        # Unsafe mode lets us ask which window has the keyboard.
        self._serve("gnome-shell", "--headless", "--no-x11", "--unsafe-mode", *screen)
        wait_until(lambda: listens(self.folder / "runtime" / SOCKET), "GNOME Shell")
        self.env["WAYLAND_DISPLAY"] = SOCKET
        self._sit_down()
        # It begins with the overview, which has the keyboard.
        wait_until(self._is_in_overview, "GNOME's overview")
        wait_until(self._leave_overview, "GNOME's overview to go")

    def _sit_down(self) -> None:
        self._bus = open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self._session = wait_until(self._new_session, "GNOME's remote desktop")
        self._call(self._session, f"{REMOTE_DESKTOP}.Session", "Start")
        # The keyboard comes with the first key, which programs would not hear.
        self.key("Shift_L")

    def _leave_overview(self) -> bool:
        self._call(*_PROPERTIES, "Set", "ssv", (*_IN_OVERVIEW, ("b", False)), service=SHELL)
        return not self._is_in_overview()

    def _is_in_overview(self) -> bool:
        with contextlib.suppress(DBusErrorResponse):
            (answer,) = self._call(*_PROPERTIES, "Get", "ss", _IN_OVERVIEW, service=SHELL)
            return bool(answer[1])
        return False

    def _new_session(self) -> str | None:
        with contextlib.suppress(DBusErrorResponse):
            (path,) = self._call(
                f"/{REMOTE_DESKTOP.replace('.', '/')}", REMOTE_DESKTOP, "CreateSession"
            )
            return str(path)
        return None

    def _call(
        self,
        path: str,
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
        service: str = REMOTE_DESKTOP,
    ) -> tuple[Any, ...]:
        assert self._bus is not None
        address = DBusAddress(path, service, interface)
        call = new_method_call(address, method, signature, body)
        reply = self._bus.send_and_get_reply(call, timeout=PATIENCE_SECONDS)
        answer: tuple[Any, ...] = unwrap_msg(reply)
        return answer

    def _take_down(self) -> None:
        if self._bus is not None:
            self._bus.close()
        super()._take_down()
