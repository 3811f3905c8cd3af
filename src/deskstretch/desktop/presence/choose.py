"""Which of the adapters serve this desktop: the first idle source that can, every session watch."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject

from deskstretch.core.language import N_, _
from deskstretch.desktop.presence.port import Adapter, Kind, Presence
from deskstretch.desktop.presence.source import IdleSource, NotOfferedError, SessionWatch

T = TypeVar("T")
Sources = Mapping[str, Callable[[QObject], IdleSource]]
Watches = Mapping[str, Callable[[QObject], SessionWatch]]

_log = logging.getLogger(__name__)


def choose_presence(parent: QObject | None = None) -> Presence:
    """What this desktop offers; where that is nothing, a presence that tells nothing."""
    presence = Presence(parent)
    choose_idle(presence, idle_sources_of(sys.platform))
    choose_sessions(presence, session_watches_of(sys.platform))
    return presence


def choose_idle(presence: Presence, sources: Sources) -> None:
    """The first that serves; of the others it is noted why not."""
    for name, make in sources.items():
        if presence.tells_idle:
            presence.note(Adapter("idle", name, why_not=N_("another one serves")))
            continue
        source = _try(presence, "idle", name, make)
        if source is not None:
            presence.take_idle(name, source)
    if not presence.tells_idle:
        _log.warning("Nothing here tells when the person is idle: breaks come by time alone")


def choose_sessions(presence: Presence, watches: Watches) -> None:
    """All that serve; of the others it is noted why not."""
    for name, make in watches.items():
        watch = _try(presence, "session", name, make)
        if watch is not None:
            presence.add_session(name, watch)


def _try(presence: Presence, kind: Kind, name: str, make: Callable[[QObject], T]) -> T | None:
    """Whatever a desktop does, the app works without one adapter more."""
    try:
        return make(presence)
    except NotOfferedError as missing:
        _log.info("%s: %s", name, missing)
        why_not = str(missing)
    except Exception as error:
        _log.exception("%s", name)
        why_not = _("it failed: {error}").format(error=f"{type(error).__name__}: {error}")
    presence.note(Adapter(kind, name, why_not))
    return None


def idle_sources_of(platform: str) -> Sources:
    """What may be there on a system of this kind, as `sys.platform` names it; the best first."""
    match platform:
        case "win32":
            return _WINDOWS_IDLE
        case "darwin":
            return _MAC_IDLE
        case _:
            return _LINUX_IDLE


def session_watches_of(platform: str) -> Watches:
    """All that are there are listened to: no desktop tells everything through one of them."""
    match platform:
        case "win32":
            return _WINDOWS_SESSIONS
        case "darwin":
            return _MAC_SESSIONS
        case _:
            return _LINUX_SESSIONS


# Each adapter is imported only where it may serve.


def _x11(parent: QObject) -> IdleSource:
    if _is_wayland():
        raise NotOfferedError(
            N_("on Wayland an X server sees only what is typed into X11 programs")
        )
    if not os.environ.get("DISPLAY"):
        raise NotOfferedError(N_("no X11 display"))
    from deskstretch.desktop.presence.x11_idle import X11Idle

    return X11Idle(parent=parent)


def _wayland(parent: QObject) -> IdleSource:
    if not _is_wayland():
        raise NotOfferedError(N_("no Wayland display"))
    from deskstretch.desktop.presence.wayland_idle import WaylandIdle

    return WaylandIdle(parent)


def _mutter(parent: QObject) -> IdleSource:
    from deskstretch.desktop.presence.mutter_idle import MutterIdle

    return MutterIdle(parent)


def _is_wayland() -> bool:
    return "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland"


def _logind(parent: QObject) -> SessionWatch:
    from deskstretch.desktop.presence.logind import Logind

    return Logind(parent)


def _screen_saver(parent: QObject) -> SessionWatch:
    from deskstretch.desktop.presence.screen_saver import ScreenSaver

    return ScreenSaver(parent)


def _windows_idle(parent: QObject) -> IdleSource:
    from deskstretch.desktop.presence.windows_idle import windows_idle

    return windows_idle(parent)


def _windows_session(parent: QObject) -> SessionWatch:
    from deskstretch.desktop.presence.windows_session import WindowsSession

    return WindowsSession(parent)


def _mac_idle(parent: QObject) -> IdleSource:
    from deskstretch.desktop.presence.mac_idle import mac_idle

    return mac_idle(parent)


def _mac_session(parent: QObject) -> SessionWatch:
    from deskstretch.desktop.presence.mac_session import MacSession

    return MacSession(parent)


# Screen savers are not asked how long a silence is: Plasma's does not know on Wayland, and on X11
# the server tells it better.
_LINUX_IDLE = {
    "X11 idle counter": _x11,
    "Wayland idle notifications": _wayland,
    "Mutter idle monitor": _mutter,
}
_LINUX_SESSIONS = {
    "logind": _logind,
    "screen saver": _screen_saver,
}
_WINDOWS_IDLE = {"last input to Windows": _windows_idle}
_WINDOWS_SESSIONS = {"Windows session": _windows_session}
_MAC_IDLE = {"last input to macOS": _mac_idle}
_MAC_SESSIONS = {"macOS notifications": _mac_session}
