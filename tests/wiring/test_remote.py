"""What the command line is answered, and what it makes happen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
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
from deskstretch.core.planner.status import StateName, Status
from deskstretch.desktop.shortcuts.source import Binding
from deskstretch.wiring.remote import Remote

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
WORKING = Status(
    state=StateName.WORKING,
    sitting_seconds=600.4,
    ring=0.2,
    next_prompt_at=NOW + timedelta(minutes=35),
    due_since=None,
    held_back_by=(),
    snoozes_left=2,
    paused_until=None,
)


class DoneApp:
    """Notes what it was asked to do."""

    def __init__(self, **status: Any) -> None:
        self.status_now = msgspec.structs.replace(WORKING, **status)
        self.told: list[Event] = []
        self.done: list[object] = []

    def tell(self, event: Event) -> None:
        self.told.append(event)

    def status(self) -> Status:
        return self.status_now

    def summary(self) -> tuple[str, ...]:
        return ("Next stretch in 35 min", "Sitting for 10 min")

    def trouble(self) -> tuple[str, ...]:
        return ("The history cannot be written.",)

    def shortcuts(self) -> tuple[Binding, ...]:
        return (Binding("start", "Ctrl+Alt+B"),)

    def idle_source(self) -> str | None:
        return "X11 idle counter"

    def take_break(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        if "no-such" in (routine_id, *exercise_ids):
            raise KeyError("no-such")
        self.done.append((routine_id, exercise_ids))

    def show_status_window(self) -> None:
        self.done.append("show")

    def show_welcome(self) -> None:
        self.done.append("welcome")

    def quit(self) -> None:
        self.done.append("quit")


def asked(app: DoneApp, verb: str, **arguments: object) -> dict[str, Any]:
    return Remote(app).answer(verb, arguments)


def test_status_says_how_things_stand() -> None:
    assert asked(DoneApp(), "status") == {
        "ok": True,
        "running": True,
        "language": "en",
        "summary": ["Next stretch in 35 min", "Sitting for 10 min"],
        "state": "working",
        "next_prompt_at": "2026-11-18T10:35:00+00:00",
        "sitting_seconds": 600,
        "held_back_by": [],
        "due_since": None,
        "snoozes_left": 2,
        "paused_until": None,
        "idle_source": "X11 idle counter",
        "shortcuts": [{"order": "start", "keys": "Ctrl+Alt+B", "why_not": None}],
        "trouble": ["The history cannot be written."],
    }


@pytest.mark.parametrize(
    ("verb", "arguments", "event"),
    [
        ("start", {}, StartChosen()),
        ("snooze", {}, SnoozeChosen()),
        ("snooze", {"minutes": 10}, SnoozeChosen(600.0)),
        ("skip", {}, SkipChosen()),
        ("pause", {}, PauseChosen(3600.0)),
        ("pause", {"seconds": 2700}, PauseChosen(2700.0)),
        ("pause", {"until": "2026-11-18T12:00:00+00:00"}, PauseUntilChosen(NOW.replace(hour=12))),
    ],
)
def test_an_answer_given_by_command_is_told(
    verb: str, arguments: dict[str, Any], event: Event
) -> None:
    app = DoneApp(state=StateName.ASKED)
    assert asked(app, verb, **arguments) == {"ok": True}
    assert app.told == [event]


def test_a_break_may_name_a_routine_or_stretches() -> None:
    app = DoneApp()
    asked(app, "break")
    asked(app, "break", routine="desk-1min-a", exercises=[])
    asked(app, "break", exercises=["neck", "shoulders"])
    assert app.done == [(None, ()), ("desk-1min-a", ()), (None, ("neck", "shoulders"))]


@pytest.mark.parametrize("wanted", [{"routine": "no-such"}, {"exercises": ["no-such"]}])
def test_an_unknown_stretch_is_refused_by_name(wanted: dict[str, Any]) -> None:
    answer = asked(DoneApp(), "break", **wanted)
    assert answer["ok"] is False
    assert answer["bad_input"] is True
    assert "'no-such'" in answer["message"]


@pytest.mark.parametrize("verb", ["start", "snooze", "skip"])
def test_while_nothing_is_due_there_is_nothing_to_answer(verb: str) -> None:
    app = DoneApp()
    assert asked(app, verb)["ok"] is False
    assert app.told == []


def test_a_break_that_is_under_way_is_not_begun_again() -> None:
    app = DoneApp(state=StateName.GUIDED)
    assert asked(app, "break")["ok"] is False
    assert app.done == []


def test_a_used_up_snooze_is_refused() -> None:
    answer = asked(DoneApp(state=StateName.ASKED, snoozes_left=0), "snooze")
    assert "as often as the settings allow" in answer["message"]


def test_only_a_pause_can_be_resumed() -> None:
    assert asked(DoneApp(), "resume")["ok"] is False
    paused = DoneApp(paused_until=NOW)
    assert asked(paused, "resume") == {"ok": True}
    assert paused.told == [ResumeChosen()]


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        ("snooze", {"minutes": 0}),
        ("snooze", {"minutes": 500}),
        ("snooze", {"minutes": "five"}),
        ("pause", {"seconds": -1}),
        ("pause", {"until": "2026-11-18T12:00:00"}),
        ("pause", {"until": "noon"}),
        ("break", {"routine": ["desk-1min-a"]}),
        ("break", {"exercises": "neck"}),
        ("no-such-verb", {}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(verb: str, arguments: dict[str, Any]) -> None:
    app = DoneApp(state=StateName.ASKED)
    answer = asked(app, verb, **arguments)
    assert answer["ok"] is False
    assert verb in answer["message"]
    assert app.told == app.done == []


def test_show_welcome_and_quit_are_passed_on() -> None:
    app = DoneApp()
    for verb in ("show", "welcome", "quit"):
        asked(app, verb)
    assert app.done == ["show", "welcome", "quit"]
