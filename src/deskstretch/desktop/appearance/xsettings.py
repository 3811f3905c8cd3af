"""What the XSETTINGS manager of an X11 desktop tells all programs, after its specification 0.5."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator

from deskstretch.core.language import N_
from deskstretch.desktop.appearance.gtk import (
    FONT_NAME,
    THEME_NAME,
    file_settings,
    file_way,
    wishes_in,
)
from deskstretch.desktop.appearance.port import DARK, FONT, Way
from deskstretch.desktop.disturbance.x11_listener import X11Listener
from deskstretch.desktop.disturbance.x11_window import GONE

_NAMES_IN_GTK = {"Gtk/FontName": FONT_NAME, "Net/ThemeName": THEME_NAME}
_INTEGER, _TEXT, _COLOUR = range(3)
_COLOUR_BYTES = 8


def xsettings_way() -> Way:
    """By the manager, else by GTK's files."""
    return Way("XSETTINGS", (DARK, FONT), XSettings, file_way(DARK, FONT))


class XSettings(X11Listener):
    """Tells the wishes that are in there, or in GTK's files if not; and of each change."""

    _manager = 0

    def _prepare(self) -> None:
        self._selection = self._x11.atom("_XSETTINGS_S0")
        self._property = self._x11.atom("_XSETTINGS_SETTINGS")
        self._manager_came = self._x11.atom("MANAGER")

    def _awaited(self) -> Collection[tuple[int, int]]:
        root, manager = self._x11.root, self._manager
        return (root, self._manager_came), (manager, self._property), (manager, GONE)

    def _look(self) -> None:
        manager = self._x11.owner(self._selection)
        if manager and manager != self._manager:
            self._x11.listen_to(manager)
        self._manager = manager
        if not manager:
            self.lost.emit(N_("X11: nobody tells how programs are to look"))
            return
        told = dict(texts_in(self._x11.data(manager, self._property)))
        known = {name: told[key] for key, name in _NAMES_IN_GTK.items() if key in told}
        self.told.emit(tuple(wishes_in(file_settings() | known)))


def texts_in(settings: bytes) -> Iterator[tuple[str, str]]:
    """Those settings that are text; nothing more where the rest cannot be understood."""
    order = ">" if settings[:1] == b"\1" else "<"
    header, length = struct.Struct(f"{order}B3xII"), struct.Struct(f"{order}I")
    entry = struct.Struct(f"{order}BxH")
    try:
        _, _serial, count = header.unpack_from(settings)
        at = header.size
        for _ in range(count):
            kind, size = entry.unpack_from(settings, at)
            at += entry.size
            name = settings[at : at + size]
            at += _padded(size) + length.size  # with the serial of its last change
            if kind == _TEXT:
                (size,) = length.unpack_from(settings, at)
                value = settings[at + length.size :][:size]
                yield name.decode(errors="replace"), value.decode(errors="replace")
                at += length.size + _padded(size)
            elif kind in (_INTEGER, _COLOUR):
                at += length.size if kind == _INTEGER else _COLOUR_BYTES
            else:
                return
    except struct.error:
        return


def _padded(size: int) -> int:
    return (size + 3) & ~3
