"""Whether the history lies as a run that ended well has left it, told without SQLite.

To load SQLite and to open the file take 1.5 MB, and most starts have nothing to do there before
the first row: only a crash, an update, damage or a file that cannot be written give reason to.
"""

from __future__ import annotations

import os
from pathlib import Path

from deskstretch.store.schema import MIGRATIONS

# The file's header: sqlite.org/fileformat.html, 1.3.
_HEADER_BYTES = 100
_BEGINNING = b"SQLite format 3\0"
_IN_WAL_MODE = b"\2\2"


def mark_of_damage(history: Path) -> Path:
    """A file that lies beside the history from when damage is found until it is mended."""
    return history.with_name(f"{history.name}.is-damaged")


def mark_of_use(history: Path) -> Path:
    """A file that lies beside the history from its first row in a run until that run ends well."""
    return history.with_name(f"{history.name}.in-use")


def is_at_rest(history: Path) -> bool:
    """Whether there is a file that needs nothing, in which no break is open, and could be written.

    Who writes it last empties its log into it; a log that is left may hold more than the file.
    Not to be asked while this process has it open by SQLite, whose locks go with any handle on it.
    """
    if mark_of_damage(history).exists() or mark_of_use(history).exists() or _log_bytes(history):
        return False
    try:
        with history.open("r+b", buffering=0) as file:
            header = file.read(_HEADER_BYTES)
            size_bytes = file.seek(0, os.SEEK_END)
    except OSError:
        return False
    return (
        len(header) == _HEADER_BYTES
        and header.startswith(_BEGINNING)
        and size_bytes == _number(header, 16, 2) * _number(header, 28, 4)  # a page's, and pages
        and header[18:20] == _IN_WAL_MODE
        and _number(header, 60, 4) == len(MIGRATIONS)
        and _may_write_in(history.parent)
    )


def _number(header: bytes, offset: int, length: int) -> int:
    return int.from_bytes(header[offset : offset + length], "big")


def _log_bytes(history: Path) -> int:
    try:
        return Path(f"{history}-wal").stat().st_size
    except FileNotFoundError:
        return 0


def _may_write_in(folder: Path) -> bool:
    return os.access(
        folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids
    )
