"""Starting with a Linux or BSD desktop: an entry in the autostart folder.

After the Desktop Application Autostart Specification 0.5.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from deskstretch.core.language import _
from deskstretch.desktop.autostart.exec_line import command_in, exec_line
from deskstretch.desktop.autostart.port import SWITCHED_OFF, AutostartState, gone_words

_FILE_NAME = "deskstretch.desktop"
_LARGEST = 1 << 16
"""Bytes of an entry that are read."""


class XdgAutostart:
    """The person's own entry, which goes before one that the whole computer has."""

    def __init__(self, environment: Mapping[str, str], command: tuple[str, ...]) -> None:
        self._environment = environment
        self._command = command
        own, *further = (folder / "autostart" / _FILE_NAME for folder in _folders(environment))
        self._file = own
        self._files_of_all = tuple(further)

    def state(self) -> AutostartState:
        """How it stands now. OSError if an entry cannot be read."""
        for file in (self._file, *self._files_of_all):
            entry = _read(file)
            if entry is not None:
                note = self._why_not(entry)
                command = entry.get("Exec")
                return AutostartState(on=not note, place=str(file), command=command, note=note)
        return AutostartState(on=False, place=str(self._file))

    def turn_on(self) -> None:
        """Write an entry of our own. OSError if that cannot be."""
        self._write(_entry(f"Exec={exec_line(self._command)}"))

    def turn_off(self) -> None:
        """Take the entry away, or hide the one that all have. OSError if that cannot be."""
        if any(file.exists() for file in self._files_of_all):
            self._write(_entry(f"Exec={exec_line(self._command)}", "Hidden=true"))
        else:
            self._file.unlink(missing_ok=True)

    def _why_not(self, entry: Mapping[str, str]) -> str:
        """Why the desktop does not start what stands there; empty if it does."""
        if entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false":
            return _(SWITCHED_OFF)
        if not _is_shown(entry, self._environment.get("XDG_CURRENT_DESKTOP", "").split(":")):
            return _("There is an entry, meant for another desktop.")
        command = command_in(entry.get("Exec", ""))
        if not command:
            return _("There is an entry without a command that can be read.")
        for program in (command[0], entry.get("TryExec", "")):
            if program and shutil.which(program, path=self._environment.get("PATH")) is None:
                return gone_words(program)
        return ""

    def _write(self, text: str) -> None:
        """Put the entry there whole or not at all."""
        target = self._file.resolve()  # a link to a file kept elsewhere stays a link
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".deskstretch-")
        new = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(text)
            new.replace(target)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def _entry(*lines: str) -> str:
    first = ("[Desktop Entry]", "Type=Application", "Version=1.0", "Name=DeskStretch")
    about = ("Comment=Asks for a stretch at a good moment", "Icon=deskstretch", "Terminal=false")
    return "\n".join((*first, *about, "StartupNotify=false", *lines, ""))


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    """The person's folder of settings, then those of the whole computer; relative ones count not.

    After the XDG Base Directory Specification 0.8.
    """
    own = environment.get("XDG_CONFIG_HOME", "")
    yield Path(own) if Path(own).is_absolute() else Path.home() / ".config"
    for name in (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"):
        if Path(name).is_absolute():
            yield Path(name)


def _read(file: Path) -> dict[str, str] | None:
    """The keys of the entry's main group; None without a file."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
    group = ""
    entry: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _sign, value = line.partition("=")
            entry.setdefault(key.strip(), value.strip())
    return entry


def _is_shown(entry: Mapping[str, str], desktops: list[str]) -> bool:
    only, never = (_names(entry.get(key, "")) for key in ("OnlyShowIn", "NotShowIn"))
    return (not only or not only.isdisjoint(desktops)) and never.isdisjoint(desktops)


def _names(value: str) -> set[str]:
    return {name for name in value.split(";") if name}
