"""What the settings want done to the history from time to time: forget, and share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from deskstretch.core.keeping import first_day_kept
from deskstretch.core.settings import Settings
from deskstretch.store.folders import Folders
from deskstretch.store.forgetting import Deleted, forget_before
from deskstretch.store.machine import machine_id
from deskstretch.store.sharing import Shared, SharingError, share


class Upkeep(msgspec.Struct, frozen=True):
    """What was done."""

    forgotten: Deleted = Deleted()
    shared: Shared | None = None
    """None without a shared folder."""


def keep_up(
    folders: Folders, settings: Settings, today: date, *, forgetting: bool = True
) -> Upkeep:
    """Do it all, or share alone. SharingError, UnwritableHistoryError."""
    first_kept = first_day_kept(today, settings.history.keep_for_months)
    forgotten = Deleted()
    if first_kept is not None and forgetting:
        forgotten = forget_before(folders.history_file, first_kept)
    if not settings.sharing.folder:
        return Upkeep(forgotten)
    folder = Path(settings.sharing.folder).expanduser()
    if not folder.is_absolute():
        raise SharingError(
            f"The shared folder {folder} must be written in full, such as ~/Nextcloud/DeskStretch."
        )
    try:
        machine = machine_id(folders.data)
    except OSError as error:
        raise SharingError(f"{folders.data} cannot be written: {error.strerror}.") from error
    return Upkeep(forgotten, share(folders.history_file, folder, machine, first_kept))
