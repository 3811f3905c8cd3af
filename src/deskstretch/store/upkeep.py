"""What is done to the history each day: check it, forget, back up, share."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import msgspec

from deskstretch.core.keeping import first_day_kept
from deskstretch.core.language import _
from deskstretch.core.settings import Settings
from deskstretch.store.backups import back_up, backups_of, is_sound
from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.folders import Folders
from deskstretch.store.forgetting import Deleted, forget_before
from deskstretch.store.machine import machine_id
from deskstretch.store.mending import is_sound_through, mark_damaged
from deskstretch.store.reading import UnreadableHistoryError, reading
from deskstretch.store.schema import NewerHistoryError, refuse_newer
from deskstretch.store.sharing import Shared, SharingError, share
from deskstretch.store.trouble import is_damage, writing_trouble_words


class Upkeep(msgspec.Struct, frozen=True):
    """What was done."""

    backup: Path | None = None
    """The backup of this day, made now; None if there is one already, or no history."""
    forgotten: Deleted = Deleted()
    shared: Shared | None = None
    """None without a shared folder."""
    is_damaged: bool = False
    """Then nothing else was done: the running app mends it, or else the next start does."""


def keep_up(
    folders: Folders, settings: Settings, today: date, *, forgetting: bool = True
) -> Upkeep:
    """Do it all, or share alone: what is damaged is neither backed up nor shared.

    SharingError, UnreadableHistoryError, UnwritableHistoryError.
    """
    _refuse_newer(folders.history_file)
    is_due = forgetting and _is_backup_due(folders.history_file, today)
    if is_due and not _is_fine(folders.history_file, today):
        return Upkeep(is_damaged=True)
    first_kept = first_day_kept(today, settings.history.keep_for_months)
    forgotten = Deleted()
    if first_kept is not None and forgetting:
        forgotten = forget_before(folders.history_file, first_kept)
    backup = _back_up(folders.history_file, today) if is_due else None
    if not settings.sharing.folder:
        return Upkeep(backup, forgotten)
    folder = Path(settings.sharing.folder).expanduser()
    if not folder.is_absolute():
        raise SharingError(
            _(
                "The shared folder {folder} must be written in full, "
                "such as ~/Nextcloud/DeskStretch."
            ).format(folder=folder)
        )
    try:
        machine = machine_id(folders.data)
    except OSError as error:
        words = _("{file} cannot be written: {why}.")
        raise SharingError(words.format(file=folders.data, why=error.strerror)) from error
    return Upkeep(backup, forgotten, share(folders.history_file, folder, machine, first_kept))


def _refuse_newer(history: Path) -> None:
    """UnwritableHistoryError, in the words that the app has for it too."""
    try:
        with reading(history) as connection:
            refuse_newer(connection)
    except UnreadableHistoryError as error:
        if isinstance(error.__cause__, NewerHistoryError):
            words = writing_trouble_words(history, error.__cause__)
            raise UnwritableHistoryError(words) from error


def _is_backup_due(history: Path, today: date) -> bool:
    return history.exists() and all(day != today for day, _file in backups_of(history))


def _is_fine(history: Path, today: date) -> bool:
    """The quick check each day, the full one when the week has no backup yet. Damage is marked."""
    weeks = {day.isocalendar()[:2] for day, _file in backups_of(history)}
    try:
        if today.isocalendar()[:2] not in weeks:
            is_fine = is_sound_through(history)
        else:
            with reading(history) as connection:
                is_fine = is_sound(connection)
    except UnreadableHistoryError as error:
        if not is_damage(error.__cause__):
            raise
        is_fine = False
    if not is_fine:
        mark_damaged(history)
    return is_fine


def _back_up(history: Path, today: date) -> Path:
    with reading(history) as connection:
        try:
            return back_up(connection, history, today)
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) else error
            words = _("{file} cannot be backed up beside itself: {why}.")
            raise UnwritableHistoryError(words.format(file=history, why=why)) from error
