"""Some weeks of somebody's breaks, made up but the same each time: for pictures and measuring."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import PromptKind, StepRecord
from deskstretch.core.routine import plan_steps
from deskstretch.store.history import History

ZONE = ZoneInfo("Europe/Zurich")
_FIRST_DUE, _BETWEEN = time(9, 20), timedelta(minutes=55)
_BREAKS_A_DAY = (7, 8, 9)
_WEIGHTS = {
    Outcome.TAKEN: 66,
    Outcome.PARTLY: 8,
    Outcome.SKIPPED: 7,
    Outcome.MISSED: 5,
    Outcome.AWAY: 11,
    Outcome.HELD_BACK: 3,
}
_MEETING_HOUR, _SKIPPED_IN_MEETING = 14, 0.8
_SNOOZED = 0.15
_ROUTINES = ("desk-1min-a", "desk-1min-b", "desk-3min-lower-back")


def write_history(file: Path, catalogue: Catalogue, last_day: date, days: int) -> None:
    """Write the working days up to `last_day` into a new history."""
    chance = random.Random(5)
    history = History.open(file)
    for back in range(days, -1, -1):
        day = last_day - timedelta(days=back)
        if day.weekday() < 5:
            for number in range(chance.choice(_BREAKS_A_DAY)):
                due_at = datetime.combine(day, _FIRST_DUE, ZONE) + number * _BETWEEN
                _write_break(history, catalogue, due_at, chance)
    history.close()


def _write_break(
    history: History, catalogue: Catalogue, due_at: datetime, chance: random.Random
) -> None:
    outcome = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    if due_at.hour == _MEETING_HOUR and chance.random() < _SKIPPED_IN_MEETING:
        outcome = Outcome.SKIPPED
    break_id = history.open_break(due_at, 2700.0, Origin.DUE)
    if outcome is Outcome.HELD_BACK:
        history.begin_hold_back(break_id, due_at, ("camera",))
    else:
        history.keep_prompt(break_id, due_at, PromptKind.PROMPT)
    if chance.random() < _SNOOZED:
        history.keep_snooze(break_id, due_at, 300.0)
    if outcome in (Outcome.TAKEN, Outcome.PARTLY):
        routine = catalogue.routines[chance.choice(_ROUTINES)]
        steps = _steps(catalogue, routine.id)
        history.begin_steps(break_id, due_at, routine.id, steps)
        whole = len(steps) if outcome is Outcome.TAKEN else len(steps) // 2
        for position, step in enumerate(steps[:whole]):
            history.keep_held(break_id, position, step.planned_seconds)
    history.close_break(break_id, outcome, due_at + timedelta(minutes=3))


def _steps(catalogue: Catalogue, routine_id: str) -> Sequence[StepRecord]:
    return [
        StepRecord(
            exercise_id=step.exercise_id,
            side=step.side,
            repetition=step.repetition,
            phase=step.phase,
            planned_seconds=step.hold_seconds,
            areas=tuple(area.value for area in catalogue.exercises[step.exercise_id].areas),
        )
        for step in plan_steps(catalogue.routines[routine_id], catalogue.exercises)
    ]
