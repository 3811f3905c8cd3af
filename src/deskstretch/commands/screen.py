"""Whether there is a screen to start on: Qt ends the whole program where there is none."""

from __future__ import annotations

import os
import sys

from deskstretch.core.language import _


def has_screen() -> bool:
    """Whether Qt can be started."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, chosen))


def say_no_screen() -> int:
    """Say that there is none; gives the exit code."""
    print(
        _("There is no screen to start on: neither DISPLAY nor WAYLAND_DISPLAY is set."),
        file=sys.stderr,
    )
    return 1
