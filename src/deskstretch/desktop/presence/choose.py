"""Which of the adapters serve this desktop: the first idle source that can, every session watch."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from deskstretch.desktop.presence.port import Adapter, Presence
from deskstretch.desktop.presence.source import IdleSource, NotOfferedError, SessionWatch

_log = logging.getLogger(__name__)


def choose_presence(parent: QObject | None = None) -> Presence:
    """What this desktop offers; where that is nothing, a presence that tells nothing."""
    presence = Presence(parent)
    _choose_idle(presence)
    _choose_sessions(presence)
    return presence


def _choose_idle(presence: Presence) -> None:
    for name, make in _IDLE_SOURCES.items():
        if presence.tells_idle:
            presence.note(Adapter("idle", name, why_not="another one serves"))
            continue
        try:
            presence.take_idle(name, make(presence))
        except NotOfferedError as missing:
            _log.info("%s: %s", name, missing)
            presence.note(Adapter("idle", name, why_not=str(missing)))
    if not presence.tells_idle:
        _log.warning("Nothing here tells when the person is idle: breaks come by time alone")


def _choose_sessions(presence: Presence) -> None:
    for name, make in _SESSION_WATCHES.items():
        try:
            presence.add_session(name, make(presence))
        except NotOfferedError as missing:
            _log.info("%s: %s", name, missing)
            presence.note(Adapter("session", name, why_not=str(missing)))


# Each adapter is imported only where it may serve.


def _x11(parent: QObject) -> IdleSource:
    if "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        raise NotOfferedError("on Wayland an X server sees only what is typed into X11 programs")
    if not os.environ.get("DISPLAY"):
        raise NotOfferedError("no X11 display")
    from deskstretch.desktop.presence.x11_idle import X11Idle

    return X11Idle(parent=parent)


def _logind(parent: QObject) -> SessionWatch:
    _need_dbus()
    from deskstretch.desktop.presence.logind import Logind

    return Logind(parent)


def _screen_saver(parent: QObject) -> SessionWatch:
    _need_dbus()
    from deskstretch.desktop.presence.screen_saver import ScreenSaver

    return ScreenSaver(parent)


def _need_dbus() -> None:
    if sys.platform in {"win32", "darwin"}:
        raise NotOfferedError("this system has no D-Bus")


_IDLE_SOURCES: dict[str, Callable[[QObject], IdleSource]] = {
    "X11 idle counter": _x11,
}
"""The best first."""

_SESSION_WATCHES: dict[str, Callable[[QObject], SessionWatch]] = {
    "logind": _logind,
    "screen saver": _screen_saver,
}
"""All that are there are listened to: no desktop tells everything through one of them."""
