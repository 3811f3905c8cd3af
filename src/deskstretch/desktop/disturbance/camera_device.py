"""A camera that a program reads by itself, on Linux."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from deskstretch.core.reasons import CAMERA
from deskstretch.desktop.disturbance.opened_files import OpenedFiles
from deskstretch.desktop.disturbance.processes import PROC, ProcessLook
from deskstretch.desktop.disturbance.source import DisturbanceSource, guarded

_DEVICES = Path("/dev")
_MEDIA_SERVERS = {"pipewire", "wireplumber"}
"""They keep cameras open that nobody uses; who uses one through them, PipeWire tells."""
_SETTLE_MS = 200
"""Programs that only ask what a camera can do have closed it by then."""


class CameraDevice(DisturbanceSource):
    """Whether one of the same user's programs has a video device open.

    Looked for when a device is opened or closed; every so often only where one cannot be watched.
    """

    def __init__(
        self, parent: QObject | None = None, devices: Path = _DEVICES, proc: Path = PROC
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._cameras: set[str] = set()
        self._look = ProcessLook(self._has_camera, self, proc)
        self._look.finished.connect(lambda found: self.told.emit(tuple(found)))
        self._opened = OpenedFiles(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._look.begin)
        self._opened.changed.connect(self._settling.start)

    def begin(self) -> None:
        """Watch the cameras that are there, and look who has them open."""
        cameras = [*self._devices.glob("video*")]
        self._cameras = {str(camera) for camera in cameras}
        self._opened.watch(cameras)
        if self._cameras:
            self._look.begin()
        else:
            self.told.emit(())

    @guarded
    def look_again(self) -> None:
        """For cameras that were plugged in or may not be watched."""
        cameras = [*self._devices.glob("video*")]
        is_known = {str(camera) for camera in cameras} == self._cameras
        if not (self._opened.watch(cameras) and is_known):
            self.begin()

    def close(self) -> None:
        """Watch no camera any more."""
        self._opened.close()

    def _has_camera(self, process: Path) -> str | None:
        for opened in (process / "fd").iterdir():
            if str(opened.readlink()) in self._cameras:
                return None if self._is_media_server(process) else CAMERA
        return None

    def _is_media_server(self, process: Path) -> bool:
        return (process / "comm").read_text().rstrip("\n") in _MEDIA_SERVERS
