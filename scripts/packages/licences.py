"""The texts of the licences of all that goes into the frozen app; the recipe for it asks here."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packages.parts import all_parts, name_of

FOLDER = Path("packaging", "licences")
TARGET = "licences"
"""Of the folder in the frozen app."""
STARTER = "pyinstaller"
WITHOUT_TEXTS = ("pyside6-essentials", "shiboken6")
"""Bring no text along; those of the LGPL in `FOLDER` are theirs."""
_LONG_TEXTS = Path("/usr/share/common-licenses")


def licence_texts(project: Path) -> list[tuple[str, str]]:
    """Each file with the folder that it goes to. ValueError if a part brings none along."""
    whole = [project / "LICENSE", *sorted((project / FOLDER).iterdir())]
    texts = [(str(file), TARGET) for file in whole]
    for part in (*all_parts(), *_starter()):
        own = _own_texts(part)
        if not own and name_of(part) not in WITHOUT_TEXTS:
            raise ValueError(f"{name_of(part)} brings no text of its licence along")
        texts += [(str(file), f"{TARGET}/{name_of(part)}") for file in own]
    return texts


def python_licence() -> Path | None:
    """Where this Python has its own; Debian keeps it with its package."""
    library = Path(os.__file__).parent
    places = (library / "LICENSE.txt", library.parent / "LICENSE.txt")
    return next((place for place in places if place.is_file()), None)


def system_licences(libraries: Iterable[str]) -> dict[str, Path]:
    """What Debian's packages with these libraries say, by package; nothing on other systems.

    With it the long texts that they refer to, such as that of the LGPL-2.1.
    """
    if shutil.which("dpkg-query") is None:
        return {}
    found = {}
    for package in sorted({name for path in libraries for name in _packages_with(Path(path))}):
        text = Path("/usr/share/doc", package, "copyright")
        if text.is_file():
            found[package] = text
    if found:
        texts = (file for file in _LONG_TEXTS.iterdir() if not file.is_symlink())
        found |= {f"{_LONG_TEXTS.name}/{file.name}": file for file in sorted(texts)}
    return found


def _packages_with(library: Path) -> set[str]:
    real = str(library.resolve())
    # Since /lib became a link, some packages are still known by the way that it leads from.
    for path in (real, real.removeprefix("/usr"), str(library)):
        ask = ("dpkg-query", "--search", path)
        told = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
        if names := {line.partition(":")[0] for line in told.splitlines() if line.endswith(path)}:
            return names
    return set()


def _own_texts(part: Distribution) -> list[Path]:
    return sorted(
        Path(str(file.locate()))
        for file in part.files or ()
        if ".dist-info" in file.parts[0]
        and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
    )


def _starter() -> list[Distribution]:
    """PyInstaller, whose program starts the frozen app; only there where that is built."""
    try:
        return [distribution(STARTER)]
    except PackageNotFoundError:
        return []
