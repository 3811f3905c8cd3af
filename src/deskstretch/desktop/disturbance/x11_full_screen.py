"""Whether the window in use fills the screen, as an X11 window manager tells."""

from __future__ import annotations

from collections.abc import Collection

from deskstretch.core.language import N_
from deskstretch.core.reasons import FULL_SCREEN
from deskstretch.desktop.disturbance.x11_listener import X11Listener
from deskstretch.desktop.disturbance.x11_window import GONE
from deskstretch.desktop.presence.source import NotOfferedError


class X11FullScreen(X11Listener):
    """The state of the active window; told by the server, never asked for.

    Not any full-screen window: one that is left for another, or a film on a second screen beside
    the work, holds nothing back.
    """

    _active = 0

    def _prepare(self) -> None:
        self._active_window = self._x11.atom("_NET_ACTIVE_WINDOW")
        self._state = self._x11.atom("_NET_WM_STATE")
        self._full_screen = self._x11.atom("_NET_WM_STATE_FULLSCREEN")
        self._hidden = self._x11.atom("_NET_WM_STATE_HIDDEN")
        manager = self._x11.atom("_NET_SUPPORTING_WM_CHECK")
        if not self._x11.windows(self._x11.root, manager):
            raise NotOfferedError(N_("X11: no window manager tells of windows"))

    def _awaited(self) -> Collection[tuple[int, int]]:
        root, active = self._x11.root, self._active
        # Some window managers go on to name a window that has gone.
        return (root, self._active_window), (active, self._state), (active, GONE)

    def _look(self) -> None:
        active = next(iter(self._x11.windows(self._x11.root, self._active_window)), 0)
        if active != self._active:
            if self._active:
                self._x11.listen_to(self._active, False)
            self._active = active
            if active:
                self._x11.listen_to(active)
        states = self._x11.atoms(active, self._state) if active else ()
        is_full = self._full_screen in states and self._hidden not in states
        self.told.emit((FULL_SCREEN,) if is_full else ())
