"""A prompt waits for as long as the person must not be disturbed, in the real app."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from deskstretch.desktop.presence.x11_sync import IdleCounter
from tests.e2e.workday import PROMPT, SKIP, Workday
from virtual_desktop import VirtualDesktop, wait_until

WINDOW = Path(__file__).parents[1] / "desktop/disturbance/window_program.py"


def hold_backs(day: Workday) -> list[dict[str, Any]]:
    return day.rows("SELECT * FROM hold_back ORDER BY position")


def test_a_full_screen_window_holds_the_prompt_back_until_it_has_been_gone_for_a_while(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    film = virtual_desktop.start(sys.executable, WINDOW, "film", "full")
    window = virtual_desktop.find_window(title="^film$")
    wait_until(lambda: virtual_desktop.focused_window() == window, "the film to be in use")
    day = Workday(virtual_desktop, throw_away_home, release_seconds=3)
    day.type_until_due()
    wait_until(lambda: day.status()["state"] == "held_back", "the prompt to be held back")

    assert day.status()["held_back_by"] == ["full screen"]
    assert "Held back: full-screen window" in day.command("status")
    # The lull that would have brought the prompt.
    idle = IdleCounter(virtual_desktop.env["DISPLAY"])
    wait_until(lambda: (idle.milliseconds() or 0) > 2000, "a lull")
    idle.close()
    assert day.prompts() == []

    virtual_desktop.stop(film)
    wait_until(lambda: hold_backs(day)[0]["ended_at"], "the end of the hold-back")
    day.pause_for_prompt()
    assert len(virtual_desktop.windows(title=PROMPT)) == 1
    (held,) = hold_backs(day)
    (one,) = day.breaks()
    assert held["break_id"] == one["id"]
    assert json.loads(held["reasons"]) == ["full screen"]
    assert day.status()["held_back_by"] == []

    day.answer(day.prompts()[0], SKIP)
    assert day.wait_for_outcome()["outcome"] == "skipped"
    assert day.count("prompt", one["id"]) == 1


def test_what_the_person_switched_off_holds_nothing_back(
    virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> None:
    virtual_desktop.start(sys.executable, WINDOW, "film", "full")
    window = virtual_desktop.find_window(title="^film$")
    wait_until(lambda: virtual_desktop.focused_window() == window, "the film to be in use")
    day = Workday(virtual_desktop, throw_away_home, release_seconds=3)
    day.command("settings", "set", "disturbance.full_screen", "false")
    day.type_until_due()
    day.pause_for_prompt()
    assert hold_backs(day) == []
