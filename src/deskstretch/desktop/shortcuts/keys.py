"""What each key of a combination is called elsewhere."""

from __future__ import annotations

from typing import NamedTuple

_FIRST_FUNCTION_KEYSYM, _FIRST_FUNCTION_CODE = 0xFFBE, 0x70


class KeyNames(NamedTuple):
    """One key in X11 and on Windows."""

    keysym: int
    """As in X11/keysymdef.h, without Shift."""
    keysym_name: str
    """As there and in the XDG specification of shortcuts, without "XK_"."""
    virtual_key: int
    """As in Windows' winuser.h."""


_NAMED = {
    "Space": KeyNames(0x20, "space", 0x20),
    "Home": KeyNames(0xFF50, "Home", 0x24),
    "End": KeyNames(0xFF57, "End", 0x23),
    "PageUp": KeyNames(0xFF55, "Page_Up", 0x21),
    "PageDown": KeyNames(0xFF56, "Page_Down", 0x22),
    "Insert": KeyNames(0xFF63, "Insert", 0x2D),
    "Delete": KeyNames(0xFFFF, "Delete", 0x2E),
    "Left": KeyNames(0xFF51, "Left", 0x25),
    "Right": KeyNames(0xFF53, "Right", 0x27),
    "Up": KeyNames(0xFF52, "Up", 0x26),
    "Down": KeyNames(0xFF54, "Down", 0x28),
    "Pause": KeyNames(0xFF13, "Pause", 0x13),
}


def names_of(key: str) -> KeyNames:
    """The names of one of `core.combination.KEYS`."""
    if key in _NAMED:
        return _NAMED[key]
    if len(key) == 1:
        # Latin letters and digits are their own numbers: small ones in X11, capitals on Windows.
        return KeyNames(ord(key.lower()), key.lower(), ord(key))
    number = int(key.removeprefix("F")) - 1
    return KeyNames(_FIRST_FUNCTION_KEYSYM + number, key, _FIRST_FUNCTION_CODE + number)
