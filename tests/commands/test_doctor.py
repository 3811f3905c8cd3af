"""`deskstretch doctor` where there is neither screen nor bus, and what it must never tell."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deskstretch.desktop.unexpected import LAST_CRASH_REPORT
from tests.commands.programs import StandInApp

PORTS = [
    "desktop", "screen", "tray", "idle", "lock", "sleep", "camera", "microphone", "full screen",
    "screen sharing", "do not disturb", "inhibitors", "programs", "notifications", "asking",
    "guide", "motion", "contrast", "theme", "font", "shortcuts", "autostart", "settings file",
    "managed file", "history file", "log", "last crash", "control socket",
]  # fmt: skip
SECRET = "somebody-secret"


def bare_environment(home: Path, **more: str) -> dict[str, str]:
    """A login without a desktop: no screen, no bus, no session."""
    home.mkdir(parents=True, exist_ok=True)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", **more}


def doctor(environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "deskstretch", "doctor", *options)
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def ports_of(ended: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return {port["name"]: port for port in json.loads(ended.stdout)["ports"]}


def test_without_a_desktop_it_says_so_and_that_breaks_come_by_time(tmp_path: Path) -> None:
    ended = doctor(bare_environment(tmp_path / "h"))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\nscreen            no screen\n" in ended.stdout
    assert "\nDeskStretch still works as an interval timer: " in ended.stdout


def test_a_screen_that_is_named_but_gone_ends_nothing(tmp_path: Path) -> None:
    ended = doctor(bare_environment(tmp_path / "h", DISPLAY=":4711"), "--json")
    assert ended.returncode == 0
    assert ports_of(ended)["screen"]["reading"] == "no screen"


def test_programs_find_the_same_fields_everywhere(tmp_path: Path) -> None:
    ended = doctor(bare_environment(tmp_path / "h"), "--json")
    found = json.loads(ended.stdout)
    assert (ended.returncode, ended.stdout.count("\n"), found["format"]) == (0, 1, 1)
    assert list(found) == ["versions", "ports", "app", "notes", "format"]
    assert [port["name"] for port in found["ports"]] == PORTS
    for port in found["ports"]:
        assert list(port) == ["name", "used", "reading", "not_used"]
        assert port["reading"]
        assert all(list(other) == ["name", "why_not"] for other in port["not_used"])
    assert found["app"] == {
        "running": False,
        "state": None,
        "idle_source": None,
        "trouble_count": 0,
        "shortcuts": [],
        "cannot_ask": None,
    }


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("own_folder", [False, True])
def test_nothing_personal_is_told(tmp_path: Path, options: list[str], own_folder: bool) -> None:
    home = tmp_path / SECRET
    names = {"USER": "user-secret", "LOGNAME": "user-secret"}
    if own_folder:
        names["DESKSTRETCH_HOME"] = str(tmp_path / "folder-secret")
    folder = tmp_path / "folder-secret" if own_folder else home / ".config" / "deskstretch"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(
        "[disturbance]\nprograms = ['program-secret', 'python3']\n"
        "[routines.routine-secret]\nname = 3\n[breaks]\ninterval_minutes = 'value-secret'\n"
    )
    ended = doctor(bare_environment(home, **names), *options)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "faults at line" in ended.stdout
    assert "secret" not in ended.stdout.lower()
    assert platform.node() in {"", "localhost"} or platform.node() not in ended.stdout


def test_it_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "h"
    doctor(bare_environment(home))
    assert [path for path in home.rglob("*") if "deskstretch" in path.name] == []


def test_a_crash_report_and_a_damaged_history_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    (folder / "logs").mkdir(parents=True)
    (folder / "logs" / LAST_CRASH_REPORT).write_text("Fatal Python error")
    (folder / "history.sqlite3").write_bytes(b"no database at all, by no means" * 99)
    environment = bare_environment(tmp_path / "h", DESKSTRETCH_HOME=str(folder))
    ports = ports_of(doctor(environment, "--json"))
    assert ports["last crash"]["reading"].startswith(
        f"$DESKSTRETCH_HOME/logs/{LAST_CRASH_REPORT}, 0.0 KB of "
    )
    assert "sound" not in ports["history file"]["reading"]
    assert "$DESKSTRETCH_HOME/history.sqlite3" in ports["history file"]["reading"]


def test_what_a_running_app_says_stands_beside_it(app: StandInApp) -> None:
    app.troubles = ("The routine 'my-secret' is gone.",)
    ended = app.run("doctor", "--json")
    found = json.loads(ended.stdout)
    assert found["app"] == {
        "running": True,
        "state": "working",
        "idle_source": "X11 idle counter",
        "trouble_count": 1,
        "shortcuts": ["start by Ctrl+Alt+B"],
        "cannot_ask": None,
    }
    assert "my-secret" not in ended.stdout
