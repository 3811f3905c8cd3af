"""All there is for a person: stretches and routines, shipped, of their own, and in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from deskstretch.core.declaration import SettingFault
from deskstretch.core.settings import Settings
from deskstretch.store.folders import Folders
from deskstretch.store.managed_file import load_managed
from deskstretch.store.settings_file import SettingsFault, placed

# The app asks at its start whether routines have faults; most people have none of their own.
if TYPE_CHECKING:
    from deskstretch.core.catalogue import Catalogue
    from deskstretch.store.catalogue_file import FileFault


class Offer(msgspec.Struct, frozen=True):
    """Everything sound, and what was not: in the files of stretches, and in the settings."""

    catalogue: Catalogue
    stretch_faults: tuple[FileFault, ...] = ()
    routine_faults: tuple[SettingsFault, ...] = ()


def load_offer(folders: Folders, settings: Settings) -> Offer:
    """The catalogue with a person's own stretches and routines. Never raises."""
    from deskstretch.core.own_routines import with_own_routines
    from deskstretch.store.catalogue_file import load_catalogue

    loaded = load_catalogue(folders.exercises_file)
    joined = with_own_routines(loaded.catalogue, settings)
    return Offer(joined.catalogue, loaded.faults, _placed(folders, settings, joined.faults))


def routine_faults(folders: Folders, settings: Settings) -> tuple[SettingsFault, ...]:
    """What is wrong with routines of sound settings; reads no stretch where none is named."""
    breaks = settings.breaks
    if not (settings.routines or breaks.short_routine or breaks.long_routine):
        return ()
    return load_offer(folders, settings).routine_faults


def _placed(
    folders: Folders, settings: Settings, faults: Sequence[SettingFault]
) -> tuple[SettingsFault, ...]:
    """The faults in the file, a person's or their office's, that has what is wrong."""
    managed = load_managed(folders.managed_files) if faults and folders.managed_files else None
    if managed is None or managed.file is None:
        return placed(folders.settings_file, faults)
    from deskstretch.core.own_routines import routine_wishes

    own: list[SettingFault] = []
    theirs: list[SettingFault] = []
    for fault in faults:
        wished = routine_wishes(settings).get(fault.key)
        part = managed.managed.part_that_gives(fault.key, wished)
        if part is None:
            own.append(fault)
        else:
            place = (part, *fault.place)
            theirs.append(SettingFault(".".join(place), fault.wrong, fault.allowed, place))
    return (*placed(folders.settings_file, own), *placed(managed.file, theirs))
