"""The stretches that come with the program, and a person's own beside the settings."""

from __future__ import annotations

from pathlib import Path

import msgspec

from deskstretch.core.catalogue import Catalogue, Reading, read_catalogue
from deskstretch.core.catalogue_fault import CatalogueFault
from deskstretch.core.catalogue_language import in_language
from deskstretch.core.language import _, spoken_language
from deskstretch.resources import resource_path
from deskstretch.store.languages import read_translation

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


def load_catalogue(own_file: Path | None = None) -> LoadedCatalogue:
    """The shipped catalogue, with what a person's own file adds or replaces, if there is one.

    The shipped words are in the language spoken now, a person's own as they wrote them.

    Never raises: what cannot be read or is wrong becomes a fault, and the rest works.
    """
    shipped = resource_path("exercises.json")
    reading = _read(shipped, Catalogue())
    faults = [FileFault(shipped, fault) for fault in reading.faults]
    translation = read_translation(spoken_language(), "stretches")
    catalogue = reading.catalogue
    if translation is not None:
        catalogue = in_language(catalogue, translation.gettext)
    if own_file is not None:
        reading = _read(own_file, catalogue, may_be_missing=True)
        faults += [FileFault(own_file, fault) for fault in reading.faults]
        catalogue = reading.catalogue
    return LoadedCatalogue(catalogue, tuple(faults))


def _read(file: Path, onto: Catalogue, may_be_missing: bool = False) -> Reading:
    try:
        if file.stat().st_size > LARGEST_FILE_BYTES:
            allowed = _("{size} MB").format(size=LARGEST_FILE_BYTES // 1_000_000)
            return Reading(onto, (CatalogueFault("$", _("the file is too large"), allowed),))
        data = file.read_bytes()
    except OSError as error:
        if may_be_missing and isinstance(error, FileNotFoundError | NotADirectoryError):
            return Reading(onto)
        return Reading(
            onto, (CatalogueFault("$", _("cannot be read: {why}").format(why=error.strerror)),)
        )
    return read_catalogue(data, onto)
