"""What "This hurts" does in the real app: the hold ends, the stretch is out until called back."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from tests.e2e.workday import GUIDE, Workday
from virtual_desktop import VirtualDesktop, wait_until

HURTING, NEXT = "chair-hamstring", "seated-figure-four"
STATUS, LIBRARY = "^DeskStretch$", "^Stretches$"
STRETCHES, USE_AGAIN = (0.43, 0.876), (0.629, 0.844)
"""Where those buttons are, as shares of their window's width and height."""


@pytest.fixture
def day(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Workday:
    return Workday(virtual_desktop, throw_away_home, interval_seconds=600, hold_seconds=20)


def left_out(day: Workday) -> list[str]:
    settings = tomllib.loads((day.home / "settings.toml").read_text())
    ids: list[str] = settings.get("desk", {}).get("left_out", [])
    return ids


def hurt_in_the_first_hold(day: Workday, *presses: str) -> None:
    day.command("break", "--exercise", HURTING, "--exercise", NEXT)
    day.desktop.find_window(title=GUIDE)
    wait_until(lambda: day.held_so_far() >= 2, "two held seconds", 60)
    day.desktop.key("Tab")  # the first thing that has the keyboard
    day.desktop.key(*presses)
    wait_until(lambda: left_out(day), "the stretch to be left out")


def test_it_ends_the_hold_at_once_and_goes_on_with_what_does_not_hurt(day: Workday) -> None:
    hurt_in_the_first_hold(day, "Return", "Return")  # in pain one presses twice
    assert left_out(day) == [HURTING]
    (one,) = day.breaks()
    assert one["outcome"] is None

    def held(exercise_id: str) -> float:
        steps = day.steps(one["id"])
        return sum(
            (step["held_seconds"] for step in steps if step["exercise_id"] == exercise_id), 0.0
        )

    time.sleep(0.5)  # the last part of a second is told after what hurts
    seconds_held = held(HURTING)
    wait_until(lambda: held(NEXT) >= 1, "a second held of the next stretch", 60)
    assert 2 <= held(HURTING) == seconds_held < 20
    hurt = [step["position"] for step in day.steps(one["id"]) if step["hurt"]]
    assert hurt == [0]  # of the other side nobody said so


def test_the_library_shows_it_left_out_and_takes_it_back(day: Workday) -> None:
    hurt_in_the_first_hold(day, "Return")
    day.desktop.key("Escape")
    day.wait_for_outcome()
    assert left_out(day) == [HURTING]

    day.command("show")
    click(day, STATUS, STRETCHES)
    library = day.desktop.find_window(title=LIBRARY)
    wait_until(lambda: day.desktop.focused_window() == library, "the library's keyboard")
    # The list then has only what is shown as left out.
    day.desktop.key("ctrl+f")
    day.desktop.type_text("left out")
    wait_until(lambda: used_again(day), "the stretch to be taken back")


def used_again(day: Workday) -> bool:
    """Press the button until it did it: the list may still be filling."""
    click(day, LIBRARY, USE_AGAIN)
    time.sleep(0.3)
    return left_out(day) == []


def click(day: Workday, title: str, where: tuple[float, float]) -> None:
    area = day.desktop.area(day.desktop.find_window(title=title))
    x, y = (round(share * whole) for share, whole in zip(where, area[2:], strict=True))
    day.desktop.click(area.x + x, area.y + y)
