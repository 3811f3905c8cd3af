"""One whole break in the real app on a real screen: each way in which it may end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.workday import (
    GUIDE,
    PILL,
    SKIP,
    SNOOZE,
    START,
    Workday,
    held_by_side,
    planned_by_side,
)
from virtual_desktop import VirtualDesktop, wait_until

Begin = Callable[..., Workday]


@pytest.fixture
def begin(virtual_desktop: VirtualDesktop, throw_away_home: Path) -> Begin:
    """Begin a workday with these options."""
    return lambda **options: Workday(virtual_desktop, throw_away_home, **options)


def report_agrees_with(day: Workday, *outcomes: str) -> None:
    """Whether the report's counts and compliance are those of the rows, reckoned here anew."""
    assert [each["outcome"] for each in day.breaks()][: len(outcomes)] == list(outcomes)
    report: dict[str, Any] = json.loads(day.command("report", "--format", "json"))
    closed = [each["outcome"] for each in day.breaks() if each["outcome"] is not None]
    assert report["counts"] == {
        name: closed.count(name)
        for name in ("taken", "partly", "skipped", "missed", "away", "held_back")
    }
    whole = sum(closed.count(name) for name in ("taken", "partly", "skipped", "missed"))
    part = closed.count("taken")
    percent = round(100 * part / whole) if whole else None
    assert report["compliance"] == {"part": part, "whole": whole, "percent": percent}


def test_a_break_taken_to_the_end_is_kept_with_true_seconds_for_each_side(begin: Begin) -> None:
    day = begin(stretch="chair-hamstring")
    day.type_until_due()
    prompt = day.pause_for_prompt()
    day.answer(prompt, START)
    day.desktop.find_window(title=GUIDE)
    one = day.wait_for_outcome()
    # The last screen stays for a while, to be read, or until it is closed.
    assert day.desktop.windows(title=GUIDE) != []

    assert one["outcome"] == "taken"
    steps = day.steps(one["id"])
    assert {"left", "right"} <= {step["side"] for step in steps}
    assert held_by_side(steps) == pytest.approx(planned_by_side(steps), abs=0.001)
    assert planned_by_side(steps)["left"] == planned_by_side(steps)["right"]
    assert (one["closed_at"] - one["began_at"]) / 1000 > sum(held_by_side(steps).values())
    assert day.count("prompt", one["id"]) == 1
    report_agrees_with(day, "taken")


def test_a_break_is_skipped_by_a_click(begin: Begin) -> None:
    day = begin()
    day.type_until_due()
    day.answer(day.pause_for_prompt(), SKIP)
    one = day.wait_for_outcome()

    assert one["outcome"] == "skipped"
    assert one["began_at"] is None
    wait_until(lambda: not day.prompts(), "the prompt to go")
    report_agrees_with(day, "skipped")


def test_a_snoozed_break_asks_again_and_is_one_break_with_one_snooze(begin: Begin) -> None:
    day = begin(snooze_seconds=2)
    day.type_until_due()
    first = day.pause_for_prompt()
    day.answer(first, SNOOZE)
    wait_until(lambda: day.prompts() == [], "the prompt to go")
    second = day.pause_for_prompt()
    day.answer(second, START)
    one = day.wait_for_outcome()

    assert one["outcome"] == "taken"
    assert day.count("snooze", one["id"]) == 1
    assert day.count("prompt", one["id"]) == 2
    report_agrees_with(day, "taken")


def test_a_prompt_left_alone_in_active_use_folds_and_is_missed(begin: Begin) -> None:
    day = begin(fold_seconds=2, missed_seconds=6)
    day.type_until_due()
    day.pause_for_prompt()
    pill = day.type_until(lambda: day.desktop.windows(title=PILL), "the pill")
    assert day.prompts() == []
    assert day.desktop.focused_window() not in pill
    day.type_until(lambda: day.breaks()[0]["outcome"], "the outcome")

    assert day.breaks()[0]["outcome"] == "missed"
    wait_until(lambda: not day.desktop.windows(title=PILL), "the pill to go")
    report_agrees_with(day, "missed")


def test_somebody_who_leaves_before_answering_was_away(begin: Begin) -> None:
    day = begin(idle_seconds=3, natural_break_seconds=6)
    day.type_until_due()
    day.pause_for_prompt()
    one = day.wait_for_outcome()

    assert one["outcome"] == "away"
    wait_until(lambda: not day.prompts(), "the prompt to go")
    assert day.status()["sitting_seconds"] == 0
    report_agrees_with(day, "away")


@pytest.mark.parametrize(("hold_seconds", "outcome"), [(30, "skipped"), (3, "partly")])
def test_a_crash_in_mid_hold_keeps_the_seconds_held_so_far(
    begin: Begin, hold_seconds: float, outcome: str
) -> None:
    day = begin(stretch="chair-hamstring", hold_seconds=hold_seconds)
    day.type_until_due()
    day.answer(day.pause_for_prompt(), START)
    wait_until(lambda: day.held_so_far() >= 4, "four held seconds", 60)
    day.kill_app()
    held = day.held_so_far()
    assert day.breaks()[0]["outcome"] is None

    day.app = day.start_app()
    one = day.wait_for_outcome()
    assert one["outcome"] == outcome
    assert 4 <= held == sum(held_by_side(day.steps(one["id"])).values())
    report_agrees_with(day, outcome)


def test_a_second_start_shows_the_first_ones_state_and_ends(begin: Begin) -> None:
    day = begin(interval_seconds=600)
    second = day.desktop.start(*_app_command(), log="second")
    assert second.wait(timeout=20) == 0
    day.desktop.find_window(title="^DeskStretch$")
    assert day.app.poll() is None


def test_quit_from_the_command_line_ends_the_app_and_frees_its_place(begin: Begin) -> None:
    day = begin(interval_seconds=600)
    day.command("quit")
    assert day.app.wait(timeout=20) == 0
    day.app = day.start_app()
    assert day.status()["running"] is True


def _app_command() -> tuple[str, ...]:
    from tests.e2e.workday import APP

    return (str(APP),)
