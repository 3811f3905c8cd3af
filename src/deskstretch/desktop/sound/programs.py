"""Chimes by a small program of the system's: PipeWire's, PulseAudio's, ALSA's or macOS's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from deskstretch.desktop.first_program import Adapter, FirstProgram, Order, Way
from deskstretch.desktop.sound.quieter import quieter

_PULSE_FULL = 65_536


def _pipewire(file: Path, volume: int) -> Order:
    return Order(("--media-role=Notification", f"--volume={volume / 100:.2f}", str(file)))


def _pulse(file: Path, volume: int) -> Order:
    loudness = _PULSE_FULL * volume // 100
    return Order(("--property=media.role=event", f"--volume={loudness}", str(file)))


def _alsa(file: Path, volume: int) -> Order:
    """It knows no volume, so that it is given quieter samples."""
    return Order(("-q", "-t", "wav", "-"), quieter(file.read_bytes(), volume))


def _mac(file: Path, volume: int) -> Order:
    return Order(("-v", f"{volume / 100:.2f}", str(file)))


LINUX = (Way("pw-play", _pipewire), Way("paplay", _pulse), Way("aplay", _alsa))
MAC = (Way("afplay", _mac),)


class ProgramPlayer:
    """Plays by the first of the programs that can."""

    def __init__(self, ways: tuple[Way, ...], parent: QObject | None = None) -> None:
        self._programs = FirstProgram(ways, parent)

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All programs, in order."""
        return self._programs.adapters

    def play(self, file: Path, volume: int) -> None:
        """Play, unless that would not be heard."""
        if volume > 0:
            self._programs.run(file, volume)

    def close(self) -> None:
        """End the program."""
        self._programs.close()
