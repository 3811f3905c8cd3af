"""Who a program on a clean Debian runs as, and what it is told. That it runs is tried for real."""

from __future__ import annotations

from pathlib import Path

import pytest

from packages.clean_root import UID, CleanRoot

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def root() -> CleanRoot:
    root = CleanRoot("trixie", PROJECT)
    root.folder = PROJECT / "build" / "roots" / "trixie-copy"
    return root


def environment(command: tuple[str, ...]) -> dict[str, str]:
    behind = command[command.index("env") + 2 :]
    return dict(word.split("=", 1) for word in behind if "=" in word and word[0] != "-")


def test_a_program_of_the_person_never_runs_as_root(root: CleanRoot) -> None:
    assert UID != 0
    assert f"--userspec={UID}:{UID}" in root.command("deskstretch", person=True)


def test_it_is_told_nothing_of_the_world_outside(
    root: CleanRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKSTRETCH_HOME", "/elsewhere")
    command = root.command("deskstretch", person=True, env={"DISPLAY": ":7"})
    assert command[command.index("env") + 1] == "-i"
    told = environment(command)
    assert told["DISPLAY"] == ":7"
    assert told["HOME"] == "/home/person"
    assert "DESKSTRETCH_HOME" not in told


def test_without_a_network_it_has_one_of_its_own(root: CleanRoot) -> None:
    assert "--net" in root.command("deskstretch", network=False)
    assert "--net" not in root.command("apt-get", "update")


def test_a_path_inside_is_found_from_outside(root: CleanRoot) -> None:
    assert root.inside("/usr/bin") == root.folder / "usr" / "bin"
    assert root.home == root.folder / "home" / "person"
