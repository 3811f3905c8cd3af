"""Which adapters a desktop may have."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.port import Shortcuts, Sources
from deskstretch.desktop.shortcuts.source import ShortcutSource, Wanted


def choose_shortcuts(parent: QObject | None = None) -> Shortcuts:
    """Whatever there is here; nothing is taken before it is asked to serve."""
    return Shortcuts(sources_of(sys.platform), parent)


def sources_of(platform: str) -> Sources:
    """What may be there on a system of this kind, as `sys.platform` names it; the best first."""
    match platform:
        case "win32":
            return {"Windows hot keys": _windows}
        case "darwin":
            return {}
        case _:
            return {"desktop portal": _portal, "X11 key grabs": _x11}


# Each adapter is imported only where it may serve.


def _portal(wanted: Wanted, parent: QObject) -> ShortcutSource:
    from deskstretch.desktop.shortcuts.portal import PortalShortcuts

    return PortalShortcuts(wanted, parent)


def _x11(wanted: Wanted, parent: QObject) -> ShortcutSource:
    if "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        raise NotOfferedError(
            N_("on Wayland an X server sees only what is typed into X11 programs")
        )
    if not os.environ.get("DISPLAY"):
        raise NotOfferedError(N_("no X11 display"))
    from deskstretch.desktop.shortcuts.x11_keys import X11Keys

    return X11Keys(wanted, parent=parent)


def _windows(wanted: Wanted, parent: QObject) -> ShortcutSource:
    from deskstretch.desktop.shortcuts.windows_keys import WindowsKeys

    return WindowsKeys(wanted, parent)
