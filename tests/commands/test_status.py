"""`deskstretch status` passes on how things stand, to people and to programs."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from deskstretch.core.planner.status import StateName
from tests.commands.programs import StandInApp, deskstretch


def test_where_nothing_runs_it_says_so() -> None:
    ended = deskstretch("status")
    assert (ended.returncode, ended.stdout) == (1, "DeskStretch is not running.\n")


def test_a_program_can_tell_that_nothing_runs() -> None:
    ended = deskstretch("status", "--json")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert json.loads(ended.stdout) == {"running": False}


def test_a_person_reads_how_things_stand(app: StandInApp) -> None:
    ended = app.run("status")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        "Next stretch in 12 min",
        "Sitting for 33 min",
        "Idle time is told by: X11 idle counter",
    ]


def test_a_program_reads_the_same_as_json_in_one_line(app: StandInApp) -> None:
    app.change(next_prompt_at=datetime(2026, 11, 18, 10, 35, tzinfo=UTC))
    ended = app.run("status", "--json")
    assert (ended.returncode, ended.stderr, ended.stdout.count("\n")) == (0, "", 1)
    assert json.loads(ended.stdout) == {
        "running": True,
        "language": "en",
        "summary": ["Next stretch in 12 min", "Sitting for 33 min"],
        "state": "working",
        "next_prompt_at": "2026-11-18T10:35:00+00:00",
        "sitting_seconds": 1980,
        "held_back_by": [],
        "due_since": None,
        "snoozes_left": 2,
        "paused_until": None,
        "idle_source": "X11 idle counter",
        "shortcuts": [{"order": "start", "keys": "Ctrl+Alt+B", "why_not": None}],
        "trouble": [],
    }


def test_what_would_hold_a_prompt_back_is_told_before_one_is_due(app: StandInApp) -> None:
    app.change(held_back_by=("camera in use", "outside working hours"))
    assert "Held back by: camera in use, outside working hours\n" in app.run("status").stdout


def test_what_the_headline_says_already_is_not_said_again(app: StandInApp) -> None:
    app.change(state=StateName.HELD_BACK, held_back_by=("camera in use",))
    assert "Held back by" not in app.run("status").stdout


def test_trouble_is_told_a_line_each(app: StandInApp) -> None:
    app.troubles = ("History cannot be written: it is read-only.", "There is no stretch to offer.")
    lines = app.run("status").stdout.splitlines()
    assert set(app.troubles) < set(lines)


def test_a_desktop_that_does_not_tell_idle_time_is_named_as_that(app: StandInApp) -> None:
    app.source = None
    lines = app.run("status").stdout.splitlines()
    assert lines[-1] == "This desktop does not tell idle time; wall time is counted."


def test_it_says_the_same_whichever_way_it_is_understood(app: StandInApp) -> None:
    quick, thorough = app.run("status", "--json"), app.run("status", "--json", "--json")
    assert (thorough.returncode, thorough.stdout) == (quick.returncode, quick.stdout)


@pytest.mark.parametrize("words", [["--jso"], ["now"], ["--json", "now"]])
def test_what_it_does_not_know_is_wrong_usage(words: list[str]) -> None:
    ended = deskstretch("status", *words)
    assert ended.returncode == 2
    assert "usage: deskstretch" in ended.stderr
