"""Whether the window in use fills the screen, where a Wayland compositor tells of windows.

Those of the wlroots family do, sway among them; GNOME and Plasma tell no ordinary program. See
wlr-foreign-toplevel-management-unstable-v1.xml.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QObject, QSocketNotifier

from deskstretch.core.language import N_
from deskstretch.core.reasons import FULL_SCREEN
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.presence.wayland_wire import Event, WaylandConnection

_MANAGER = "zwlr_foreign_toplevel_manager_v1"
_KNOWS_FULL_SCREEN = 2
"""The version of the protocol from which on it does."""
_NEW_WINDOW = 0
_STATE, _CLOSED = 4, 6
_DESTROY = 7
_ACTIVATED, _FULL_SCREEN = 2, 3


class WaylandFullScreen(DisturbanceSource):
    """The state of every window, told by the compositor; only the one in use counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = WaylandConnection()
        offer = self._connection.offers.get(_MANAGER)
        if offer is None or offer.version < _KNOWS_FULL_SCREEN:
            self._connection.close()
            raise NotOfferedError(N_("Wayland: the compositor tells no program of other windows"))
        self._manager = 0
        self._windows: dict[int, frozenset[int]] = {}
        self._notifier = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._read())

    def begin(self) -> None:
        """Ask for the windows; they are told one by one."""
        self._manager = self._connection.bind(_MANAGER, _KNOWS_FULL_SCREEN)
        self.told.emit(())

    def close(self) -> None:
        """Disconnect."""
        self._notifier.setEnabled(False)
        self._connection.close()

    @guarded
    def _read(self) -> None:
        try:
            for event in self._connection.events():
                self._heed(event)
        except ConnectionError as error:
            self.failed.emit(f"Wayland: {error}")
            return
        wanted = {_ACTIVATED, _FULL_SCREEN}
        is_full = any(wanted <= states for states in self._windows.values())
        self.told.emit((FULL_SCREEN,) if is_full else ())

    def _heed(self, event: Event) -> None:
        if event.object_id == self._manager and event.opcode == _NEW_WINDOW:
            (window,) = struct.unpack("=I", event.body)
            self._windows[window] = frozenset()
        elif event.object_id in self._windows and event.opcode == _STATE:
            _length, *states = struct.unpack(f"={len(event.body) // 4}I", event.body)
            self._windows[event.object_id] = frozenset(states)
        elif event.object_id in self._windows and event.opcode == _CLOSED:
            del self._windows[event.object_id]
            self._connection.request(event.object_id, _DESTROY)
