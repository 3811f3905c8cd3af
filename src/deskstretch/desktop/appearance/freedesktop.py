"""The wishes on Linux and the like: by the settings portal, which tells of changes.

GNOME and Plasma keep the wish for less motion in keys of their own, which their portals pass on.
Where no portal runs on GNOME, `gsettings` is asked. No service is started only to be asked.

Font and dark mode are learned where Qt would load GTK to do so, in the order in which programs made
with GTK do: on X11 from the XSETTINGS manager, as the keys of GNOME may be nobody's there; on
Wayland from these; else from GTK's files. The portal's own word for dark counts as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusVariant

from deskstretch.desktop.appearance.gtk import file_way, is_dark
from deskstretch.desktop.appearance.port import (
    DARK,
    FONT,
    HIGH_CONTRAST,
    REDUCED_MOTION,
    Way,
    font_wish,
)
from deskstretch.desktop.disturbance.bus import BusAnswer, Question
from deskstretch.desktop.disturbance.source import DisturbanceSource, Meaning
from deskstretch.desktop.left_out_gtk import leaves_gtk_out
from deskstretch.desktop.presence.dbus import BusSignal

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"
_GNOME, _GNOME_HELP = "org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface"
_PLASMA = "org.kde.kdeglobals.KDE"

_DCONF = BusSignal("", "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer", "Notify", "sass")
_LIKE_GNOME = {"GNOME", "Unity", "Budgie"}


def ways_on(environment: Mapping[str, str]) -> Sequence[Way]:
    """The ways in a session with that environment."""
    motion = contrast = dark = None
    if _LIKE_GNOME & set(environment.get("XDG_CURRENT_DESKTOP", "").split(":")):
        motion = _by_gsettings(REDUCED_MOTION, _GNOME, "enable-animations", "false".__eq__)
        contrast = _by_gsettings(HIGH_CONTRAST, _GNOME_HELP, "high-contrast", "true".__eq__)
        dark = _by_gsettings(DARK, _GNOME, "color-scheme", "'prefer-dark'".__eq__)
    ways = (
        _by_portal(REDUCED_MOTION, _APPEARANCE, "reduced-motion", lambda value: value == 1),
        _by_portal(REDUCED_MOTION, _GNOME, "enable-animations", lambda on: on is False, motion),
        _by_portal(REDUCED_MOTION, _PLASMA, "AnimationDurationFactor", _is_nought),
        _by_portal(HIGH_CONTRAST, _APPEARANCE, "contrast", lambda value: value == 1),
        _by_portal(HIGH_CONTRAST, _GNOME_HELP, "high-contrast", lambda on: on is True, contrast),
    )
    if not leaves_gtk_out(environment):
        return ways
    prefers = _by_portal(DARK, _APPEARANCE, "color-scheme", lambda value: value == 1, dark)
    if environment.get("WAYLAND_DISPLAY"):
        return *ways, prefers, *_gnome_ways()
    from deskstretch.desktop.appearance.xsettings import xsettings_way

    return *ways, prefers, xsettings_way()


def _gnome_ways() -> Iterator[Way]:
    keys: tuple[tuple[str, str, Callable[[str], Meaning]], ...] = (
        (DARK, "gtk-theme", is_dark),
        (FONT, "font-name", font_wish),
    )
    for wish, key, means in keys:
        asked = _by_gsettings(wish, _GNOME, key, _unquoted(means), file_way(wish))
        yield _by_portal(wish, _GNOME, key, means, asked)


def _by_portal(
    wish: str, group: str, key: str, means: Callable[[Any], Meaning], otherwise: Way | None = None
) -> Way:
    where = _SERVICE, _PATH, _SETTINGS
    changed = BusSignal(*where, "SettingChanged", "ssv", (group, key))
    question = Question(
        *where, "Read", (group, key), (changed,), lambda value: means(_plain(value)), wish
    )
    return Way(f"portal: {group} {key}", (wish,), partial(BusAnswer, question), otherwise)


def _by_gsettings(
    wish: str, schema: str, key: str, means: Callable[[str], Meaning], otherwise: Way | None = None
) -> Way:
    def ask(parent: QObject) -> DisturbanceSource:
        from deskstretch.desktop.disturbance.asked_program import AskedProgram

        return AskedProgram(("gsettings", "get", schema, key), _DCONF, means, wish, parent)

    return Way(f"gsettings: {schema} {key}", (wish,), ask, otherwise)


def _unquoted(means: Callable[[str], Meaning]) -> Callable[[str], Meaning]:
    """For a text, which `gsettings` prints between quotes."""
    return lambda printed: means(printed[1:-1])


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
