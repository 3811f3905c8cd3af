"""KDE Plasma's list of programs that keep the screen on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.reasons import INHIBITED
from deskstretch.desktop.disturbance.asked_program import AskedProgram
from deskstretch.desktop.presence.dbus import BusSignal

_PATH = "/org/kde/Solid/PowerManagement/PolicyAgent"
_INTERFACE = "org.kde.Solid.PowerManagement.PolicyAgent"
_CHANGED = BusSignal("", _PATH, _INTERFACE, "InhibitionsChanged", "a(ss)as")
_CHANGE_SCREEN_SETTINGS = 4
"""Of PowerDevil's RequiredPolicy: what films and presentations ask for, downloads do not."""


def plasma_inhibited(parent: QObject) -> AskedProgram:
    """By `dbus-send`: PySide cannot send the unsigned number that HasInhibition wants."""
    ask = "dbus-send --session --print-reply=literal --reply-timeout=2000"
    service, method = "org.kde.Solid.PowerManagement", f"{_INTERFACE}.HasInhibition"
    policy = f"uint32:{_CHANGE_SCREEN_SETTINGS}"
    command = *ask.split(), f"--dest={service}", _PATH, method, policy
    return AskedProgram(command, _CHANGED, _is_true, INHIBITED, parent)


def _is_true(printed: str) -> bool:
    return printed == "boolean true"
