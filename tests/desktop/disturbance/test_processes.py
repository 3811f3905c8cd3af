"""Cameras and programs as real processes show them; only the folder of the devices is made up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskstretch.core.reasons import CAMERA
from deskstretch.desktop.disturbance.camera_device import CameraDevice
from deskstretch.desktop.disturbance.processes import ProcessLook
from deskstretch.desktop.disturbance.programs import Programs
from deskstretch.desktop.disturbance.source import DisturbanceSource
from deskstretch.desktop.presence.source import NotOfferedError
from virtual_desktop import wait_until

Begin = Callable[[DisturbanceSource], list[tuple[str, ...]]]


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    """Begin with a source; gives what it goes on to tell, of which the first is waited for."""
    begun: list[DisturbanceSource] = []

    def begin(source: DisturbanceSource) -> list[tuple[str, ...]]:
        told: list[tuple[str, ...]] = []
        source.told.connect(told.append)
        source.begin()
        begun.append(source)
        qtbot.waitUntil(lambda: bool(told))
        return told

    yield begin
    for source in begun:
        source.close()


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """In the place of /dev, with a file that is opened and closed as a camera is."""
    devices = tmp_path / "dev"
    devices.mkdir()
    (devices / "video0").touch()
    (devices / "null").touch()
    return devices


@contextmanager
def running(tmp_path: Path, name: str, opened: Path | None = None) -> Iterator[None]:
    """A program of this name, with this file open."""
    program = tmp_path / name
    shutil.copy("/bin/sleep", program)
    with (opened or Path("/dev/null")).open() as file:
        process = subprocess.Popen((program, "60"), stdin=file)
    try:
        # Its name and its words are there a little after it has begun.
        wait_until(lambda: _is_itself(process.pid, name), name)
        yield
    finally:
        process.kill()
        process.wait()


def _is_itself(pid: int, name: str) -> bool:
    process = Path(f"/proc/{pid}")
    called = (process / "comm").read_text().rstrip("\n")
    return called == name[:15] and (process / "cmdline").read_bytes() != b""


def test_a_camera_is_in_use_while_a_program_has_it_open(
    qtbot: QtBot, begin: Begin, devices: Path, tmp_path: Path
) -> None:
    told = begin(CameraDevice(devices=devices))
    assert told == [()]
    with running(tmp_path, "cheese", devices / "video0"):
        qtbot.waitUntil(lambda: told[-1] == (CAMERA,))
    qtbot.waitUntil(lambda: told[-1] == ())


def test_a_camera_that_is_in_use_already_is_found(
    begin: Begin, devices: Path, tmp_path: Path
) -> None:
    with running(tmp_path, "cheese", devices / "video0"):
        assert begin(CameraDevice(devices=devices)) == [(CAMERA,)]


def test_what_is_open_and_no_camera_does_not_count(
    begin: Begin, devices: Path, tmp_path: Path
) -> None:
    with running(tmp_path, "cheese", devices / "null"):
        assert begin(CameraDevice(devices=devices)) == [()]


@pytest.mark.parametrize("server", ["pipewire", "wireplumber"])
def test_a_media_server_may_keep_a_camera_open_that_nobody_uses(
    begin: Begin, devices: Path, tmp_path: Path, server: str
) -> None:
    with running(tmp_path, server, devices / "video0"):
        assert begin(CameraDevice(devices=devices)) == [()]


def test_a_camera_that_is_plugged_in_later_is_found_at_the_next_look(
    qtbot: QtBot, begin: Begin, devices: Path, tmp_path: Path
) -> None:
    camera = CameraDevice(devices=devices)
    told = begin(camera)
    (devices / "video0").unlink()
    camera.look_again()
    qtbot.waitUntil(lambda: len(told) == 2)
    (devices / "video2").touch()
    camera.look_again()
    qtbot.waitUntil(lambda: len(told) == 3)
    with running(tmp_path, "cheese", devices / "video2"):
        qtbot.waitUntil(lambda: told[-1] == (CAMERA,))


@pytest.mark.parametrize("pattern", ["talker{}", "Talker{}", "talker{}-with-a-long-name"])
def test_a_named_program_is_found_while_it_runs(
    qtbot: QtBot, begin: Begin, tmp_path: Path, pattern: str
) -> None:
    named = pattern.format(os.getpid())  # other tests run at the same time, on the same machine
    programs = Programs([named, "another"])
    told = begin(programs)
    assert told == [()]
    with running(tmp_path, named.lower()):
        programs.look_again()
        qtbot.waitUntil(lambda: told[1:] == [(f"program: {named}",)], timeout=20_000)
    programs.look_again()
    qtbot.waitUntil(lambda: told[2:] == [()], timeout=20_000)


def test_programs_that_only_begin_alike_are_not_mistaken(begin: Begin, tmp_path: Path) -> None:
    with running(tmp_path, "talker-with-a-longer-name"):
        assert begin(Programs(["talker-with-a-long-name", "talker"])) == [()]


def test_a_look_asked_for_during_another_is_taken_after_it(qtbot: QtBot) -> None:
    found: list[object] = []
    parent = QObject()
    look = ProcessLook(lambda process: None, parent)
    look.finished.connect(found.append)
    look.begin()
    look.begin()
    look.begin()
    qtbot.waitUntil(lambda: len(found) == 2)


def test_where_processes_are_not_told_of_the_reason_is_kept(tmp_path: Path) -> None:
    with pytest.raises(NotOfferedError, match="does not tell of processes"):
        Programs(["talker"], proc=tmp_path)
