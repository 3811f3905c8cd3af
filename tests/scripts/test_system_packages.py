"""./dev installs what is missing where it may, and otherwise names it and stops."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "system_packages.sh"
TWO_ARE_MISSING = (
    "runtime_needs='libabsent.so.9 libabsent9\nlibpresent.so.1 libpresent1\n/nowhere fonts-absent'"
)


class Machine:
    """A PATH whose every program is a stand-in that notes how it was called."""

    def __init__(self, folder: Path) -> None:
        self._programs = folder / "programs"
        self._programs.mkdir()
        self._calls = folder / "calls"
        self._calls.touch()
        self.has("uname", "echo Linux")
        self.has("ldconfig", "echo '	libpresent.so.1 (libc6,x86-64) => /lib/libpresent.so.1'")

    def has(self, program: str, does: str = "true") -> None:
        stand_in = self._programs / program
        stand_in.write_text(f'#!/bin/sh\necho {program} "$@" >> "{self._calls}"\n{does}\n')
        stand_in.chmod(0o755)

    def require(self, needs: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ("/bin/sh", "-euc", f'. "$0"; {needs}; require_system_packages runtime', SCRIPT),
            env={"PATH": str(self._programs)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls_of(self, program: str) -> list[str]:
        calls = self._calls.read_text().splitlines()
        return [call for call in calls if call.split()[0] == program]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_asked_of_the_package_manager_when_nothing_is_missing(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 0")
    assert machine.require("runtime_needs='libpresent.so.1 libpresent1'").returncode == 0
    assert machine.calls_of("apt-get") == []


def test_root_gets_what_is_missing_after_one_update(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 0")
    machine.has("env", 'shift; "$@"')
    assert machine.require(TWO_ARE_MISSING).returncode == 0
    update, install = machine.calls_of("apt-get")
    assert "update" in update.split()
    assert install.endswith(" install libabsent9 fonts-absent")


def test_somebody_with_sudo_installs_through_it(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 1000")
    machine.has("sudo")
    assert machine.require(TWO_ARE_MISSING).returncode == 0
    assert machine.calls_of("sudo")[-1].endswith(" install libabsent9 fonts-absent")


def test_nobody_is_asked_for_a_password_when_there_is_no_terminal(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    answer = machine.require(TWO_ARE_MISSING)
    assert answer.returncode == 1
    assert "apt-get install libabsent9 fonts-absent" in answer.stderr
    assert machine.calls_of("sudo") == ["sudo -n true"]


def test_without_rights_or_apt_the_missing_packages_are_named(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    answer = machine.require(TWO_ARE_MISSING)
    assert answer.returncode == 1
    assert "libabsent9 fonts-absent" in answer.stderr
    assert "libpresent1" not in answer.stderr
