"""Which signs of disturbance there may be on this system; each is tried when it is needed."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.core.reasons import (
    CAMERA,
    DO_NOT_DISTURB,
    FULL_SCREEN,
    INHIBITED,
    MICROPHONE,
    PROGRAM,
    SCREEN_SHARING,
)
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.desktop.disturbance.port import Disturbance, Offer
from deskstretch.desktop.disturbance.source import DisturbanceSource
from deskstretch.desktop.presence.source import NotOfferedError


def choose_disturbance(settings: DisturbanceSettings, parent: QObject | None = None) -> Disturbance:
    """All that this system may tell; nothing is looked for before somebody watches."""
    return Disturbance(offers_of(sys.platform), settings, parent)


def offers_of(platform: str) -> tuple[Offer, ...]:
    """What may be there on a system of this kind, as `sys.platform` names it."""
    match platform:
        case "win32":
            return _WINDOWS
        case "darwin":
            return _MACOS
        case _:
            return _LINUX


# Each adapter is imported when it is first needed, which on most days is after 44 minutes.


def _pipewire(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.pipewire import PipeWire

    return PipeWire(settings.microphone_ignored, parent)


def _pulseaudio(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.pulseaudio import PulseAudio

    return PulseAudio(settings.microphone_ignored, parent)


def _camera_device(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.camera_device import CameraDevice

    return CameraDevice(parent)


def _x11_window(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    if "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        raise NotOfferedError(N_("on Wayland an X server knows only the windows of X11 programs"))
    if not os.environ.get("DISPLAY"):
        raise NotOfferedError(N_("no X11 display"))
    from deskstretch.desktop.disturbance.x11_full_screen import X11FullScreen

    return X11FullScreen(parent)


def _wayland_windows(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    if "WAYLAND_DISPLAY" not in os.environ:
        raise NotOfferedError(N_("not Wayland"))
    from deskstretch.desktop.disturbance.wayland_full_screen import WaylandFullScreen

    return WaylandFullScreen(parent)


def _plasma_do_not_disturb(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import plasma_do_not_disturb

    return plasma_do_not_disturb(parent)


def _dunst(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import dunst_paused

    return dunst_paused(parent)


def _mako(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import mako_mode

    return mako_mode(parent)


def _swaync(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import swaync_do_not_disturb

    return swaync_do_not_disturb(parent)


def _xfce(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import xfce_do_not_disturb

    return xfce_do_not_disturb(parent)


def _desktop_settings(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_settings import do_not_disturb_key

    return do_not_disturb_key(parent)


def _session_inhibited(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import session_inhibited

    return session_inhibited(parent)


def _power_inhibited(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        raise NotOfferedError(N_("Plasma's counts downloads too"))
    from deskstretch.desktop.disturbance.desktop_says import power_inhibited

    return power_inhibited(parent)


def _plasma_inhibited(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    if "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        raise NotOfferedError(N_("not Plasma"))
    from deskstretch.desktop.disturbance.plasma import plasma_inhibited

    return plasma_inhibited(parent)


def _login_inhibited(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.desktop_says import login_inhibited

    return login_inhibited(parent)


def _programs(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.programs import Programs

    return Programs(settings.programs, parent)


def _windows_state(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.windows import notification_state

    return notification_state(parent)


def _windows_power(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.windows import display_required

    return display_required(parent)


def _windows_devices(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.windows import devices_in_use

    return devices_in_use(settings.microphone_ignored, parent)


def _windows_programs(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.windows import programs_running

    return programs_running(settings.programs, parent)


def _mac_camera(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.macos import camera_in_use

    return camera_in_use(parent)


def _mac_microphone(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.macos import microphone_in_use

    return microphone_in_use(parent)


def _mac_power(_: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.macos import display_kept_on

    return display_kept_on(parent)


def _mac_programs(settings: DisturbanceSettings, parent: QObject) -> DisturbanceSource:
    from deskstretch.desktop.disturbance.macos import programs_running

    return programs_running(settings.programs, parent)


_LINUX = (
    Offer("camera device", (CAMERA,), _camera_device),
    Offer("PipeWire", (CAMERA, MICROPHONE, SCREEN_SHARING), _pipewire),
    Offer("PulseAudio", (MICROPHONE,), _pulseaudio),
    Offer("X11 window", (FULL_SCREEN,), _x11_window),
    Offer("Wayland windows", (FULL_SCREEN,), _wayland_windows),
    Offer("session manager", (INHIBITED,), _session_inhibited),
    Offer("power manager", (INHIBITED,), _power_inhibited),
    Offer("Plasma power manager", (INHIBITED,), _plasma_inhibited),
    Offer("logind", (INHIBITED,), _login_inhibited),
    Offer("Plasma notifications", (DO_NOT_DISTURB,), _plasma_do_not_disturb),
    Offer("dunst", (DO_NOT_DISTURB,), _dunst),
    Offer("mako", (DO_NOT_DISTURB,), _mako),
    Offer("SwayNotificationCenter", (DO_NOT_DISTURB,), _swaync),
    Offer("Xfce notifications", (DO_NOT_DISTURB,), _xfce),
    Offer("desktop settings", (DO_NOT_DISTURB,), _desktop_settings),
    Offer("processes", (PROGRAM,), _programs),
)

_WINDOWS = (
    Offer("camera and microphone", (CAMERA, MICROPHONE), _windows_devices),
    Offer("notification state", (FULL_SCREEN, INHIBITED, DO_NOT_DISTURB), _windows_state),
    Offer("power requests", (INHIBITED,), _windows_power),
    Offer("processes", (PROGRAM,), _windows_programs),
)

_MACOS = (
    Offer("camera", (CAMERA,), _mac_camera),
    Offer("microphone", (MICROPHONE,), _mac_microphone),
    Offer("power assertions", (INHIBITED,), _mac_power),
    Offer("processes", (PROGRAM,), _mac_programs),
)
