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
        folders = _longest_first(self.folders)
        names = [each for each in _longest_first(self.names) if each[0] not in _NOT_PERSONAL]
        patterns = [rf"({re.escape(folder.rstrip('/'))})(?![\w-])" for folder, _ in folders]
        patterns += [rf"(?<![^\W_])({re.escape(name)})(?![^\W_])" for name, _ in names]
        if not patterns:
            return text
        stand_ins = [stand_in for _, stand_in in (*folders, *names)]
        # In one go: what stands in for a folder may itself look like a name.
        return re.sub(
            "|".join(patterns),
            lambda found: stand_ins[(found.lastindex or 1) - 1],
            text,
            flags=re.IGNORECASE,
        )


def _longest_first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that may lie inside of others come later."""
    return sorted((each for each in pairs if each[0].strip("/")), key=lambda each: -len(each[0]))
