"""What the app asks of a machine to play a chime."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from deskstretch.desktop.first_program import Adapter


class Player(Protocol):
    """Plays one short sound at a time, and never makes anybody wait."""

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All ways to play, and why not."""

    def play(self, file: Path, volume: int) -> None:
        """Play a WAV file at 0 to 100 percent; in silence where nothing can be heard."""

    def close(self) -> None:
        """Be silent from now on."""
