"""What macOS tells of disturbance, by the documented calls of its frameworks.

Which program listens, whether a window fills the screen and whether a focus is on are told to no
program without further rights.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from ctypes import CDLL, c_char, c_int, c_int32, c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QObject

from deskstretch.core.reasons import CAMERA, INHIBITED, MICROPHONE
from deskstretch.desktop.disturbance.polled import Polled, named_programs
from deskstretch.desktop.presence.source import NotOfferedError

_FRAMEWORKS = "/System/Library/Frameworks"

# CMIOHardware.h and AudioHardware.h: kCMIOObjectSystemObject and kAudioObjectSystemObject,
# ...HardwarePropertyDevices, ...HardwarePropertyDefaultInputDevice,
# ...DevicePropertyDeviceIsRunningSomewhere, ...ObjectPropertyScopeGlobal.
_SYSTEM_OBJECT = 1
_DEVICES, _DEFAULT_INPUT, _IS_RUNNING, _GLOBAL = b"dev#", b"dIn ", b"gone", b"glob"

_MOST_CAMERAS = 32
_MOST_PROCESSES = 16_384
_LONGEST_NAME = 256

# CFNumber.h and CFString.h: kCFNumberSInt32Type, kCFStringEncodingUTF8.
_SIGNED_32, _UTF8 = 3, 0x08000100
_KEEPS_DISPLAY_ON = b"PreventUserIdleDisplaySleep"  # kIOPMAssertPreventUserIdleDisplaySleep


class _Address(ctypes.Structure):
    """A property's selector, scope and element."""

    _fields_ = (("selector", c_uint32), ("scope", c_uint32), ("element", c_uint32))


def camera_in_use(parent: QObject, media: Any = None) -> Polled:
    """Whether any program uses any camera."""
    media = media or _framework("CoreMediaIO")

    def get(of: int, selector: bytes, data: Any) -> int:
        used = c_uint32()
        size, address = ctypes.sizeof(data), _address(selector)
        _succeed(
            media.CMIOObjectGetPropertyData(
                c_uint32(of), ctypes.byref(address), 0, None, size, ctypes.byref(used),
                ctypes.byref(data),
            )
        )  # fmt: skip
        return used.value

    def read() -> Iterator[str]:
        cameras = (c_uint32 * _MOST_CAMERAS)()
        count = get(_SYSTEM_OBJECT, _DEVICES, cameras) // ctypes.sizeof(c_uint32)
        is_running = c_uint32()
        for camera in cameras[:count]:
            get(camera, _IS_RUNNING, is_running)
            if is_running.value:
                yield CAMERA
                return

    return Polled(read, parent)


def microphone_in_use(parent: QObject, audio: Any = None) -> Polled:
    """Whether any program listens to the microphone that is chosen in the system."""
    audio = audio or _framework("CoreAudio")

    def get(of: int, selector: bytes) -> int:
        data, address = c_uint32(), _address(selector)
        size = c_uint32(ctypes.sizeof(data))
        _succeed(
            audio.AudioObjectGetPropertyData(
                c_uint32(of), ctypes.byref(address), 0, None, ctypes.byref(size),
                ctypes.byref(data),
            )
        )  # fmt: skip
        return data.value

    def read() -> Iterator[str]:
        microphone = get(_SYSTEM_OBJECT, _DEFAULT_INPUT)
        if microphone and get(microphone, _IS_RUNNING):
            yield MICROPHONE

    return Polled(read, parent)


def display_kept_on(parent: QObject, power: Any = None, foundation: Any = None) -> Polled:
    """Whether some program keeps the screen on, as films and presentations do."""
    power = power or _framework("IOKit")
    foundation = foundation or _framework("CoreFoundation")
    foundation.CFStringCreateWithCString.restype = c_void_p
    foundation.CFDictionaryGetValue.restype = c_void_p

    def read() -> Iterator[str]:
        status, count = c_void_p(), c_int32()
        _succeed(power.IOPMCopyAssertionsStatus(ctypes.byref(status)))
        made = foundation.CFStringCreateWithCString(None, _KEEPS_DISPLAY_ON, _UTF8)
        key = c_void_p(made)
        number = foundation.CFDictionaryGetValue(status, key)
        if number:
            foundation.CFNumberGetValue(c_void_p(number), _SIGNED_32, ctypes.byref(count))
        foundation.CFRelease(key)
        foundation.CFRelease(status)
        if count.value:
            yield INHIBITED

    return Polled(read, parent)


def programs_running(names: Iterable[str], parent: QObject, processes: Any = None) -> Polled:
    """The named programs, as the system calls them."""
    processes = processes or _load("/usr/lib/libproc.dylib")
    wanted = tuple(names)
    return Polled(lambda: named_programs(wanted, _program_names(processes)), parent)


def _program_names(processes: Any) -> Iterator[str]:
    ids = (c_int * _MOST_PROCESSES)()
    count = processes.proc_listallpids(ctypes.byref(ids), ctypes.sizeof(ids))
    name = (c_char * _LONGEST_NAME)()
    for process in ids[:count]:
        if processes.proc_name(process, ctypes.byref(name), ctypes.sizeof(name)) > 0:
            yield name.value.decode(errors="replace")


def _address(selector: bytes) -> _Address:
    return _Address(int.from_bytes(selector, "big"), int.from_bytes(_GLOBAL, "big"), 0)


def _succeed(status: int) -> None:
    if status != 0:
        raise OSError(f"status {status}")


def _framework(name: str) -> Any:
    return _load(f"{_FRAMEWORKS}/{name}.framework/{name}")


def _load(path: str) -> Any:
    try:
        return CDLL(path)
    except OSError as missing:
        raise NotOfferedError(str(missing)) from None
