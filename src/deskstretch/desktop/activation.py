"""Passing on to another process of ours that its window may come to the front.

Desktops keep windows from pushing themselves before what the person works on; who was just clicked
may, and may let another.
"""

from __future__ import annotations

import os
import sys

_TOKEN = "XDG_ACTIVATION_TOKEN"


def take_activation_token() -> str:
    """What the desktop gave for the last click, once; empty if nothing."""
    from PySide6.QtCore import QProcessEnvironment

    token = QProcessEnvironment.systemEnvironment().value(_TOKEN)
    os.environ.pop(_TOKEN, None)
    os.unsetenv(_TOKEN)  # Qt writes it past Python's own record.
    return token


def use_activation_token(token: str) -> None:
    """Let the window that next comes to the front show it."""
    if token:
        os.environ[_TOKEN] = token


def let_come_to_front(process_id: int) -> None:
    """Let that process put its windows in front; only Windows wants to be told."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process_id)
