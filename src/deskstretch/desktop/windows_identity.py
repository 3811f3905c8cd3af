"""By which name Windows knows the app: the one that its menu entry has too.

Without it, notifications and the taskbar would be those of Python, or of a program without a name
(Microsoft: "Application User Model IDs").
"""

from __future__ import annotations

from typing import Any

APP_ID = "app.deskstretch.deskstretch"


def tell_windows_who_we_are(shell: Any) -> None:
    """`shell` is ctypes.windll.shell32; to be called before there is any window."""
    shell.SetCurrentProcessExplicitAppUserModelID(APP_ID)
