"""`deskstretch history upkeep`: what the settings want done to the history from time to time."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.store.folders import Folders
    from deskstretch.store.upkeep import Upkeep


def run() -> int:
    """Forget what is too old, share with the other machines; 1 if that cannot be done."""
    from deskstretch.store.folders import find_folders

    return keep_up_now(find_folders(), told=True)


def keep_up_now(folders: Folders, *, told: bool = False) -> int:
    """The same for these folders; what was done is printed if `told`, what went wrong always."""
    from deskstretch.store.changing import UnwritableHistoryError
    from deskstretch.store.settings_file import load
    from deskstretch.store.sharing import SharingError
    from deskstretch.store.upkeep import keep_up

    settings = load(folders.settings_file).settings
    try:
        done = keep_up(folders, settings, datetime.now().astimezone().date())
    except (SharingError, UnwritableHistoryError) as error:
        print(error, file=sys.stderr)
        return 1
    if told:
        _tell(done)
    return 0


def _tell(done: Upkeep) -> None:
    print(f"Forgotten, as too old: {done.forgotten.total}")
    if done.shared is None:
        print("Nothing is shared: sharing.folder is not set")
        return
    merged = done.shared.merged
    print(f"From other machines: new {merged.added}, more complete {merged.replaced},", end=" ")
    print(f"deleted {done.shared.deleted.total}")
    for line in done.shared.left_aside:
        print(f"Left aside: {line}")
