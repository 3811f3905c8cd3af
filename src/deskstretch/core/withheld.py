"""Keeps what is personal out of a text that may be shown to strangers."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

_NOT_PERSONAL = frozenset({"", "root", "localhost"})


class Withheld(msgspec.Struct, frozen=True):
    """What must not be read, and what stands in its place."""

    folders: tuple[tuple[str, str], ...] = ()
    """Whole paths and their stand-ins: ("/home/anna", "~")."""
    names: tuple[tuple[str, str], ...] = ()
    """Single words and their stand-ins: ("anna", "(user)")."""

    def taken_from(self, text: str) -> str:
        """The text without any of it."""
        for folder, stand_in in _longest_first(self.folders):
            text = re.sub(re.escape(folder.rstrip("/")) + r"(?![\w-])", stand_in, text)
        for name, stand_in in _longest_first(self.names):
            if name not in _NOT_PERSONAL:
                whole_word = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
                text = re.sub(whole_word, stand_in, text, flags=re.IGNORECASE)
        return text


def _longest_first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that may lie inside of others come later."""
    return sorted((each for each in pairs if each[0].strip("/")), key=lambda each: -len(each[0]))
