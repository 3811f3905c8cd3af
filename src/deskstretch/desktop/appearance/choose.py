"""Which ways there are to learn of the wishes on this system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from deskstretch.desktop.appearance.port import Appearance, Way


def choose_appearance(parent: QObject | None = None) -> Appearance:
    """What this desktop offers; where that is nothing, nothing is wished."""
    return Appearance(ways_of(sys.platform, os.environ), parent)


def ways_of(platform: str, environment: Mapping[str, str]) -> Sequence[Way]:
    """The ways on that platform; what is missing there is told by Qt itself."""
    match platform:
        case "win32":
            from deskstretch.desktop.appearance.windows import WAYS
        case "darwin":
            from deskstretch.desktop.appearance.macos import WAYS
        case _:
            from deskstretch.desktop.appearance.freedesktop import ways_on

            return ways_on(environment)
    return WAYS
