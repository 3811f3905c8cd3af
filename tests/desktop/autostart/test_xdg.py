"""The autostart entry of Linux desktops: what is written is valid, what is there is read truly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deskstretch.desktop.autostart.exec_line import command_in, exec_line
from deskstretch.desktop.autostart.port import SWITCHED_OFF
from deskstretch.desktop.autostart.xdg import XdgAutostart
from virtual_desktop import wait_until

ODD_NAMES = ["plain", "two words", "100% $HOME", "quo\"te'd", "back\\slash `x`", "größe;&|<>#()"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return make_program(tmp_path / "bin" / "deskstretch")


def make_program(file: Path) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'#!/bin/sh\nfor word; do echo "$word"; done > "{file.parent}/told.new"\n')
    with file.open("a") as script:
        script.write(f'mv "{file.parent}/told.new" "{file.parent}/told"\n')
    file.chmod(0o755)
    return file


def desktop_of(tmp_path: Path, *command: str, **further: str) -> XdgAutostart:
    environment = {
        "XDG_CONFIG_HOME": str(tmp_path / "own"),
        "XDG_CONFIG_DIRS": f"{tmp_path / 'all'}:relative",
        "PATH": "/usr/bin:/bin",
        "XDG_CURRENT_DESKTOP": "ubuntu:GNOME",
    }
    return XdgAutostart(environment | further, command)


def entry_of(tmp_path: Path, whose: str = "own") -> Path:
    return tmp_path / whose / "autostart" / "deskstretch.desktop"


def write_entry(file: Path, *lines: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(("[Desktop Entry]", "Type=Application", "Name=X", *lines, "")))


def test_without_an_entry_it_is_off(tmp_path: Path) -> None:
    state = desktop_of(tmp_path, "deskstretch").state()
    assert (state.on, state.command, state.note) == (False, None, "")
    assert state.place == str(entry_of(tmp_path))


def test_turned_on_it_is_on_and_turned_off_nothing_is_left(tmp_path: Path, program: Path) -> None:
    autostart = desktop_of(tmp_path, str(program))
    autostart.turn_on()
    assert (autostart.state().on, autostart.state().command) == (True, str(program))
    autostart.turn_on()
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.state().on
    assert list(entry_of(tmp_path).parent.iterdir()) == []


@pytest.mark.parametrize("name", ODD_NAMES)
def test_the_entry_is_valid_whatever_the_program_is_called(tmp_path: Path, name: str) -> None:
    autostart = desktop_of(tmp_path, f"/opt/{name}/deskstretch", "-m", name)
    autostart.turn_on()
    check = ("desktop-file-validate", "--warn-kde", str(entry_of(tmp_path)))
    said = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")
    autostart.turn_off()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_desktop_starts_just_the_command_that_was_meant(tmp_path: Path, name: str) -> None:
    program = make_program(tmp_path / "bin" / "deskstretch")
    desktop_of(tmp_path, str(program), "-m", name, "100% %U %%").turn_on()
    subprocess.run(("gio", "launch", str(entry_of(tmp_path))), check=True, capture_output=True)
    told = tmp_path / "bin" / "told"
    wait_until(told.exists, "the program to be started")
    assert told.read_text().splitlines() == ["-m", name, "100% %U %%"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
@example(['"', "%u", "\\", "a b", "\n", "$x `y`"])
def test_a_command_that_is_written_reads_the_same(command: list[str]) -> None:
    assert command_in(exec_line(tuple(command))) == tuple(command)


@pytest.mark.parametrize("value", ["", "   ", '"open', 'a"b"', '"a"b'])
def test_what_is_no_command_is_not_taken_for_one(value: str) -> None:
    assert not command_in(value)


def test_places_for_files_are_empty_at_login() -> None:
    assert command_in("deskstretch --about 100%% %U") == ("deskstretch", "--about", "100%")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_reads_as_off_until_turned_on(
    tmp_path: Path, program: Path, line: str
) -> None:
    write_entry(entry_of(tmp_path), f"Exec={program}", line)
    autostart = desktop_of(tmp_path, str(program))
    assert (autostart.state().on, autostart.state().note) == (False, SWITCHED_OFF)
    autostart.turn_on()
    assert autostart.state().on


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("OnlyShowIn=KDE;", False),
        ("OnlyShowIn=KDE;GNOME;", True),
        ("NotShowIn=GNOME;", False),
        ("NotShowIn=KDE;", True),
        ("X-GNOME-Autostart-enabled=true", True),
        ("# Hidden=true", True),
        ("[Desktop Action other]\nHidden=true", True),
        ("TryExec=/nowhere/program", False),
        ("TryExec=sh", True),
    ],
)
def test_only_what_this_desktop_will_start_is_on(
    tmp_path: Path, program: Path, line: str, on: bool
) -> None:
    write_entry(entry_of(tmp_path), f"Exec={program}", line)
    state = desktop_of(tmp_path, str(program)).state()
    assert (state.on, state.note == "") == (on, on)


@pytest.mark.parametrize(
    ("command", "named"),
    [("/gone/deskstretch", "/gone/deskstretch"), ("no-such-one -m", "no-such")],
)
def test_an_entry_whose_program_is_gone_starts_nothing(
    tmp_path: Path, command: str, named: str
) -> None:
    write_entry(entry_of(tmp_path), f"Exec={command}")
    state = desktop_of(tmp_path, "deskstretch").state()
    assert not state.on
    assert named in state.note


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'[Desktop Entry]\nExec="open\n'])
def test_an_entry_that_cannot_be_read_as_one_starts_nothing(tmp_path: Path, content: bytes) -> None:
    entry_of(tmp_path).parent.mkdir(parents=True)
    entry_of(tmp_path).write_bytes(content)
    state = desktop_of(tmp_path, "deskstretch").state()
    assert not state.on
    assert state.note


def test_an_entry_for_everybody_counts_until_the_person_turns_it_off(
    tmp_path: Path, program: Path
) -> None:
    write_entry(entry_of(tmp_path, "all"), f"Exec={program}")
    autostart = desktop_of(tmp_path, str(program))
    assert (autostart.state().on, autostart.state().place) == (
        True,
        str(entry_of(tmp_path, "all")),
    )
    autostart.turn_off()
    assert not autostart.state().on
    assert entry_of(tmp_path, "all").exists()
    autostart.turn_on()
    assert (autostart.state().on, autostart.state().place) == (True, str(entry_of(tmp_path)))


def test_a_relative_folder_of_settings_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    state = desktop_of(tmp_path, "deskstretch", XDG_CONFIG_HOME="own").state()
    assert state.place == str(tmp_path / "home/.config/autostart/deskstretch.desktop")


def test_a_link_to_an_entry_kept_elsewhere_stays_a_link(tmp_path: Path, program: Path) -> None:
    elsewhere = tmp_path / "dotfiles" / "entry"
    write_entry(elsewhere, "Hidden=true")
    entry_of(tmp_path).parent.mkdir(parents=True)
    entry_of(tmp_path).symlink_to(elsewhere)
    desktop_of(tmp_path, str(program)).turn_on()
    assert entry_of(tmp_path).is_symlink()
    assert f"Exec={program}" in elsewhere.read_text()


def test_a_place_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where a folder should be")
    with pytest.raises(OSError, match=str(tmp_path / "own")):
        desktop_of(tmp_path, sys.executable).turn_on()
