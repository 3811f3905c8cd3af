"""Shortcuts of the real app, pressed by a real person's keys in another window."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deskstretch.core.combination import Combination
from deskstretch.desktop.shortcuts.x11_keys import X11Keys
from tests.e2e.workday import GUIDE, Workday
from virtual_desktop import VirtualDesktop, wait_until

KEYS = '[shortcuts]\nstart = "Ctrl+Alt+B"\nsnooze = "Ctrl+Alt+S"\nskip = "Super+F9"\n'
EDITOR = Path(__file__).parents[1] / "ui" / "prompt" / "editor_program.py"

Begin = Callable[..., Workday]


@pytest.fixture
def begin(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Begin:
    """Begin a workday with these settings and trial times."""

    def begin(settings: str = KEYS, **trial: Any) -> Workday:
        day = Workday(virtual_desktop, throw_away_home, settings, **trial)
        wait_until(lambda: shortcuts(day) or not settings, "the shortcuts")
        return day

    return begin


def shortcuts(day: Workday) -> list[dict[str, Any]]:
    """What `deskstretch status` says of them; nothing before it is known who serves."""
    told: list[dict[str, Any]] = day.status()["shortcuts"]
    return told


def doctor(desktop: VirtualDesktop) -> Any:
    done = subprocess.run(
        (sys.executable, "-m", "deskstretch", "doctor", "--json"),
        env=desktop.env, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    ports = json.loads(done.stdout)["ports"]
    return next(port for port in ports if port["name"] == "shortcuts")


def test_a_shortcut_starts_a_break_of_ones_own_from_another_window(
    begin: Begin, tmp_path: Path
) -> None:
    day = begin(interval_seconds=600)
    kept = tmp_path / "kept.json"
    day.desktop.start(sys.executable, EDITOR, str(kept))
    editor = day.desktop.find_window(title="^Editor under test$")
    wait_until(lambda: day.desktop.focused_window() == editor, "the editor to have the keyboard")
    day.desktop.type_text("ab")
    day.desktop.key("ctrl+alt+b")
    day.desktop.find_window(title=GUIDE)
    assert json.loads(kept.read_text())["text"] == "ab"
    assert day.wait_for_outcome()["outcome"] == "taken"


def test_a_prompt_is_snoozed_then_skipped_by_keys(begin: Begin) -> None:
    day = begin(snooze_seconds=2)
    day.type_until_due()
    day.pause_for_prompt()
    day.desktop.key("ctrl+alt+s")
    wait_until(lambda: day.prompts() == [], "the prompt to go")
    day.pause_for_prompt()
    day.desktop.key("super+F9")
    one = day.wait_for_outcome()
    assert one["outcome"] == "skipped"
    assert day.count("snooze", one["id"]) == 1
    assert day.count("prompt", one["id"]) == 2


def test_a_prompt_is_started_by_keys(begin: Begin) -> None:
    day = begin()
    day.type_until_due()
    day.pause_for_prompt()
    day.desktop.key("ctrl+alt+b")
    day.desktop.find_window(title=GUIDE)
    one = day.wait_for_outcome()
    assert (one["outcome"], day.count("prompt", one["id"])) == ("taken", 1)


def test_where_nothing_waits_snooze_and_skip_do_nothing(begin: Begin) -> None:
    day = begin(interval_seconds=600)
    day.desktop.key("ctrl+alt+s", "super+F9")
    status = day.status()
    assert (status["state"], status["trouble"]) == ("working", [])
    assert day.breaks() == []


def test_a_change_of_the_file_takes_effect_at_once_and_off_gives_the_keys_back(
    begin: Begin, virtual_desktop: VirtualDesktop
) -> None:
    day = begin()
    assert [each["keys"] for each in shortcuts(day)] == ["Ctrl+Alt+B", "Ctrl+Alt+S", "Super+F9"]
    day.command("settings", "set", "shortcuts.snooze", "")
    day.command("settings", "set", "shortcuts.skip", "ctrl+shift+k")
    wait_until(
        lambda: [each["keys"] for each in shortcuts(day)] == ["Ctrl+Alt+B", "Ctrl+Shift+K"],
        "the change",
    )
    wanted = {"snooze": Combination(("Ctrl", "Alt"), "S"), "skip": Combination(("Super",), "F9")}
    free = X11Keys(wanted, virtual_desktop.env["DISPLAY"])
    assert [each.why_not for each in free.bindings()] == [None, None]
    free.close()


def test_keys_that_another_program_has_are_told(
    begin: Begin, virtual_desktop: VirtualDesktop
) -> None:
    taken = {"theirs": Combination(("Ctrl", "Alt"), "B")}
    other = X11Keys(taken, virtual_desktop.env["DISPLAY"])
    try:
        day = begin()
        told = shortcuts(day)
        assert [each["why_not"] for each in told] == ["another program has them", None, None]
        assert day.status()["trouble"] == [
            "The shortcut Ctrl+Alt+B does not answer: another program has them."
        ]
    finally:
        other.close()


def test_the_doctor_names_the_way_and_what_is_taken(begin: Begin) -> None:
    day = begin(interval_seconds=600)
    told = doctor(day.desktop)
    assert told["used"] == ["X11 key grabs"]
    assert [other["name"] for other in told["not_used"]] == ["desktop portal"]
    assert told["reading"] == "start by Ctrl+Alt+B, snooze by Ctrl+Alt+S, skip by Super+F9"


def test_the_doctor_takes_no_keys_and_says_that_none_are_chosen(begin: Begin) -> None:
    day = begin("", interval_seconds=600)
    told = doctor(day.desktop)
    assert (told["used"], told["reading"]) == (["X11 key grabs"], "none chosen")
