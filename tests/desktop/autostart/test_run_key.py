"""The Run key of Windows, on a registry that is made up."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

import pytest

from deskstretch.desktop.autostart.port import SWITCHED_OFF
from deskstretch.desktop.autostart.run_key import RunKeyAutostart

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Key:
    def __init__(self, values: dict[str, object], writable: bool) -> None:
        self.values = values
        self.writable = writable

    def __enter__(self) -> Key:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return


class Registry:
    """As much of winreg as is used, with its ways of failing."""

    HKEY_CURRENT_USER = 1
    REG_SZ = 1
    KEY_READ = 0x20019
    KEY_SET_VALUE = 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {}

    def OpenKey(self, root: int, name: str, reserved: int = 0, access: int = KEY_READ) -> Key:
        if name not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return Key(self.keys[name], access == self.KEY_SET_VALUE)

    def CreateKey(self, root: int, name: str) -> Key:
        return Key(self.keys.setdefault(name, {}), True)

    def QueryValueEx(self, key: Key, name: str) -> tuple[object, int]:
        if name not in key.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return key.values[name], self.REG_SZ

    def SetValueEx(self, key: Key, name: str, reserved: int, kind: int, value: object) -> None:
        if not key.writable:
            raise PermissionError(5, "Access is denied")
        key.values[name] = value

    def DeleteValue(self, key: Key, name: str) -> None:
        if not key.writable:
            raise PermissionError(5, "Access is denied")
        if name not in key.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del key.values[name]


@pytest.fixture
def registry() -> Registry:
    return Registry()


@pytest.fixture
def program(tmp_path: Path) -> str:
    file = tmp_path / "Program Files" / "deskstretch-gui.exe"
    file.parent.mkdir()
    file.touch()
    return str(file)


def test_turned_on_and_off_again(registry: Registry, program: str) -> None:
    autostart = RunKeyAutostart(registry, (program,))
    assert not autostart.state().on
    autostart.turn_off()
    autostart.turn_on()
    assert registry.keys[RUN] == {"DeskStretch": f'"{program}"'}
    assert (autostart.state().on, autostart.state().note) == (True, "")
    autostart.turn_off()
    assert not autostart.state().on
    assert registry.keys[RUN] == {}


def test_what_the_task_manager_switched_off_is_off_until_turned_on(
    registry: Registry, program: str
) -> None:
    autostart = RunKeyAutostart(registry, (program,))
    autostart.turn_on()
    registry.keys[APPROVED] = {"DeskStretch": b"\x03" + bytes(11), "Another": b"\x02"}
    assert (autostart.state().on, autostart.state().note) == (False, SWITCHED_OFF)
    autostart.turn_on()
    assert autostart.state().on
    assert registry.keys[APPROVED] == {"Another": b"\x02"}


def test_what_the_task_manager_switched_on_again_is_on(registry: Registry, program: str) -> None:
    RunKeyAutostart(registry, (program,)).turn_on()
    registry.keys[APPROVED] = {"DeskStretch": b"\x02" + bytes(11)}
    assert RunKeyAutostart(registry, (program,)).state().on


def test_a_program_that_is_gone_is_not_started(registry: Registry, program: str) -> None:
    autostart = RunKeyAutostart(registry, (program, "-m", "deskstretch"))
    autostart.turn_on()
    Path(program).unlink()
    assert not autostart.state().on
    assert program in autostart.state().note
