"""Whether somebody has been welcomed: an empty file beside the history remembers it."""

from __future__ import annotations

from pathlib import Path

from deskstretch.store.folders import Folders, make_private_file


def is_first_start(folders: Folders) -> bool:
    """Whether nothing here shows an earlier start: no welcome, no settings, nothing kept."""
    if _marker(folders).exists() or folders.settings_file.exists():
        return False
    from deskstretch.store.reading import UnreadableHistoryError

    try:
        return not _is_anything_kept(folders.history_file)
    except UnreadableHistoryError:
        return False


def remember_welcome(folders: Folders) -> None:
    """From now on this is no first start. OSError if that cannot be kept."""
    make_private_file(_marker(folders))


def _marker(folders: Folders) -> Path:
    return folders.data / "welcomed"


def _is_anything_kept(history: Path) -> bool:
    if not history.exists():
        return False
    from deskstretch.store.reading import reading

    with reading(history) as connection:
        (kept,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM break) OR EXISTS (SELECT 1 FROM natural_break)"
        ).fetchone()
    return bool(kept)
