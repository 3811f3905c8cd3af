"""Windows and macOS, by stand-ins for their libraries: what is called, and what comes of it.

Nothing here runs on either system; that the real libraries answer so is what their documentation
says.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskstretch.core.reasons import CAMERA, DO_NOT_DISTURB, FULL_SCREEN, INHIBITED, MICROPHONE
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.desktop.disturbance import macos, windows
from deskstretch.desktop.disturbance.choose import offers_of
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.disturbance.source import DisturbanceSource


def found_by(source: DisturbanceSource) -> set[str]:
    told: list[tuple[str, ...]] = []
    source.told.connect(told.append)
    source.begin()
    source.look_again()
    assert told[0] == told[1]
    return set(told[0])


@pytest.fixture
def parent() -> QObject:
    return QObject()


def put(pointer: Any, value: Any) -> None:
    """Write to what `ctypes.byref` points at."""
    pointer._obj.value = value


class TestWindows:
    @pytest.mark.parametrize(
        ("state", "found"),
        [(2, {FULL_SCREEN}), (3, {FULL_SCREEN}), (4, {INHIBITED}), (6, {DO_NOT_DISTURB})]
        + [(state, set[str]()) for state in (1, 5, 7)],
    )
    def test_the_notification_state(self, parent: QObject, state: int, found: set[str]) -> None:
        def query(pointer: Any) -> int:
            put(pointer, state)
            return 0

        shell = SimpleNamespace(SHQueryUserNotificationState=query)
        assert found_by(windows.notification_state(parent, shell)) == found

    def test_a_call_that_fails_says_so(self, parent: QObject) -> None:
        shell = SimpleNamespace(SHQueryUserNotificationState=lambda _pointer: -0x7FFFBFFB)
        with pytest.raises(OSError, match="0x80004005"):
            windows.notification_state(parent, shell).begin()

    @pytest.mark.parametrize(("flags", "found"), [(1, set[str]()), (3, {INHIBITED})])
    def test_what_keeps_the_screen_on(self, parent: QObject, flags: int, found: set[str]) -> None:
        def inform(kind: int, _in: None, _in_size: int, pointer: Any, size: int) -> int:
            assert (kind, size) == (16, 4)
            put(pointer, flags)
            return 0

        power = SimpleNamespace(CallNtPowerInformation=inform)
        assert found_by(windows.display_required(parent, power)) == found

    def test_named_programs(self, parent: QObject) -> None:
        class Kernel:
            def __init__(self) -> None:
                self.names = ["System", "Talker.exe", "editor.EXE"]
                self.CreateToolhelp32Snapshot = lambda *_: 7
                self.closed = 0

            def Process32FirstW(self, _snapshot: Any, pointer: Any) -> bool:
                self._left = iter(self.names)
                return self.Process32NextW(_snapshot, pointer)

            def Process32NextW(self, _snapshot: Any, pointer: Any) -> bool:
                name = next(self._left, None)
                if name is not None:
                    pointer._obj.file = name
                return name is not None

            def CloseHandle(self, _snapshot: Any) -> None:
                self.closed += 1

        kernel = Kernel()
        source = windows.programs_running(["talker", "Editor.exe", "idle"], parent, kernel)
        assert found_by(source) == {"program: talker", "program: Editor.exe"}
        assert kernel.closed == 2

    def test_camera_and_microphone(self, parent: QObject) -> None:
        registry = Registry(
            {
                r"webcam\Camera_8wekyb3d8bbwe": 0,
                r"webcam\NonPackaged\C:#Program Files#Talker#talker.exe": 133,
                r"microphone\NonPackaged\C:#Helper#Assistant.exe": 0,
                r"microphone\NonPackaged\C:#Program Files#Talker#talker.exe": 0,
            }
        )
        everything = windows.devices_in_use((), parent, registry)
        assert found_by(everything) == {CAMERA, MICROPHONE}
        without = windows.devices_in_use(["Assistant", "TALKER"], parent, registry)
        assert found_by(without) == {CAMERA}

    def test_without_the_register_neither_is_known_to_be_in_use(self, parent: QObject) -> None:
        assert found_by(windows.devices_in_use((), parent, Registry({}))) == set()


class Registry:
    """As the module winreg: keys of the consent store, with LastUsedTimeStop by path."""

    HKEY_CURRENT_USER = object()

    def __init__(self, stopped_at: Mapping[str, int]) -> None:
        root = windows._USED
        self._values = {rf"{root}\{path}": value for path, value in stopped_at.items()}

    @contextmanager
    def OpenKey(self, root: object, path: str) -> Iterator[str]:
        assert root is self.HKEY_CURRENT_USER
        if not any(f"{known}\\".startswith(f"{path}\\") for known in self._values):
            raise FileNotFoundError(path)
        yield path

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:
        return len(self._below(key)), 0, 0

    def EnumKey(self, key: str, index: int) -> str:
        return self._below(key)[index]

    def QueryValueEx(self, key: str, name: str) -> tuple[int, int]:
        assert name == "LastUsedTimeStop"
        return self._values[key], 11

    def _below(self, key: str) -> list[str]:
        below = [path[len(key) + 1 :] for path in self._values if path.startswith(f"{key}\\")]
        return sorted({path.partition("\\")[0] for path in below})


def four_letters(number: int) -> bytes:
    return number.to_bytes(4, "big")


class TestMacOS:
    @pytest.mark.parametrize(("running", "found"), [({2}, {CAMERA}), (set[int](), set[str]())])
    def test_any_camera(self, parent: QObject, running: set[int], found: set[str]) -> None:
        def get(
            of: Any, address: Any, _size: int, _data: None, size: int, used: Any, data: Any
        ) -> int:
            assert four_letters(address._obj.scope) == b"glob"
            match of.value, four_letters(address._obj.selector):
                case 1, b"dev#":
                    data._obj[:2] = [1, 2] if size >= 8 else []
                    put(used, 8)
                case camera, b"gone":
                    put(data, camera in running)
                    put(used, 4)
            return 0

        media = SimpleNamespace(CMIOObjectGetPropertyData=get)
        assert found_by(macos.camera_in_use(parent, media)) == found

    @pytest.mark.parametrize(
        ("microphone", "is_running", "found"),
        [(5, 1, {MICROPHONE}), (5, 0, set[str]()), (0, 1, set[str]())],
    )
    def test_the_chosen_microphone(
        self, parent: QObject, microphone: int, is_running: int, found: set[str]
    ) -> None:
        def get(of: Any, address: Any, _size: int, _data: None, size: Any, data: Any) -> int:
            assert size._obj.value == 4
            match of.value, four_letters(address._obj.selector):
                case 1, b"dIn ":
                    put(data, microphone)
                case 5, b"gone":
                    put(data, is_running)
            return 0

        audio = SimpleNamespace(AudioObjectGetPropertyData=get)
        assert found_by(macos.microphone_in_use(parent, audio)) == found

    @pytest.mark.parametrize(
        ("count", "found"), [(2, {INHIBITED}), (0, set[str]()), (None, set[str]())]
    )
    def test_what_keeps_the_screen_on(
        self, parent: QObject, count: int | None, found: set[str]
    ) -> None:
        released: list[int | None] = []

        class Foundation:
            def __init__(self) -> None:
                self.CFStringCreateWithCString = lambda *_: 70
                self.CFDictionaryGetValue = lambda *_: None if count is None else 80

            def CFNumberGetValue(self, number: Any, kind: int, pointer: Any) -> bool:
                assert (number.value, kind) == (80, 3)
                put(pointer, count)
                return True

            def CFRelease(self, what: Any) -> None:
                released.append(what.value)

        def copy(pointer: Any) -> int:
            put(pointer, 60)
            return 0

        power = SimpleNamespace(IOPMCopyAssertionsStatus=copy)
        assert found_by(macos.display_kept_on(parent, power, Foundation())) == found
        assert released == [70, 60] * 2

    def test_named_programs(self, parent: QObject) -> None:
        names = {11: b"Talker", 12: b"", 13: b"Finder"}

        def list_all(pointer: Any, size: int) -> int:
            assert size == ctypes.sizeof(pointer._obj)
            pointer._obj[: len(names)] = [*names]
            return len(names)

        def name(process: int, pointer: Any, _size: int) -> int:
            put(pointer, names[process])
            return len(names[process])

        processes = SimpleNamespace(proc_listallpids=list_all, proc_name=name)
        source = macos.programs_running(["talker", "Editor"], parent, processes)
        assert found_by(source) == {"program: talker"}


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_the_libraries_are_missing_the_reasons_are_kept(qtbot: QtBot, system: str) -> None:
    disturbance = Disturbance(offers_of(system), DisturbanceSettings(programs=("talker",)))
    disturbance.watch(True)
    qtbot.waitUntil(lambda: disturbance.has_tried_all)
    assert len(disturbance.adapters) == 4
    for adapter in disturbance.adapters:
        assert adapter.why_not is not None
        assert "failed" not in adapter.why_not
    disturbance.close()
