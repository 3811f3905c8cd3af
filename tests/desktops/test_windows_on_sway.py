"""Windows that have processes of their own, where no program may bring its window to the front."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from sway_desktop import SwayDesktop
from tests.desktops.sway_day import APP
from virtual_desktop import wait_until

STATUS, WEEK = "DeskStretch", "Your week — DeskStretch"


def test_a_window_comes_to_the_front_with_the_keyboard_and_again(throw_away_home: Path) -> None:
    throw_away_home.mkdir()
    (throw_away_home / "welcomed").touch()
    with SwayDesktop() as sway:
        sway.env["DESKSTRETCH_HOME"] = str(throw_away_home)
        sway.start(APP, log="app")
        wait_until(lambda: is_shown(sway), "the app to listen")
        wait_until(lambda: has_keyboard(sway) == STATUS, "the small window")
        sway.key("Tab", "Tab", "Tab", "Tab", "Tab", "Return")
        wait_until(lambda: has_keyboard(sway) == WEEK, "the week")
        tell_sway(sway, f'[title="^{STATUS}$"]', "focus")
        wait_until(lambda: has_keyboard(sway) == STATUS, "the small window again")
        sway.key("Return")
        wait_until(lambda: has_keyboard(sway) == WEEK, "the week again")


def is_shown(sway: SwayDesktop) -> bool:
    """Bring up the small window; whether that was heard."""
    return subprocess.run((APP, "show"), env=sway.env, capture_output=True).returncode == 0


def tell_sway(sway: SwayDesktop, *words: str) -> Any:
    return json.loads(subprocess.check_output(("swaymsg", "-r", *words), env=sway.env))


def has_keyboard(sway: SwayDesktop) -> str:
    """The title of the window that has it."""
    waiting = [tell_sway(sway, "-t", "get_tree")]
    while waiting:
        node = waiting.pop()
        if node["focused"] and node.get("pid") is not None:
            return node["name"] or ""
        waiting += [*node["nodes"], *node["floating_nodes"]]
    return ""
