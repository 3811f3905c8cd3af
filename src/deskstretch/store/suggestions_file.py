"""What became of suggestions: which ones rest, and what the last one changed. One JSON file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from deskstretch.core.suggestion import RESTS, Change
from deskstretch.store.folders import make_private_folder
from deskstretch.store.whole_file import write_whole

_STAYS = RESTS / 4
"""How long an applied suggestion can be undone where it was made."""


class Applied(msgspec.Struct, frozen=True):
    """A suggestion that was applied."""

    day: date
    done: str
    """What it did, in words."""
    changes: tuple[Change, ...]
    before: tuple[Change, ...]
    """What brings back the settings as they were."""


class SuggestionsMade(msgspec.Struct, frozen=True):
    """What is kept of suggestions."""

    rests: dict[str, date] = {}
    """By id of a suggestion: the day on which it was put off, applied or undone."""
    applied: Applied | None = None

    def resting(self, today: date) -> frozenset[str]:
        """The ids that are left alone today."""
        return frozenset(name for name, day in self.rests.items() if today < day + RESTS)

    def undoable(self, today: date) -> Applied | None:
        """What can still be undone today."""
        applied = self.applied
        return applied if applied is not None and today < applied.day + _STAYS else None


def load_suggestions(path: Path) -> SuggestionsMade:
    """What the file says; nothing if there is none, or none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=SuggestionsMade)
    except (OSError, msgspec.DecodeError):
        return SuggestionsMade()


def save_suggestions(path: Path, made: SuggestionsMade) -> None:
    """Replace the file whole or not at all, for this person alone. OSError if it cannot be."""
    make_private_folder(path.parent)
    write_whole(path, [msgspec.json.encode(made)])
