"""The welcome on a real screen: there at the first start alone, and gone through by keyboard."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.workday import APP, GUIDE
from virtual_desktop import Program, VirtualDesktop, wait_until

WELCOME = "^Welcome to DeskStretch$"


class Newcomer:
    """Somebody who starts the app on a computer that never had it."""

    def __init__(self, desktop: VirtualDesktop, home: Path) -> None:
        self.desktop = desktop
        self.settings = home / "settings.toml"
        self.app = self.start()

    def start(self) -> Program:
        app = self.desktop.start(APP, log="app")
        self.desktop.find_tray_icon()
        return app

    def quit(self) -> None:
        self.command("quit")
        self.app.wait(timeout=20)

    def command(self, *words: str) -> str:
        command = (str(APP), *words)
        env = self.desktop.env
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    def find_welcome(self) -> None:
        window = self.desktop.find_window(title=WELCOME)
        wait_until(lambda: self.desktop.focused_window() == window, "the welcome's keyboard")

    def is_welcomed(self) -> bool:
        return self.desktop.windows(title=WELCOME) != []

    def starts_with_the_computer(self) -> bool:
        on: bool = json.loads(self.command("autostart", "status", "--json"))["on"]
        return on


@pytest.fixture
def newcomer(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, tmp_path: Path
) -> Iterator[Newcomer]:
    virtual_desktop.env["XDG_CONFIG_HOME"] = str(tmp_path / "config")
    yield Newcomer(virtual_desktop, throw_away_home)
    del virtual_desktop.env["XDG_CONFIG_HOME"]


def test_escape_leaves_it_and_it_does_not_come_again_unless_asked(newcomer: Newcomer) -> None:
    newcomer.find_welcome()
    newcomer.desktop.key("Escape")
    wait_until(lambda: not newcomer.is_welcomed(), "the welcome to go")
    assert not newcomer.settings.exists()
    newcomer.quit()

    newcomer.app = newcomer.start()
    newcomer.command("status")  # by now it has come up
    assert not newcomer.is_welcomed()
    newcomer.command("welcome")
    newcomer.find_welcome()


def test_keys_alone_go_through_it_to_a_real_stretch(newcomer: Newcomer) -> None:
    newcomer.find_welcome()
    key = newcomer.desktop.key
    key("Return", "Return")  # what it does, the safety words; then when to ask
    # From Next backwards: Back, Skip, the hours, the interval.
    key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "Up", "Up", "Up", "Up", "Up")
    wait_until(lambda: live_lines(newcomer) == ["interval_minutes = 50"], "the interval")
    # A page back and on again, the keyboard is at Next: then where you stretch.
    key("alt+Left", "Return", "Return")
    key("shift+Tab", "shift+Tab", "shift+Tab", "space")
    wait_until(lambda: "floor = true" in live_lines(newcomer), "floor stretches")
    key("alt+Left", "Return", "Return")  # ready
    key("shift+Tab", "shift+Tab", "shift+Tab", "space")
    wait_until(newcomer.starts_with_the_computer, "the entry for the next login")
    assert live_lines(newcomer) == ["interval_minutes = 50", "floor = true"]
    key("Tab", "Return")
    newcomer.desktop.find_window(title=GUIDE)
    wait_until(lambda: not newcomer.is_welcomed(), "the welcome to go")
    assert json.loads(newcomer.command("status", "--json"))["state"] == "guided"


def live_lines(newcomer: Newcomer) -> list[str]:
    """What stands in the settings file and is not commented out."""
    if not newcomer.settings.exists():
        return []
    return [line for line in newcomer.settings.read_text().splitlines() if line[:1].isalpha()]
