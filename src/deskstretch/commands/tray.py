"""`deskstretch` alone: the tray app."""

from __future__ import annotations

import os
import sys


def run() -> int:
    """Run the app until it ends."""
    if _has_no_screen():
        print(
            "There is no screen to start on: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            file=sys.stderr,
        )
        return 1
    from deskstretch.app import run as run_app

    return run_app()


def _has_no_screen() -> bool:
    """Whether Qt would end the whole program for want of a screen."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(map(os.environ.get, chosen))
