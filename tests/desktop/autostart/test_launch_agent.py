"""The launch agent of macOS, as the file that it is."""

from __future__ import annotations

import plistlib
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from deskstretch.desktop.autostart.launch_agent import LaunchAgentAutostart
from deskstretch.desktop.autostart.port import SWITCHED_OFF


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Library" / "LaunchAgents"


def read(folder: Path) -> dict[str, Any]:
    agent: dict[str, Any] = plistlib.loads((folder / "deskstretch.plist").read_bytes())
    return agent


def test_turned_on_and_off_again(folder: Path) -> None:
    autostart = LaunchAgentAutostart(folder, (sys.executable, "-m", "deskstretch"))
    assert not autostart.state().on
    autostart.turn_on()
    assert autostart.state().on
    assert autostart.state().command == f"{sys.executable} -m deskstretch"
    agent = read(folder)
    assert agent["ProgramArguments"] == [sys.executable, "-m", "deskstretch"]
    assert agent["Label"] == "deskstretch"
    assert agent["RunAtLoad"] is True
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.state().on
    assert list(folder.iterdir()) == []


def test_the_file_is_one_that_launchd_takes(folder: Path) -> None:
    LaunchAgentAutostart(folder, (sys.executable,)).turn_on()
    mode = stat.S_IMODE((folder / "deskstretch.plist").stat().st_mode)
    assert mode == 0o644  # nobody else may write it


@pytest.mark.parametrize("change", [{"Disabled": True}, {"RunAtLoad": False}])
def test_an_agent_that_is_switched_off_is_off_until_turned_on(
    folder: Path, change: dict[str, bool]
) -> None:
    autostart = LaunchAgentAutostart(folder, (sys.executable,))
    autostart.turn_on()
    (folder / "deskstretch.plist").write_bytes(plistlib.dumps(read(folder) | change))
    assert (autostart.state().on, autostart.state().note) == (False, SWITCHED_OFF)
    autostart.turn_on()
    assert autostart.state().on


def test_a_program_that_is_gone_is_not_started(folder: Path) -> None:
    autostart = LaunchAgentAutostart(folder, ("/Applications/Gone.app/x",))
    autostart.turn_on()
    assert not autostart.state().on
    assert "/Applications/Gone.app/x" in autostart.state().note


@pytest.mark.parametrize(
    "content", [b"", b"no list", b"<?xml version='1.0'?><plist>", plistlib.dumps([1])]
)
def test_a_file_that_cannot_be_read_as_an_agent_starts_nothing(
    folder: Path, content: bytes
) -> None:
    folder.mkdir(parents=True)
    (folder / "deskstretch.plist").write_bytes(content)
    state = LaunchAgentAutostart(folder, (sys.executable,)).state()
    assert not state.on
    assert state.note
