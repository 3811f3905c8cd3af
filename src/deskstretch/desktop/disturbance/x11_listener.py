"""A source on X11: told by the server when to look again, never asking every so often."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QSocketNotifier

from deskstretch.core.language import N_
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.disturbance.x11_window import X11Windows
from deskstretch.desktop.presence.source import NotOfferedError


class X11Listener(DisturbanceSource):
    """Listens to the root window, and to what `_look` lets it listen to."""

    def __init__(self, parent: QObject | None = None, display: str | None = None) -> None:
        super().__init__(parent)
        self._x11 = X11Windows(display)
        try:
            self._prepare()
        except NotOfferedError:
            self._x11.close()
            raise
        self._notifier = QSocketNotifier(self._x11.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._read())

    def begin(self) -> None:
        """Look, and listen from now on."""
        self._x11.listen_to(self._x11.root)
        self._look()
        self._read()

    def close(self) -> None:
        """Let go of the server."""
        self._notifier.setEnabled(False)
        self._x11.close()

    def _prepare(self) -> None:
        """Learn the atoms that are needed. NotOfferedError if there is nothing to listen to."""
        raise NotImplementedError

    def _awaited(self) -> Collection[tuple[int, int]]:
        """The changes, each of a window and of a property, after which to look again."""
        raise NotImplementedError

    def _look(self) -> None:
        """Find out how it stands now, and tell."""
        raise NotImplementedError

    @guarded
    def _read(self) -> None:
        # Looking brings events along with the replies, of which the socket tells no more.
        while changes := {*self._x11.changes()}:
            if not changes.isdisjoint(self._awaited()):
                self._look()
        if self._x11.broken():
            self.failed.emit(N_("X11: the server is gone"))
