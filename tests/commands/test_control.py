"""Commands for a running app arrive there as they were meant, or are refused in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.core.planner.events import (
    Event,
    PauseChosen,
    PauseUntilChosen,
    ResumeChosen,
    SkipChosen,
    SnoozeChosen,
    StartChosen,
)
from deskstretch.core.planner.status import StateName
from deskstretch.desktop import control_socket
from tests.commands.programs import StandInApp, deskstretch


@pytest.mark.parametrize(
    ("words", "event"),
    [
        (["start"], StartChosen()),
        (["snooze"], SnoozeChosen()),
        (["snooze", "10"], SnoozeChosen(600.0)),
        (["skip"], SkipChosen()),
        (["pause"], PauseChosen(3600.0)),
        (["pause", "45m"], PauseChosen(2700.0)),
        (["pause", "1h30m"], PauseChosen(5400.0)),
        (["resume"], ResumeChosen()),
    ],
)
def test_an_order_reaches_the_app(app: StandInApp, words: list[str], event: Event) -> None:
    app.change(state=StateName.ASKED, paused_until=datetime(2026, 11, 18, 12, tzinfo=UTC))
    ended = app.run(*words)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert app.told == [event]


@pytest.mark.parametrize(
    ("words", "done"),
    [
        (["break"], (None, ())),
        (["break", "--routine", "desk-1min-a"], ("desk-1min-a", ())),
        (["break", "--exercise", "a", "--exercise", "b"], (None, ("a", "b"))),
        (["show"], "show"),
        (["quit"], "quit"),
    ],
)
def test_what_the_app_shall_do_at_once_is_done_without_a_word(
    app: StandInApp, words: list[str], done: object
) -> None:
    ended = app.run(*words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert app.done == [done]


@pytest.mark.parametrize("words", [["pause"], ["pause", "1h"]])
def test_an_order_that_moves_the_next_prompt_says_what_comes_next(
    app: StandInApp, words: list[str]
) -> None:
    assert app.run(*words).stdout == "Next stretch in 12 min\n"


def test_a_pause_until_a_time_of_day_ends_when_the_clock_shows_it_next(app: StandInApp) -> None:
    before = datetime.now(UTC)
    assert app.run("pause", "--until", "14:30").returncode == 0
    [event] = app.told
    assert isinstance(event, PauseUntilChosen)
    assert event.until.astimezone().strftime("%H:%M:%S") == "14:30:00"
    assert timedelta(0) < event.until - before <= timedelta(hours=25)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["start"], "Nothing is due. `deskstretch break` starts one now."),
        (["snooze"], "Nothing asks just now, so there is nothing to snooze."),
        (["skip"], "Nothing is due, so there is nothing to skip."),
        (["resume"], "It is not paused."),
    ],
)
def test_what_makes_no_sense_just_now_is_refused_with_the_reason(
    app: StandInApp, words: list[str], said: str
) -> None:
    ended = app.run(*words)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"{said}\n")
    assert app.told == []


def test_an_unknown_stretch_is_bad_input(app: StandInApp) -> None:
    ended = app.run("break", "--exercise", "nope")
    assert ended.returncode == 2
    assert "'nope'" in ended.stderr
    assert "deskstretch exercises" in ended.stderr


@pytest.mark.parametrize(
    ("words", "wrong", "allowed"),
    [
        (["snooze", "soon"], "'soon'", "1 to 120"),
        (["snooze", "0"], "'0'", "1 to 120"),
        (["snooze", "121"], "'121'", "1 to 120"),
        (["snooze", "2.5"], "'2.5'", "1 to 120"),
        (["pause", "soon"], "'soon'", "like 45m, 1h or 1h30m"),
        (["pause", "0m"], "'0m'", "like 45m, 1h or 1h30m"),
        (["pause", "45"], "'45'", "like 45m, 1h or 1h30m"),
        (["pause", "999h"], "'999h'", "up to 744h"),
        (["pause", "--until", "24:00"], "'24:00'", "00:00 to 23:59"),
        (["pause", "--until", "noon"], "'noon'", "00:00 to 23:59"),
        (["pause", "1h", "--until", "14:30"], "--until", "not allowed with argument LENGTH"),
        (["break", "--routine", "a", "--exercise", "b"], "--exercise", "not allowed with"),
        (["start", "now"], "now", "unrecognized"),
    ],
)
def test_bad_input_never_reaches_the_app(
    app: StandInApp, words: list[str], wrong: str, allowed: str
) -> None:
    ended = app.run(*words)
    assert ended.returncode == 2
    assert wrong in ended.stderr
    assert allowed in ended.stderr
    assert app.told == app.done == []


@pytest.mark.parametrize(
    "verb", ["break", "start", "snooze", "skip", "pause", "resume", "show", "quit"]
)
def test_where_nothing_runs_an_order_says_so(verb: str) -> None:
    ended = deskstretch(verb)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "DeskStretch is not running.\n"


@pytest.mark.parametrize("verb", ["skip", "status"])
def test_a_folder_that_others_may_write_to_is_not_trusted(app: StandInApp, verb: str) -> None:
    Path(control_socket.runtime_folders()[0]).chmod(0o777)
    ended = app.run(verb)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "nothing in it is trusted" in ended.stderr
