"""The screen and the tray; also where there is neither, on which Qt would end the program."""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from deskstretch.core.diagnosis import Port
from deskstretch.core.language import N_, _

_TRY_SECONDS = 10
_TRY = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def qt_starts() -> bool:
    """Whether the screen that the environment names is really there.

    Qt aborts where it is not, so another process tries first; a packed program has no Python to
    try it with and trusts the environment.
    """
    if getattr(sys, "frozen", False):
        return True
    command = (sys.executable, "-c", _TRY)
    try:
        tried = subprocess.run(command, capture_output=True, timeout=_TRY_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def application_for(has_screen: bool) -> QCoreApplication:
    """What Qt needs, as far as there is a screen to have it."""
    if not has_screen:
        return QCoreApplication(["deskstretch"])
    from PySide6.QtWidgets import QApplication

    from deskstretch.desktop.left_out_gtk import arguments_without_gtk

    application = QApplication(["deskstretch", *arguments_without_gtk(os.environ)])
    application.setQuitOnLastWindowClosed(False)
    return application


def screen_ports(has_screen: bool) -> tuple[Port, ...]:
    """Qt's platform with the screens, and whether there is a tray."""
    if not has_screen:
        return Port(N_("screen"), (), _("no screen")), Port(N_("tray"), (), _("no screen"))
    screens = ", ".join(
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    from deskstretch.ui.tray.host import TrayHost

    there = TrayHost().available
    words = _("a tray is there") if there else _("no tray, so the small window is shown instead")
    return Port("screen", (QGuiApplication.platformName(),), screens), Port("tray", (), words)


def desktop_words() -> str:
    """The names that the desktop gives itself: "GNOME, wayland"."""
    names = (os.environ.get("XDG_CURRENT_DESKTOP"), os.environ.get("XDG_SESSION_TYPE"))
    return ", ".join(filter(None, names)) or _("not named")
