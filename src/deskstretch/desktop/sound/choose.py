"""Which player there is on which system."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from deskstretch.desktop.sound.port import Player


def choose_player(parent: QObject | None = None, platform: str = sys.platform) -> Player:
    """The player of this system; it may find out only with the first sound that it cannot."""
    if platform == "win32":
        from deskstretch.desktop.sound.windows import WindowsPlayer

        return WindowsPlayer()
    from deskstretch.desktop.sound.programs import LINUX, MAC, ProgramPlayer

    return ProgramPlayer(MAC if platform == "darwin" else LINUX, parent)
