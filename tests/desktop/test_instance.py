"""However many start, exactly one stays; and a crash locks nobody out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deskstretch.desktop import control_client, control_socket
from deskstretch.desktop.instance import SingleInstance

START = """
import sys, time
from deskstretch.desktop.instance import SingleInstance
instance = SingleInstance()
print("stays" if instance.acquire() else "leaves", flush=True)
sys.stdin.readline()
"""


def start() -> subprocess.Popen[str]:
    source = Path(control_client.__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(source)},
    )


def word_of(started: subprocess.Popen[str]) -> str:
    assert started.stdout is not None
    return started.stdout.readline().strip()


def test_of_many_starts_at_the_same_instant_exactly_one_stays() -> None:
    started = [start() for _ in range(8)]
    words = [word_of(process) for process in started]
    for process in started:
        process.communicate("\n")
    assert sorted(words) == ["leaves"] * 7 + ["stays"]


def test_the_lock_of_a_killed_app_is_free_again() -> None:
    first = start()
    assert word_of(first) == "stays"
    assert not SingleInstance().acquire()
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert SingleInstance().acquire()


def test_after_release_the_next_one_may_start() -> None:
    first, second = SingleInstance(), SingleInstance()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_two_homes_are_two_apps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = SingleInstance(), SingleInstance()
    assert here.acquire()
    monkeypatch.setenv("DESKSTRETCH_HOME", str(tmp_path / "another"))
    assert there.acquire()


def test_without_a_home_of_its_own_it_is_the_sessions_runtime_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESKSTRETCH_HOME")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert control_socket.runtime_folders() == [f"{tmp_path}/deskstretch"]


def test_a_home_that_cannot_be_written_leads_to_the_runtime_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    (tmp_path / "runtime").mkdir(mode=0o700)
    monkeypatch.setenv("DESKSTRETCH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    first, second = SingleInstance(), SingleInstance()
    assert first.acquire()
    assert first.folder is not None
    assert first.folder.startswith(str(tmp_path / "runtime" / "deskstretch-"))
    assert not second.acquire()


def test_where_nothing_can_be_written_the_app_still_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(control_socket, "runtime_folders", lambda: [f"{tmp_path}/file/run"])
    instance = SingleInstance()
    assert instance.acquire()
    assert instance.folder is None


def test_a_loose_folder_of_ones_own_is_not_used_while_others_may_write() -> None:
    folder = control_socket.runtime_folders()[0]
    control_socket.prepare_folder(folder)
    Path(folder).chmod(0o777)
    with pytest.raises(PermissionError, match="of this user alone"):
        control_socket.prepare_folder(folder)
