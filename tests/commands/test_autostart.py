"""`deskstretch autostart` changes and tells what the desktop will do at the next login."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.programs import deskstretch

pytestmark = pytest.mark.usefixtures("entry")


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "all"))
    return tmp_path / "config" / "autostart" / "deskstretch.desktop"


def test_on_and_off_and_what_stands_there(entry: Path) -> None:
    on = deskstretch("autostart", "on")
    assert (on.returncode, on.stderr) == (0, "")
    assert on.stdout.startswith("On: DeskStretch starts when you log in.\n")
    assert str(entry) in on.stdout
    assert entry.exists()
    assert deskstretch("autostart", "status").stdout == on.stdout
    off = deskstretch("autostart", "off")
    assert (off.returncode, off.stdout.splitlines()[0]) == (0, "Off.")
    assert not entry.exists()


def test_a_program_reads_it_as_json(entry: Path) -> None:
    assert json.loads(deskstretch("autostart", "status", "--json").stdout) == {
        "on": False,
        "place": str(entry),
        "command": None,
        "note": "",
    }


def test_what_the_desktop_switched_off_is_told(entry: Path) -> None:
    deskstretch("autostart", "on")
    with entry.open("a") as file:
        file.write("X-GNOME-Autostart-enabled=false\n")
    told = deskstretch("autostart", "status").stdout.splitlines()
    assert told[0] == "Off."
    assert "switched off" in told[1]


def test_a_place_that_cannot_be_written_is_named(entry: Path) -> None:
    entry.parent.parent.write_text("a file where a folder should be")
    ended = deskstretch("autostart", "on")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert str(entry.parent.parent) in ended.stderr


def test_without_a_word_what_to_do_it_is_wrong_usage() -> None:
    assert deskstretch("autostart").returncode == 2
