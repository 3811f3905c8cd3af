"""`deskstretch history upkeep`: what is done to the history each day."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from deskstretch.core.language import _

if TYPE_CHECKING:
    from deskstretch.store.folders import Folders
    from deskstretch.store.upkeep import Upkeep


def add_parser(actions: Any) -> None:
    """Add `upkeep`."""
    parser = actions.add_parser(
        "upkeep", help=_("check and back up, forget what is too old and share as the settings say")
    )
    parser.add_argument("--share-only", action="store_true", help=_("nothing but that"))


def run(arguments: Namespace) -> int:
    """Check, forget what is too old, back up, share; 1 if that cannot be done."""
    from deskstretch.store.folders import find_folders

    return _keep_up(find_folders(), forgetting=not arguments.share_only, told=True)


def share_now(folders: Folders) -> int:
    """Tell the other machines, if there are any, and print only what went wrong."""
    return _keep_up(folders, forgetting=False, told=False)


def _keep_up(folders: Folders, *, forgetting: bool, told: bool) -> int:
    from deskstretch.store.changing import UnwritableHistoryError
    from deskstretch.store.reading import UnreadableHistoryError
    from deskstretch.store.settings_in_force import load_in_force
    from deskstretch.store.sharing import SharingError
    from deskstretch.store.upkeep import keep_up

    settings = load_in_force(folders.settings_file, folders.managed_files).settings
    today = datetime.now().astimezone().date()
    try:
        done = keep_up(folders, settings, today, forgetting=forgetting)
    except (SharingError, UnreadableHistoryError, UnwritableHistoryError) as error:
        print(error, file=sys.stderr)
        return 1
    if told:
        _tell(done)
    return 0


def _tell(done: Upkeep) -> None:
    if done.is_damaged:
        print(
            _("The history is damaged. DeskStretch mends it while it runs, or at its next start.")
        )
        return
    if done.backup is not None:
        print(_("Backed up: {file}").format(file=done.backup))
    print(_("Forgotten, as too old: {count}").format(count=done.forgotten.total))
    if done.shared is None:
        print(_("Nothing is shared: sharing.folder is not set"))
        return
    merged = done.shared.merged
    print(
        _(
            "From other machines: new {new}, more complete {more_complete}, deleted {deleted}"
        ).format(new=merged.added, more_complete=merged.replaced, deleted=done.shared.deleted.total)
    )
    for line in done.shared.left_aside:
        print(_("Left aside: {file}").format(file=line))
