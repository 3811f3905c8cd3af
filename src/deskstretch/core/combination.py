"""Combinations of keys as a person writes them: "Ctrl+Alt+B"."""

from __future__ import annotations

import msgspec

from deskstretch.core.language import N_, _

MODIFIERS = ("Ctrl", "Alt", "Shift", "Super")
"""In the order in which they are written. Super bears a window, or the command sign."""

_LETTERS_AND_DIGITS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *"0123456789")
_FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 25))
_OTHER_KEYS = (
    "Space", "Home", "End", "PageUp", "PageDown", "Insert", "Delete",
    "Left", "Right", "Up", "Down", "Pause",
)  # fmt: skip
KEYS: tuple[str, ...] = (*_LETTERS_AND_DIGITS, *_FUNCTION_KEYS, *_OTHER_KEYS)
"""Those that every keyboard has in some place; signs are elsewhere in each layout."""

ALLOWED_WORDS = N_(
    "nothing, or Super or two of Ctrl, Alt and Shift with a letter, a digit, F1 to F24, Space, "
    "Home, End, PageUp, PageDown, Insert, Delete, Left, Right, Up, Down or Pause"
)

_OTHER_NAMES = {
    "control": "Ctrl",
    "strg": "Ctrl",
    "option": "Alt",
    "cmd": "Super",
    "logo": "Super",
    "meta": "Super",
    "win": "Super",
    "del": "Delete",
    "ins": "Insert",
    "pgdown": "PageDown",
    "pgup": "PageUp",
}
_NAMES: dict[str, str] = {**{name.casefold(): name for name in (*MODIFIERS, *KEYS)}, **_OTHER_NAMES}
_MOST_QUOTED = 40


class Combination(msgspec.Struct, frozen=True):
    """One key and what is held down with it."""

    modifiers: tuple[str, ...]
    """Some of MODIFIERS, in their order."""
    key: str
    """One of KEYS."""

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))


def parse_combination(text: str) -> Combination | None:
    """What is written, in any order and case; None for nothing. ValueError says what is wrong.

    With less than Super, or two of Ctrl, Alt and Shift, a combination would be taken away from the
    programs that the person types into.
    """
    if not text.strip():
        return None
    names = [_name(part) for part in text.split("+")]
    modifiers = tuple(each for each in MODIFIERS if each in names)
    keys = [each for each in names if each not in MODIFIERS]
    if len(set(names)) < len(names):
        raise ValueError(_("{text} has a key twice").format(text=_quoted(text)))
    if not keys:
        raise ValueError(_("{text} lacks the key itself").format(text=_quoted(text)))
    if len(keys) > 1:
        raise ValueError(_("{text} has more than one key").format(text=_quoted(text)))
    if "Super" not in modifiers and len(modifiers) < 2:
        raise ValueError(_("{text} is for the programs you type into").format(text=_quoted(text)))
    return Combination(modifiers, keys[0])


def _name(written: str) -> str:
    try:
        return _NAMES[written.strip().casefold()]
    except KeyError:
        raise ValueError(_("{name} cannot be used").format(name=_quoted(written))) from None


def _quoted(text: str) -> str:
    return msgspec.json.encode(text[:_MOST_QUOTED]).decode()
