"""By which command this very program is started again, at the next login."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

_NAME = "deskstretch"


class Running(msgspec.Struct, frozen=True):
    """What a running program knows of itself."""

    executable: Path
    """The Python that runs it, or the program itself where Python is packed inside."""
    started_as: Path
    """How it was called."""
    frozen: bool
    platform: str
    environment: Mapping[str, str]


def running(environment: Mapping[str, str], platform: str = sys.platform) -> Running:
    """This process."""
    return Running(
        executable=Path(sys.executable),
        started_as=Path(sys.argv[0]),
        frozen=bool(getattr(sys, "frozen", False)),
        platform=platform,
        environment=environment,
    )


def start_command(program: Running) -> tuple[str, ...]:
    """Program and arguments, with whole paths."""
    image = _app_image(program)
    if image is not None:
        return (str(image),)
    if program.frozen:
        return (str(program.executable),)
    for script in _scripts(program):
        if script.is_file():
            return (str(script),)
    return (str(_without_console(program)), "-m", _NAME)


def _app_image(program: Running) -> Path | None:
    """The AppImage that this runs from; its inside is mounted elsewhere each time.

    A terminal that came as an AppImage hands its own variables on, so it must be ours.
    """
    image = program.environment.get("APPIMAGE", "")
    inside = program.environment.get("APPDIR", "")
    if not image or not inside or not program.executable.is_relative_to(inside):
        return None
    return Path(image) if Path(image).is_file() else None


def _scripts(program: Running) -> Iterator[Path]:
    """Where the installed program may be: as it was called, else beside its Python.

    The former is the steadier: pipx and others keep a link where the person has it on the path.
    """
    names = ("deskstretch-gui.exe", "deskstretch.exe") if program.platform == "win32" else (_NAME,)
    folders = [program.executable.parent]
    if program.started_as.stem in (_NAME, "deskstretch-gui"):
        folders.insert(0, program.started_as.absolute().parent)
    return (folder / name for folder in folders for name in names)


def _without_console(program: Running) -> Path:
    windowed = program.executable.with_name("pythonw.exe")
    return windowed if program.platform == "win32" and windowed.is_file() else program.executable
