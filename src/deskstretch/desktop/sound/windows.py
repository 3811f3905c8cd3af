"""Chimes by Windows itself, through the standard library's winsound."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from deskstretch.desktop.first_program import Adapter
from deskstretch.desktop.sound.quieter import quieter


class WindowsPlayer:
    """Plays in a thread: from memory, where the volume is ours, Windows plays only while waited."""

    def __init__(self) -> None:
        import winsound

        self._winsound: Any = winsound
        self._adapter = Adapter("winsound")

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """The one there is."""
        return (self._adapter,)

    def play(self, file: Path, volume: int) -> None:
        """Play, unless that would not be heard."""
        if volume > 0:
            sound = quieter(file.read_bytes(), volume)
            threading.Thread(target=self._play, args=(sound,), daemon=True).start()

    def close(self) -> None:
        """A chime that has begun ends by itself."""

    def _play(self, sound: bytes) -> None:
        try:
            self._winsound.PlaySound(
                sound, self._winsound.SND_MEMORY | self._winsound.SND_NODEFAULT
            )
        except RuntimeError as error:  # no device
            self._adapter = Adapter("winsound", str(error))
