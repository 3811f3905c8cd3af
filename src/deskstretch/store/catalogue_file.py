"""The stretches that come with the program, and a person's own beside the settings."""

from __future__ import annotations

from pathlib import Path

import msgspec

from deskstretch.core.catalogue import Catalogue, Reading, read_catalogue
from deskstretch.core.catalogue_fault import CatalogueFault
from deskstretch.resources import resource_path

FILE_NAME = "exercises.json"

LARGEST_FILE_BYTES = 4_000_000
"""Far beyond any catalogue a person writes; a larger file was put there by mistake."""


class FileFault(msgspec.Struct, frozen=True):
    """A fault and the file that it is in."""

    file: Path
    fault: CatalogueFault

    @property
    def text(self) -> str:
        """The fault in one line, with the file first."""
        return f"{self.file}: {self.fault.text}"


class LoadedCatalogue(msgspec.Struct, frozen=True):
    """Everything sound in both files, and what was not."""

    catalogue: Catalogue
    faults: tuple[FileFault, ...] = ()


def load_catalogue(settings_folder: Path | None = None) -> LoadedCatalogue:
    """The shipped catalogue, with what a person's own exercises.json adds or replaces.

    Never raises: what cannot be read or is wrong becomes a fault, and the rest works.
    """
    shipped = resource_path(FILE_NAME)
    reading = _read(shipped, Catalogue())
    faults = [FileFault(shipped, fault) for fault in reading.faults]
    own = settings_folder / FILE_NAME if settings_folder is not None else None
    if own is not None and own.exists():
        reading = _read(own, reading.catalogue)
        faults += [FileFault(own, fault) for fault in reading.faults]
    return LoadedCatalogue(reading.catalogue, tuple(faults))


def _read(file: Path, onto: Catalogue) -> Reading:
    try:
        if file.stat().st_size > LARGEST_FILE_BYTES:
            large = CatalogueFault("$", "the file is too large", f"{LARGEST_FILE_BYTES} bytes")
            return Reading(onto, (large,))
        data = file.read_bytes()
    except OSError as error:
        return Reading(onto, (CatalogueFault("$", f"cannot be read: {error.strerror}"),))
    return read_catalogue(data, onto)
