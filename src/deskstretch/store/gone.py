"""A history whose file is deleted or replaced while it is open.

The system lets an open file be written on though nobody will find it again. What was deleted stays
so; only what is going on is taken along into the file that follows.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.core.language import _
from deskstretch.core.record import BreakRecord

if TYPE_CHECKING:
    import sqlite3

_BESIDE = ("-wal", "-shm")

Identity = tuple[tuple[int, int] | None, ...]
"""What tells the file and those beside it from all others on this machine while they exist."""


def identity_of(path: Path) -> Identity:
    """Of what lies there now. OSError."""
    return tuple(_one(Path(f"{path}{ending}")) for ending in ("", *_BESIDE))


def is_gone(path: Path, identity: Identity) -> bool:
    """Whether that file does not lie there any more."""
    try:
        return _one(path) != identity[0]
    except OSError:
        return False  # it cannot be told


def clear_away(path: Path, identity: Identity) -> None:
    """Delete what still lies beside its place: a log would be read into the next file. OSError."""
    for ending, one in zip(_BESIDE, identity[1:], strict=True):
        beside = Path(f"{path}{ending}")
        if one is not None and _one(beside) == one:
            beside.unlink()


def open_breaks_of(connection: sqlite3.Connection) -> tuple[BreakRecord, ...]:
    """What is going on in that file; nothing if it cannot be read."""
    import sqlite3

    from deskstretch.store.reading import kept_on  # most histories stay where they are

    try:
        days = connection.execute("SELECT DISTINCT day FROM break WHERE outcome IS NULL").fetchall()
        kept = [kept_on(connection, *[date.fromisoformat(day)] * 2) for (day,) in days]
    except (sqlite3.Error, ValueError):
        return ()
    return tuple(each for day in kept for each in day.breaks if each.outcome is None)


def take_along(connection: sqlite3.Connection, breaks: tuple[BreakRecord, ...]) -> None:
    """Write down those breaks where they are not known. sqlite3.Error."""
    from deskstretch.store.changing import transaction
    from deskstretch.store.rows import insert_break

    with transaction(connection):
        for each in breaks:
            known = connection.execute("SELECT 1 FROM break WHERE id = ?", (each.id,)).fetchone()
            if known is None:
                insert_break(connection, each)


def gone_words(path: Path) -> str:
    """What to tell the person, in one sentence."""
    return _(
        "The history was deleted or replaced while DeskStretch ran; it goes on in {file}."
    ).format(file=path)


def _one(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino
