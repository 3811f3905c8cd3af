"""What Windows tells of disturbance, by the documented calls of its libraries.

Except the register of camera and microphone, which Windows keeps for its own privacy settings and
documents nowhere; without it, neither is known. Focus assist cannot be asked for at all.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from ctypes import c_int, c_long, c_uint32, c_void_p, c_wchar
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.core.language import N_
from deskstretch.core.reasons import CAMERA, DO_NOT_DISTURB, FULL_SCREEN, INHIBITED, MICROPHONE
from deskstretch.desktop.disturbance.polled import Polled, named_programs
from deskstretch.desktop.presence.source import NotOfferedError

# SHQueryUserNotificationState (shellapi.h): QUNS_BUSY and QUNS_RUNNING_D3D_FULL_SCREEN,
# QUNS_PRESENTATION_MODE, QUNS_QUIET_TIME.
_NOTIFICATION_STATES = {2: FULL_SCREEN, 3: FULL_SCREEN, 4: INHIBITED, 6: DO_NOT_DISTURB}

# CallNtPowerInformation (powerbase.h): SystemExecutionState, and ES_DISPLAY_REQUIRED in it.
_SYSTEM_EXECUTION_STATE = 16
_DISPLAY_REQUIRED = 2

# CreateToolhelp32Snapshot (tlhelp32.h): TH32CS_SNAPPROCESS.
_SNAP_PROCESSES = 2

_USED = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_DEVICES = {"webcam": CAMERA, "microphone": MICROPHONE}
_NOT_FROM_THE_STORE = "NonPackaged"


def notification_state(parent: QObject, shell: Any = None) -> Polled:
    """Full screen and presentation mode, as Windows heeds them for its own notifications."""
    shell = shell or _library("shell32")

    def read() -> Iterator[str]:
        state = c_int()
        _succeed(shell.SHQueryUserNotificationState(ctypes.byref(state)))
        if state.value in _NOTIFICATION_STATES:
            yield _NOTIFICATION_STATES[state.value]

    return Polled(read, parent)


def display_required(parent: QObject, power: Any = None) -> Polled:
    """Whether some program keeps the screen on, as films and presentations do."""
    power = power or _library("powrprof")

    def read() -> Iterator[str]:
        flags = c_uint32()
        size = ctypes.sizeof(flags)
        kind = _SYSTEM_EXECUTION_STATE
        _succeed(power.CallNtPowerInformation(kind, None, 0, ctypes.byref(flags), size))
        if flags.value & _DISPLAY_REQUIRED:
            yield INHIBITED

    return Polled(read, parent)


def devices_in_use(ignored: Iterable[str], parent: QObject, registry: Any = None) -> Polled:
    """Camera and microphone, by what has begun to use them and not ended."""
    registry = registry or _module("winreg")
    ignored_names = {name.casefold() for name in ignored}

    def read() -> Iterator[str]:
        for device, reason in _DEVICES.items():
            users = set(_users(registry, rf"{_USED}\{device}"))
            if reason == MICROPHONE:
                users -= ignored_names
            if users:
                yield reason

    return Polled(read, parent)


def programs_running(names: Iterable[str], parent: QObject, kernel: Any = None) -> Polled:
    """The named programs, with or without ".exe"."""
    kernel = kernel or _library("kernel32")
    wanted = tuple(names)
    return Polled(lambda: named_programs(wanted, _program_names(kernel)), parent)


def _users(registry: Any, path: str) -> Iterator[str]:
    """Names of the programs that use a device now, in small letters."""
    for name in _keys(registry, path):
        if name == _NOT_FROM_THE_STORE:
            yield from _users(registry, rf"{path}\{name}")
        elif _value(registry, rf"{path}\{name}", "LastUsedTimeStop") == 0:
            # The path of a program stands there with "#" for each backslash.
            yield _without_exe(name.rpartition("#")[2])


def _keys(registry: Any, path: str) -> Iterator[str]:
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
            count = registry.QueryInfoKey(key)[0]
            yield from [registry.EnumKey(key, index) for index in range(count)]
    except FileNotFoundError:
        return


def _value(registry: Any, path: str, name: str) -> object:
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
            return registry.QueryValueEx(key, name)[0]
    except FileNotFoundError:
        return None


class _ProcessEntry(ctypes.Structure):
    """PROCESSENTRY32W."""

    _fields_ = (
        ("size", c_uint32),
        ("usage", c_uint32),
        ("process_id", c_uint32),
        ("default_heap_id", c_void_p),
        ("module_id", c_uint32),
        ("threads", c_uint32),
        ("parent_process_id", c_uint32),
        ("base_priority", c_long),
        ("flags", c_uint32),
        ("file", c_wchar * 260),
    )


def _program_names(kernel: Any) -> Iterator[str]:
    kernel.CreateToolhelp32Snapshot.restype = c_void_p
    snapshot = c_void_p(kernel.CreateToolhelp32Snapshot(_SNAP_PROCESSES, 0))
    entry = _ProcessEntry(size=ctypes.sizeof(_ProcessEntry))
    try:
        found = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
        while found:
            yield entry.file
            yield _without_exe(entry.file)
            found = kernel.Process32NextW(snapshot, ctypes.byref(entry))
    finally:
        kernel.CloseHandle(snapshot)


def _without_exe(name: str) -> str:
    return name.casefold().removesuffix(".exe")


def _succeed(status: int) -> None:
    if status != 0:
        raise OSError(f"status {status & 0xFFFFFFFF:#x}")


def _library(name: str) -> Any:
    loader = getattr(ctypes, "WinDLL", None)
    if loader is None:
        raise NotOfferedError(N_("not Windows"))
    return loader(name)


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise NotOfferedError(N_("not Windows")) from None
