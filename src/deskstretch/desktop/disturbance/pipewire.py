"""Who listens, films or shows the screen, as PipeWire's graph tells.

By `pw-dump --monitor`, which comes with PipeWire: it prints the whole graph, then each change. It
is running only while we are watching.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.core.reasons import CAMERA, MICROPHONE, SCREEN_SHARING
from deskstretch.desktop.disturbance.program import Program
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded
from deskstretch.desktop.presence.source import NotOfferedError

_END = b"\n]\n"
_CAMERA_MAKERS = {"v4l2", "libcamera"}


class _Properties(
    msgspec.Struct,
    rename={
        "media_class": "media.class",
        "media_role": "media.role",
        "device_api": "device.api",
        "stream_monitor": "stream.monitor",
        "stream_capture_sink": "stream.capture.sink",
        "link_group": "node.link-group",
        "node_name": "node.name",
        "application_name": "application.name",
        "program": "application.process.binary",
    },
):
    """Texts, numbers or booleans, as pw-dump takes them for one or the other."""

    media_class: Any = None
    media_role: Any = None
    device_api: Any = None
    stream_monitor: Any = None
    stream_capture_sink: Any = None
    link_group: Any = None
    node_name: Any = None
    application_name: Any = None
    program: Any = None


class _Info(msgspec.Struct):
    state: str | None = None
    props: _Properties | None = None


class _Object(msgspec.Struct):
    id: int
    info: _Info | None = None


class PipeWire(DisturbanceSource):
    """Streams that are running; a microphone that a program in `ignored` listens to is none."""

    def __init__(self, ignored: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        _need_socket()
        self._ignored = {name.casefold() for name in ignored}
        self._buffer = b""
        self._running: dict[int, str] = {}
        self._decoder = msgspec.json.Decoder(list[_Object])
        self._dump = Program(self, "pw-dump", "--monitor")
        self._dump.printed.connect(self._read)
        self._dump.ended.connect(self._heed_end)

    def begin(self) -> None:
        """Listen to the graph."""
        self._buffer = b""
        self._running.clear()
        self._dump.start()

    def look_again(self) -> None:
        """Listen again after PipeWire was restarted."""
        if not self._dump.is_running:
            self.begin()

    def close(self) -> None:
        """End the program."""
        self._dump.kill()

    @guarded
    def _read(self, printed: bytes) -> None:
        *whole, self._buffer = (self._buffer + printed).split(_END)
        for changes in whole:
            for changed in self._decoder.decode(changes + _END):
                self._note(changed)
        if whole:
            self.told.emit(tuple(self._running.values()))

    def _note(self, changed: _Object) -> None:
        reason = self._reason(changed.info)
        if reason is None:
            self._running.pop(changed.id, None)
        else:
            self._running[changed.id] = reason

    def _reason(self, info: _Info | None) -> str | None:
        if info is None or info.props is None or info.state != "running":
            return None
        match info.props.media_class:
            case "Stream/Input/Audio":
                return MICROPHONE if self._listens(info.props) else None
            case "Video/Source" | "Stream/Output/Video":
                return CAMERA if _is_camera(info.props) else SCREEN_SHARING
        return None

    def _listens(self, stream: _Properties) -> bool:
        # Level meters, recordings of what is played, and filters in front of a program that
        # listens and counts itself.
        if stream.stream_monitor or stream.stream_capture_sink or stream.link_group:
            return False
        return self._ignored.isdisjoint(_names(stream))

    @guarded
    def _heed_end(self, why: str) -> None:
        self._running.clear()
        self.lost.emit(why or N_("PipeWire has ended"))


def _is_camera(source: _Properties) -> bool:
    return source.device_api in _CAMERA_MAKERS or source.media_role == "Camera"


def _names(stream: _Properties) -> Iterator[str]:
    names = stream.application_name, stream.program, stream.node_name
    return (str(name).casefold() for name in names if name is not None)


def _need_socket() -> None:
    """Where it listens, after pipewire(1)."""
    name = os.environ.get("PIPEWIRE_REMOTE") or "pipewire-0"
    folders = (os.environ.get(each) for each in ("PIPEWIRE_RUNTIME_DIR", "XDG_RUNTIME_DIR"))
    folder = next(filter(None, folders), "/")
    try:
        if stat.S_ISSOCK(Path(folder, name).stat().st_mode):
            return
    except OSError:
        pass
    raise NotOfferedError(N_("PipeWire is not running"))
