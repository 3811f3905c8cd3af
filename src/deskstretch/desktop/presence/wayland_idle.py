"""Idle time on Wayland, told by the compositor: nothing is asked again and again."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import IdleSource, NotOfferedError
from deskstretch.desktop.presence.wayland_wire import WaylandConnection

_SEAT = "wl_seat"
_DESTROY = 0
_IDLED, _RESUMED = 0, 1


class _Protocol(NamedTuple):
    """One of those that tell idle time: how a watch is asked for."""

    interface: str
    version: int
    opcode: int
    seat_comes_first: bool = False


_PROTOCOLS = (
    # Silence of the hands alone. The older requests take whatever keeps the screen on for input: a
    # film, or a call, would be sitting time without end, and music would leave no lull to ask in.
    # That a film must not be interrupted is known in another way.
    _Protocol("ext_idle_notifier_v1", 2, 2),
    _Protocol("ext_idle_notifier_v1", 1, 1),
    # Its forerunner, with the same events: sway before 1.8, Plasma before 5.27.
    _Protocol("org_kde_kwin_idle", 1, 0, seat_comes_first=True),
)
"""The best first; see ext-idle-notify-v1.xml and plasma-wayland-protocols' idle.xml."""


class WaylandIdle(IdleSource):
    """Notifications of ext-idle-notify-v1, or of org_kde_kwin_idle.

    The compositor counts a silence from when it is asked to watch for one: one that is there
    already is told later by as much.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = WaylandConnection()
        try:
            self._bind()
        except (NotOfferedError, ConnectionError):
            self._connection.close()
            raise
        self._idle_watch: int | None = None
        self._idle_threshold = 0.0
        self._away_watch: int | None = None
        """The one that has told a silence, and will tell its end."""
        self._last_input_at = 0.0
        self._lull_watch: int | None = None
        self._notifier = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)

    def watch_idle(self, seconds: float) -> None:
        if self._idle_watch != self._away_watch:
            self._drop(self._idle_watch)
        self._idle_watch, self._idle_threshold = self._watch(seconds), seconds

    def watch_lull(self, seconds: float | None) -> None:
        self._drop(self._lull_watch)
        self._lull_watch = None if seconds is None else self._watch(seconds)

    def idle_seconds(self) -> float | None:
        """Known in a silence only: there is no request that asks for it."""
        return None if self._away_watch is None else time.monotonic() - self._last_input_at

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()
        self._idle_watch = self._away_watch = self._lull_watch = None

    def _bind(self) -> None:
        offers = self._connection.offers
        if _SEAT not in offers:
            raise NotOfferedError(N_("Wayland: the compositor has no keyboard and no mouse"))
        for protocol in _PROTOCOLS:
            offer = offers.get(protocol.interface)
            if offer is not None and offer.version >= protocol.version:
                self._protocol = protocol
                self._seat = self._connection.bind(_SEAT, 1)
                self._manager = self._connection.bind(protocol.interface, protocol.version)
                return
        raise NotOfferedError(N_("Wayland: the compositor does not tell programs of idle time"))

    def _watch(self, seconds: float) -> int | None:
        watch = self._connection.new_id()
        milliseconds = round(seconds * 1000)
        last = (
            (self._seat, milliseconds)
            if self._protocol.seat_comes_first
            else (milliseconds, self._seat)
        )
        return watch if self._ask(self._manager, self._protocol.opcode, watch, *last) else None

    def _drop(self, watch: int | None) -> None:
        if watch is not None:
            self._ask(watch, _DESTROY)

    def _ask(self, object_id: int, opcode: int, *arguments: int) -> bool:
        """Whether it could be asked; where the compositor is gone, the next look tells."""
        try:
            self._connection.request(object_id, opcode, *arguments)
        except OSError:
            return False
        return True

    def _look(self) -> None:
        try:
            for event in self._connection.events():
                self._heed(event.object_id, event.opcode)
        except ConnectionError as error:
            # The socket of a compositor that is gone is readable for ever.
            self.close()
            self.lost.emit(f"Wayland: {error}")

    def _heed(self, watch: int, opcode: int) -> None:
        if watch == self._lull_watch and opcode == _IDLED:
            self.lull_reached.emit()
        elif watch == self._away_watch and opcode == _RESUMED:
            self._away_watch = None
            if watch != self._idle_watch:
                self._drop(watch)
            self.input_resumed.emit()
        elif watch == self._idle_watch and opcode == _IDLED and self._away_watch is None:
            self._away_watch = watch
            self._last_input_at = time.monotonic() - self._idle_threshold
            self.input_stopped.emit(self._idle_threshold)
