"""The command line as a whole: help, wrong usage, and manners as a program among others."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from deskstretch import __version__, cli
from deskstretch.desktop import control_socket
from tests.commands.programs import deskstretch

COMMANDS = [
    "break", "start", "snooze", "skip", "pause", "resume", "show", "welcome",
    "quit", "status", "report", "history", "exercises", "settings", "autostart", "doctor",
    "demo",
]  # fmt: skip


def test_help_names_every_command_and_the_exit_codes() -> None:
    ended = deskstretch("--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    listed = {line.split()[0] for line in ended.stdout.splitlines() if line.startswith("    ")}
    assert set(COMMANDS) <= listed
    assert "0 done, 1 could not, 2 wrong usage or bad input" in " ".join(ended.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(command: str) -> None:
    ended = deskstretch(command, "--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"usage: deskstretch {command} ")


def test_the_version_is_that_of_the_package() -> None:
    ended = deskstretch("--version")
    assert (ended.returncode, ended.stdout) == (0, f"deskstretch {__version__}\n")


@pytest.mark.parametrize("words", [["stretch"], ["--loud"], ["--vers"], ["--"], ["", "status"]])
def test_an_unknown_command_or_option_is_wrong_usage(words: list[str]) -> None:
    ended = deskstretch(*words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("usage: deskstretch ")


def test_without_a_screen_the_app_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    ended = deskstretch()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no screen" in ended.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["--version"], ["exercises", "--json"], ["status"]])
def test_a_reader_who_stops_reading_is_no_reason_to_complain(
    words: list[str], unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "deskstretch", *words]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert ended.stderr == b""
    assert ended.returncode in (0, 1)  # argparse itself never minds


def test_a_name_that_the_terminal_cannot_show_is_shown_in_other_signs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("DESKSTRETCH_HOME", os.fsdecode(b"/tmp/h\xc3\xb6me-\xff"))
    ended = deskstretch("settings", "path")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "/tmp/h\\xf6me-\\udcff/settings.toml\n"


def test_ctrl_c_ends_it_without_a_traceback() -> None:
    folder = control_socket.runtime_folders()[0]
    control_socket.prepare_folder(folder)
    with socket.socket(socket.AF_UNIX) as silent:
        control_socket.bind(silent, folder)
        silent.listen()
        asking = subprocess.Popen(
            [sys.executable, "-m", "deskstretch", "status"], stderr=subprocess.PIPE
        )
        visitor, _ = silent.accept()
        with visitor:
            visitor.recv(1000)
            asking.send_signal(signal.SIGINT)
            _, complaint = asking.communicate(timeout=30)
    assert (asking.returncode, complaint) == (130, b"")


def test_the_command_without_arguments_is_not_run_by_importing_the_module() -> None:
    subprocess.run([sys.executable, "-c", "import deskstretch.__main__"], check=True)


@pytest.mark.parametrize("words", [["status"], ["status", "--json"]])
def test_status_loads_next_to_nothing(words: list[str]) -> None:
    unwanted = {
        "PySide6", "msgspec", "sqlite3", "apscheduler", "platformdirs", "argparse", "json", "re",
        "enum", "typing", "collections", "datetime", "pathlib", "socket", "logging",
    }  # fmt: skip
    assert loaded_by(words) & unwanted == set()


@pytest.mark.parametrize("words", [["snooze", "5"], ["pause", "--until", "14:30"], ["quit"]])
def test_orders_load_neither_qt_nor_what_the_app_needs(words: list[str]) -> None:
    unwanted = {"PySide6", "msgspec", "sqlite3", "apscheduler", "platformdirs", "tomllib"}
    assert loaded_by(words) & unwanted == set()


def loaded_by(words: list[str]) -> set[str]:
    """The modules that a fresh Python has loaded when such a command is done."""
    script = (
        "import sys\n"
        "from deskstretch.cli import main\n"
        "main()\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    # -S: what some installation loads before any program begins is not ours.
    ended = subprocess.run(
        [sys.executable, "-S", "-c", script, *words],
        env=os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ended.stderr.split())
    assert "deskstretch.desktop.control_client" in loaded
    return loaded
