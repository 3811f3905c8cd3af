"""Puts the diagnosis together."""

from __future__ import annotations

import platform

import msgspec
import PySide6
from PySide6.QtCore import qVersion

from deskstretch import __version__
from deskstretch.core.diagnosis import INTERVAL_TIMER_WORDS, Diagnosis, Port
from deskstretch.core.language import N_, _
from deskstretch.core.withheld import Withheld
from deskstretch.store.folders import find_folders
from deskstretch.store.settings_in_force import load_in_force
from deskstretch.wiring.diagnosis.desktop_ports import read_desktop
from deskstretch.wiring.diagnosis.kept_ports import kept_ports, running_app
from deskstretch.wiring.diagnosis.personal import personal_here
from deskstretch.wiring.diagnosis.screen_ports import (
    application_for,
    desktop_words,
    qt_starts,
    screen_ports,
)
from deskstretch.wiring.diagnosis.shortcut_port import shortcut_port

_NO_SCREEN_WORDS = N_("There is no screen here: only what does without one was looked at.")


def diagnose(names_screen: bool) -> Diagnosis:
    """Look at everything, in at most some seconds; nothing is changed.

    `names_screen`: whether the environment says that there is a screen.
    """
    has_screen = names_screen and qt_starts()
    application = application_for(has_screen)
    folders = find_folders()
    settings = load_in_force(folders.settings_file, folders.managed_files)
    in_sight = _windows_stay_in_sight() if has_screen else None
    desktop = read_desktop(settings.settings, in_sight)
    control, app = running_app()
    ports = (
        Port(N_("desktop"), (), desktop_words()),
        *screen_ports(has_screen),
        *desktop.ports,
        shortcut_port(settings.settings.shortcuts, app),
        *kept_ports(folders, settings),
        control,
    )
    application.processEvents()
    notes = () if has_screen else (_(_NO_SCREEN_WORDS),)
    if not desktop.tells_idle:
        notes = (*notes, _(INTERVAL_TIMER_WORDS))
    personal = personal_here()
    if app.cannot_ask is not None:
        app = msgspec.structs.replace(app, cannot_ask=personal.taken_from(app.cannot_ask))
    shown = tuple(_without_names(port, personal) for port in ports)
    return Diagnosis(_versions(), shown, app, notes)


def _windows_stay_in_sight() -> bool:
    from deskstretch.ui.prompt.placement import windows_stay_in_sight

    return windows_stay_in_sight()


def _without_names(port: Port, personal: Withheld) -> Port:
    """The same; names of ports and adapters are the program's own."""
    others = tuple(
        msgspec.structs.replace(each, why_not=personal.taken_from(each.why_not))
        for each in port.not_used
    )
    reading = personal.taken_from(port.reading)
    return msgspec.structs.replace(port, reading=reading, not_used=others)


def _versions() -> dict[str, str]:
    system = platform.uname()
    return {
        "DeskStretch": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion() or "unknown",
        "PySide": PySide6.__version__,
        system.system or "unknown system": system.release,
    }
