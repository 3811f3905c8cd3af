"""Starting with Windows: a value of the person's Run key.

What the Task Manager switches off stays there and is noted beside it, under StartupApproved: a
binary value whose first byte is odd then (as Windows 8 to 11 write it; Microsoft documents none of
it).
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from deskstretch.core.language import _
from deskstretch.desktop.autostart.port import SWITCHED_OFF, AutostartState, gone_words

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_VALUE = "DeskStretch"


class RunKeyAutostart:
    """`registry` is the module winreg, which only Windows has."""

    def __init__(self, registry: Any, command: tuple[str, ...]) -> None:
        self._registry = registry
        self._command = command

    def state(self) -> AutostartState:
        """How it stands now. OSError if the registry cannot be read."""
        place = rf"HKEY_CURRENT_USER\{_RUN}\{_VALUE}"
        command = self._read(_RUN)
        if command is None:
            return AutostartState(on=False, place=place)
        command = str(command)
        note = self._why_not(command)
        return AutostartState(on=not note, place=place, command=command, note=note)

    def turn_on(self) -> None:
        """Write the value. OSError if that cannot be."""
        line = subprocess.list2cmdline(self._command)
        registry = self._registry
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            registry.SetValueEx(key, _VALUE, 0, registry.REG_SZ, line)
        self._delete(_APPROVED)

    def turn_off(self) -> None:
        """Take the value away. OSError if that cannot be."""
        self._delete(_RUN)
        self._delete(_APPROVED)

    def _why_not(self, command: str) -> str:
        approved = self._read(_APPROVED)
        if isinstance(approved, bytes) and approved[:1] and approved[0] % 2:
            return _(SWITCHED_OFF)
        program = _program_in(command)
        # Only a whole path can be judged: others are looked for in many places.
        if Path(program).is_absolute() and not Path(program).is_file():
            return gone_words(program)
        return ""

    def _read(self, key_name: str) -> object:
        """The value below that key; None without one."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, key_name) as key:
                value: object = registry.QueryValueEx(key, _VALUE)[0]
                return value
        except FileNotFoundError:
            return None

    def _delete(self, key_name: str) -> None:
        registry = self._registry
        try:
            with registry.OpenKey(
                registry.HKEY_CURRENT_USER, key_name, 0, registry.KEY_SET_VALUE
            ) as key:
                registry.DeleteValue(key, _VALUE)
        except FileNotFoundError:
            return


def _program_in(command: str) -> str:
    """The program of a command line: up to the closing quote, else to the first space."""
    if command.startswith('"'):
        return command[1:].partition('"')[0]
    return command.partition(" ")[0]
