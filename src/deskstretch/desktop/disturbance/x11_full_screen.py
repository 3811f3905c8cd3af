"""Whether the window in use fills the screen, as an X11 window manager tells."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier

from deskstretch.core.language import N_
from deskstretch.core.reasons import FULL_SCREEN
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.disturbance.x11_window import GONE, X11Windows
from deskstretch.desktop.presence.source import NotOfferedError


class X11FullScreen(DisturbanceSource):
    """The state of the active window; told by the server, never asked for.

    Not any full-screen window: one that is left for another, or a film on a second screen beside
    the work, holds nothing back.
    """

    def __init__(self, parent: QObject | None = None, display: str | None = None) -> None:
        super().__init__(parent)
        self._x11 = X11Windows(display)
        try:
            self._active_window = self._x11.atom("_NET_ACTIVE_WINDOW")
            self._state = self._x11.atom("_NET_WM_STATE")
            self._full_screen = self._x11.atom("_NET_WM_STATE_FULLSCREEN")
            self._hidden = self._x11.atom("_NET_WM_STATE_HIDDEN")
            manager = self._x11.atom("_NET_SUPPORTING_WM_CHECK")
            if not self._x11.windows(self._x11.root, manager):
                raise NotOfferedError(N_("X11: no window manager tells of windows"))
        except NotOfferedError:
            self._x11.close()
            raise
        self._active = 0
        self._notifier = QSocketNotifier(self._x11.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._read())

    def begin(self) -> None:
        """Listen to the window in use, then to the next one."""
        self._x11.listen_to(self._x11.root)
        self._look()
        self._read()

    def close(self) -> None:
        """Let go of the server."""
        self._notifier.setEnabled(False)
        self._x11.close()

    @guarded
    def _read(self) -> None:
        # Looking brings events along with the replies, of which the socket tells no more.
        while changes := {*self._x11.changes()}:
            root, active = self._x11.root, self._active
            # Some window managers go on to name a window that has gone.
            if changes & {(root, self._active_window), (active, self._state), (active, GONE)}:
                self._look()
        if self._x11.broken():
            self.failed.emit(N_("X11: the server is gone"))

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
