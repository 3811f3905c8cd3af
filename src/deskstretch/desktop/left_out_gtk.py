"""Keeps Qt from loading GTK into the program, where it would only to learn font and dark mode.

`appearance.gtk` learns both without; together with what it needs, GTK is a third of the memory.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication

from deskstretch.desktop.sandbox import FLATPAK

_MADE_WITH_GTK = {"GNOME", "X-CINNAMON", "PANTHEON", "UNITY", "MATE", "XFCE", "LXDE"}
"""For which Qt 6.7 to 6.11 take their theme "gtk3" (qgenericunixtheme.cpp), in any case."""


def arguments_without_gtk(environment: Mapping[str, str]) -> tuple[str, ...]:
    """What Qt's application is to be made with, right after this."""
    if not leaves_gtk_out(environment):
        return ()
    # Else older ones (6.8 does) go through the desktop's themes before they take ours.
    QGuiApplication.setDesktopSettingsAware(False)
    # The theme that "gtk3" is built upon. Not by QT_QPA_PLATFORMTHEME: that is inherited by every
    # program that is started from here.
    return "-platformtheme", "gnome"


def leaves_gtk_out(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether Qt would take "gtk3" of itself; not where a person or a sandbox chooses a theme."""
    if platform in ("win32", "darwin") or "QT_QPA_PLATFORMTHEME" in environment:
        return False
    # There it is the sandbox's portal that Qt goes by.
    if "SNAP" in environment or FLATPAK.exists():
        return False
    desktops = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return not _MADE_WITH_GTK.isdisjoint(desktops)
