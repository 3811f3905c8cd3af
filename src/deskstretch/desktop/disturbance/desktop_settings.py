"""Do not disturb of desktops that keep it in their settings: GNOME, Cinnamon, MATE."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.core.reasons import DO_NOT_DISTURB
from deskstretch.desktop.disturbance.asked_program import AskedProgram
from deskstretch.desktop.presence.dbus import BusSignal
from deskstretch.desktop.presence.source import NotOfferedError

_KEYS = {
    "GNOME": ("org.gnome.desktop.notifications", "show-banners", "false"),
    "Unity": ("org.gnome.desktop.notifications", "show-banners", "false"),
    "X-Cinnamon": ("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "MATE": ("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}
"""By the name of a desktop: schema, key, and the value that means not to disturb."""

_DCONF = "/ca/desrt/dconf/Writer/user"
_CHANGED = BusSignal("", _DCONF, "ca.desrt.dconf.Writer", "Notify", "sass")


def do_not_disturb_key(parent: QObject) -> AskedProgram:
    """Read by `gsettings`, which knows wherever a desktop keeps its settings."""
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    known = next((_KEYS[name] for name in desktops if name in _KEYS), None)
    if known is None:
        raise NotOfferedError(N_("not GNOME, Cinnamon or MATE"))
    schema, key, quiet = known
    command = "gsettings", "get", schema, key
    return AskedProgram(command, _CHANGED, quiet.__eq__, DO_NOT_DISTURB, parent)
