"""The wishes on Linux and the like: by the settings portal, which tells of changes.

GNOME and Plasma keep the wish for less motion in keys of their own, which their portals pass on.
Where no portal runs on GNOME, `gsettings` is asked. No service is started only to be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusVariant

from deskstretch.desktop.appearance.port import HIGH_CONTRAST, REDUCED_MOTION, Way
from deskstretch.desktop.disturbance.bus import BusAnswer, Question
from deskstretch.desktop.disturbance.source import DisturbanceSource
from deskstretch.desktop.presence.dbus import BusSignal

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"
_GNOME, _GNOME_HELP = "org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface"
_PLASMA = "org.kde.kdeglobals.KDE"

_DCONF = BusSignal("", "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer", "Notify", "sass")
_LIKE_GNOME = {"GNOME", "Unity", "Budgie"}


def ways_on(desktops: str) -> Sequence[Way]:
    """`desktops`: the names that the desktop gives itself, as in XDG_CURRENT_DESKTOP."""
    motion = contrast = None
    if _LIKE_GNOME & set(desktops.split(":")):
        motion = _by_gsettings(REDUCED_MOTION, _GNOME, "enable-animations", "false")
        contrast = _by_gsettings(HIGH_CONTRAST, _GNOME_HELP, "high-contrast", "true")
    return (
        _by_portal(REDUCED_MOTION, _APPEARANCE, "reduced-motion", lambda value: value == 1),
        _by_portal(REDUCED_MOTION, _GNOME, "enable-animations", lambda on: on is False, motion),
        _by_portal(REDUCED_MOTION, _PLASMA, "AnimationDurationFactor", _is_nought),
        _by_portal(HIGH_CONTRAST, _APPEARANCE, "contrast", lambda value: value == 1),
        _by_portal(HIGH_CONTRAST, _GNOME_HELP, "high-contrast", lambda on: on is True, contrast),
    )


def _by_portal(
    wish: str, group: str, key: str, means: Callable[[Any], bool], otherwise: Way | None = None
) -> Way:
    where = _SERVICE, _PATH, _SETTINGS
    changed = BusSignal(*where, "SettingChanged", "ssv", (group, key))
    question = Question(
        *where, "Read", (group, key), (changed,), lambda value: means(_plain(value)), wish
    )
    return Way(f"portal: {group} {key}", wish, partial(BusAnswer, question), otherwise)


def _by_gsettings(wish: str, schema: str, key: str, value: str) -> Way:
    def ask(parent: QObject) -> DisturbanceSource:
        from deskstretch.desktop.disturbance.asked_program import AskedProgram

        command = ("gsettings", "get", schema, key)
        return AskedProgram(command, _DCONF, value.__eq__, wish, parent)

    return Way(f"gsettings: {schema} {key}", wish, ask)


def _plain(value: Any) -> Any:
    """`Read` wraps its answer twice, as its description admits."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _is_nought(factor: Any) -> bool:
    try:
        return float(factor) == 0
    except (TypeError, ValueError):
        return False
