"""What the app asks of a desktop to know whether the person is there."""

from __future__ import annotations

import logging
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Signal

from deskstretch.desktop.presence.source import IdleSource, SessionWatch

_log = logging.getLogger(__name__)


Kind = Literal["idle", "session"]


class Adapter(msgspec.Struct, frozen=True):
    """One way to learn about presence: used, or why not."""

    kind: Kind
    name: str
    why_not: str | None = None


class Presence(QObject):
    """At most one idle source and any number of session watches, heard as one.

    Without an idle source the watch calls do nothing, and nothing is told about input.
    """

    input_stopped = Signal(float)
    """No input for so many seconds; once, when they reach what `watch_idle` was told."""
    input_resumed = Signal()
    """The first input after `input_stopped`."""
    lull_reached = Signal()
    """No input for as long as `watch_lull` was told; each time that happens anew."""
    locked = Signal()
    unlocked = Signal()
    suspended = Signal()
    """The machine is about to sleep."""
    resumed = Signal()
    changed = Signal()
    """`tells_idle`, `name` or `adapters` is no longer what it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = "none"
        """What `status` and `doctor` call the idle source."""
        self._idle: IdleSource | None = None
        self._idle_threshold: float | None = None
        self._lull_threshold: float | None = None
        self._stopped = False
        self._sessions: dict[str, SessionWatch] = {}
        self._locked_by: set[str] = set()
        self._adapters: dict[tuple[str, str], Adapter] = {}

    @property
    def tells_idle(self) -> bool:
        """Whether anything comes of `watch_idle` and `watch_lull`."""
        return self._idle is not None

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All that were tried, in that order."""
        return tuple(self._adapters.values())

    def watch_idle(self, seconds: float) -> None:
        """Tells `input_stopped` and `input_resumed` from now on, with this threshold."""
        if self._idle is not None and seconds != self._idle_threshold:
            self._idle_threshold = seconds
            self._idle.watch_idle(seconds)

    def watch_lull(self, seconds: float | None) -> None:
        """Tells `lull_reached` from now on, soon if it is one already; for None no more.

        Asking again for the same changes nothing: one lull is told once.
        """
        if self._idle is not None and seconds != self._lull_threshold:
            self._lull_threshold = seconds
            self._idle.watch_lull(seconds)

    def idle_seconds(self) -> float | None:
        """Seconds since the last input; None where that cannot be learnt."""
        return None if self._idle is None else self._idle.idle_seconds()

    def close(self) -> None:
        """Lets go of the desktop; nothing is told any more."""
        if self._idle is not None:
            self._idle.close()
            self._idle, self.name = None, "none"
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()

    # For whoever chooses the adapters.

    def take_idle(self, name: str, source: IdleSource) -> None:
        """Hear of input from this source."""
        self._idle, self.name = source, name
        source.input_stopped.connect(self._tell_stopped)
        source.input_resumed.connect(self._tell_resumed)
        source.lull_reached.connect(self.lull_reached)
        source.lost.connect(self._lose_idle)
        self.note(Adapter("idle", name))

    def add_session(self, name: str, session: SessionWatch) -> None:
        """Hear of lock and sleep from this watch, among others."""
        self._sessions[name] = session
        session.lock_changed.connect(lambda locked: self._hear_session(name, locked))
        session.suspended.connect(self.suspended)
        session.resumed.connect(self.resumed)
        session.lost.connect(lambda why: self._lose_session(name, why))
        self.note(Adapter("session", name))

    def note(self, adapter: Adapter) -> None:
        """Keep what became of an adapter."""
        self._adapters[adapter.kind, adapter.name] = adapter

    def _tell_stopped(self, seconds: float) -> None:
        self._stopped = True
        self.input_stopped.emit(seconds)

    def _tell_resumed(self) -> None:
        self._stopped = False
        self.input_resumed.emit()

    def _hear_session(self, name: str, locked: bool) -> None:
        if self._adapters["session", name].why_not is not None:
            self.note(Adapter("session", name))
            self.changed.emit()
        self._note_lock(name, locked)

    def _note_lock(self, name: str, locked: bool) -> None:
        before = bool(self._locked_by)
        if locked:
            self._locked_by.add(name)
        else:
            self._locked_by.discard(name)
        if before != bool(self._locked_by):
            (self.locked if locked else self.unlocked).emit()

    def _lose_idle(self, why: str) -> None:
        _log.warning("%s: %s", self.name, why)
        self.note(Adapter("idle", self.name, why_not=why))
        self._idle, self.name = None, "none"
        self._idle_threshold = self._lull_threshold = None
        self.changed.emit()
        if self._stopped:
            # No sign of life would come any more: without this the person were away for ever.
            self._tell_resumed()

    def _lose_session(self, name: str, why: str) -> None:
        _log.info("%s: %s", name, why)
        self.note(Adapter("session", name, why_not=why))
        self._note_lock(name, locked=False)
        self.changed.emit()
