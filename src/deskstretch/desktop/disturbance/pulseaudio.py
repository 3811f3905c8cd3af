"""Who listens, as a PulseAudio server tells.

By `pactl`: `subscribe` tells that something changes, `list` what it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer

from deskstretch.core.language import N_
from deskstretch.core.reasons import MICROPHONE
from deskstretch.desktop.disturbance.program import Program
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.presence.source import NotOfferedError

_SETTLE_MS = 100
_NAMES = "application.name", "application.process.binary"
_LEVEL_METER = "peaks"


class _Source(msgspec.Struct):
    index: int
    properties: dict[str, Any] = {}


class _Recording(msgspec.Struct):
    source: int
    corked: bool = False
    resample_method: str | None = None
    properties: dict[str, Any] = {}


class _Listing(msgspec.Struct):
    sources: list[_Source] = []
    source_outputs: list[_Recording] = []


class PulseAudio(DisturbanceSource):
    """Recordings under way; those by a program in `ignored` are none.

    A PipeWire that stands in for PulseAudio is left to itself: it has its own adapter.
    """

    def __init__(self, ignored: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        _need_server()
        self._ignored = {name.casefold() for name in ignored}
        self._printed = b""
        self._has_ended = False
        self._server = Program(self, "pactl", "--format=json", "info")
        self._server.printed.connect(self._keep)
        self._server.ended.connect(self._heed_server)
        self._events = Program(self, "pactl", "subscribe")
        self._events.printed.connect(self._heed_event)
        self._events.ended.connect(self._heed_end)
        self._listing = Program(self, "pactl", "--format=json", "list")
        self._listing.printed.connect(self._keep)
        self._listing.ended.connect(self._heed_listing)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._list)

    def begin(self) -> None:
        """Find out who serves."""
        self._printed = b""
        self._server.start()

    def look_again(self) -> None:
        """Listen again after PulseAudio was restarted."""
        if self._has_ended and not self._server.is_running:
            self._has_ended = False
            self.begin()

    def close(self) -> None:
        """End the programs."""
        for program in (self._server, self._events, self._listing):
            program.kill()

    def _keep(self, printed: bytes) -> None:
        self._printed += printed

    @guarded
    def _heed_server(self, why: str) -> None:
        if why:
            self._heed_end(why)
        elif b"PipeWire" in self._printed:
            self.lost.emit(N_("PipeWire serves in its place"))
        else:
            self._events.start()
            self._list()

    @guarded
    def _heed_event(self, printed: bytes) -> None:
        if b"source-output" in printed:
            self._settling.start()

    def _list(self) -> None:
        if self._listing.is_running:
            self._settling.start()
            return
        self._printed = b""
        self._listing.start()

    @guarded
    def _heed_listing(self, why: str) -> None:
        if why:
            self.lost.emit(why)
            return
        listing = msgspec.json.decode(self._printed, type=_Listing)
        monitors = {each.index for each in listing.sources if _is_monitor(each)}
        listens = any(
            recording.source not in monitors and self._listens(recording)
            for recording in listing.source_outputs
        )
        self.told.emit((MICROPHONE,) if listens else ())

    def _listens(self, recording: _Recording) -> bool:
        if recording.corked or recording.resample_method == _LEVEL_METER:
            return False
        names = (str(recording.properties.get(name, "")).casefold() for name in _NAMES)
        return self._ignored.isdisjoint(names)

    @guarded
    def _heed_end(self, why: str) -> None:
        self._has_ended = True
        self.lost.emit(why or N_("PulseAudio has ended"))


def _is_monitor(source: _Source) -> bool:
    """Whether it is what is played, not what is said."""
    return source.properties.get("device.class") == "monitor"


def _need_server() -> None:
    """One that runs: asking for it would start one where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if os.environ.get("PULSE_SERVER") or (runtime and Path(runtime, "pulse/native").exists()):
        return
    raise NotOfferedError(N_("PulseAudio is not running"))
