"""What starts this program once more, for work in a process of its own."""

from __future__ import annotations

import sys


def own_command() -> tuple[str, ...]:
    """The words before those of the command line: an unpacked program starts itself."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # Never what happens to lie in the folder in which it was started.
    return sys.executable, "-P", "-m", "deskstretch"
