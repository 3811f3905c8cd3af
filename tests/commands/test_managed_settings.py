"""What an office set, as the command line tells it and refuses to change it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.programs import deskstretch

OFFICE = """\
set_by = "Health at work"
[defaults.sound]
volume = 20
[locked.snooze]
limit = 1
"""
MINE = "[snooze]\nlimit = 7\n[look]\ntheme = 'dark'\n"


@pytest.fixture
def managed(tmp_path: Path, throw_away_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office's file on this machine, and a person's own in their home."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    file = tmp_path / "xdg" / "deskstretch" / "managed.toml"
    file.parent.mkdir(parents=True)
    file.write_text(OFFICE)
    throw_away_home.mkdir()
    (throw_away_home / "settings.toml").write_text(MINE)
    return file


def test_the_list_says_where_each_value_is_from(managed: Path) -> None:
    ended = deskstretch("settings", "list")
    assert (ended.returncode, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert "snooze.limit = 1  # locked by Health at work" in lines
    assert "sound.volume = 20  # default set by Health at work" in lines
    assert 'look.theme = "dark"  # your file' in lines
    assert "breaks.interval_minutes = 45  # default" in lines


def test_the_list_for_programs_has_who_set_a_value_and_the_own_one_below_it(managed: Path) -> None:
    listed = json.loads(deskstretch("settings", "list", "--json").stdout)
    limit = listed["snooze.limit"]
    assert (limit["value"], limit["source"], limit["own_value"]) == (1, "locked", 7)
    assert (limit["set_by"], limit["set_in"]) == ("Health at work", str(managed))
    volume = listed["sound.volume"]
    assert (volume["value"], volume["default"], volume["source"]) == (20, 20, "managed default")
    assert "set_by" not in listed["look.theme"]


def test_setting_a_locked_key_is_refused_and_names_the_file(
    managed: Path, throw_away_home: Path
) -> None:
    ended = deskstretch("settings", "set", "snooze.limit", "3")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"{managed}, line 5: snooze.limit: is locked by Health at work; "
        "allowed: only 1, as set there\n"
    )
    assert (throw_away_home / "settings.toml").read_text() == MINE
    managed.unlink()
    assert deskstretch("settings", "get", "snooze.limit").stdout == "7\n"


def test_a_fault_in_the_offices_file_is_named_and_nothing_else_suffers(managed: Path) -> None:
    managed.write_text(OFFICE.replace("limit = 1", "limit = 99"))
    ended = deskstretch("settings", "get", "snooze.limit")
    assert (ended.returncode, ended.stdout) == (0, "7\n")
    assert f"{managed}, line 5: locked.snooze.limit: 99 is out of range" in ended.stderr
    assert "a whole number from 0 to 10" in ended.stderr


def test_the_doctor_names_the_file_but_not_the_office(managed: Path) -> None:
    ports = json.loads(deskstretch("doctor", "--json").stdout)["ports"]
    (reading,) = [port["reading"] for port in ports if port["name"] == "managed file"]
    assert reading.endswith("managed.toml, defaults for 1, locks 1, no faults")
    assert "Health" not in reading
