"""What the planner orders to be kept is in the history, and what is held, as it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    CloseBreak,
    EndHoldBack,
    HidePrompt,
    HoldBack,
    KeepNaturalBreak,
    KeepPrompt,
    KeepSnooze,
    OpenBreak,
    Origin,
    ShowPrompt,
)
from deskstretch.core.proposal import record_of
from deskstretch.core.record import BreakRecord, PromptKind, StepRecord
from deskstretch.core.routine import PlannedStep, Routine, RoutineItem, plan_steps
from deskstretch.core.session import advance, end, result_of, start_session
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from deskstretch.wiring.recorder import Recorder
from tests.core.shipped import shipped_catalogue

DAY = date(2026, 11, 18)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
DUE = OpenBreak(Moment(NOON, 0.0), 2700.0, Origin.DUE)
EXERCISES = shipped_catalogue().exercises
ROUTINE = Routine(id="r", name="R", items=(RoutineItem("chair-hamstring"),))


def at(seconds: float) -> Moment:
    return Moment(NOON, 0.0).later(seconds)


def kept(steps: Sequence[PlannedStep]) -> tuple[StepRecord, ...]:
    return tuple(record_of(step, EXERCISES[step.exercise_id]) for step in steps)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def recorder(file: Path) -> Iterator[Recorder]:
    history = History.open(file)
    yield Recorder(history)
    history.close()


def only_break(file: Path) -> BreakRecord:
    (one,) = read_days(file, DAY, DAY).breaks
    return one


def test_the_story_of_a_break_is_kept_as_it_is_told(recorder: Recorder, file: Path) -> None:
    for seconds, effect in (
        (0, DUE),
        (0, HoldBack(("camera",))),
        (60, EndHoldBack()),
        (61, KeepPrompt(quiet=False)),
        (61, ShowPrompt(snoozes_left=2)),
        (90, KeepSnooze(300.0, at(390))),
        (90, HidePrompt()),
        (400, KeepPrompt(quiet=True)),
        (410, CloseBreak(Outcome.SKIPPED)),
    ):
        recorder.carry_out(effect, at(seconds))

    one = only_break(file)
    assert one.outcome is Outcome.SKIPPED
    assert one.sitting_seconds == 2700.0
    assert [prompt.kind for prompt in one.prompts] == [PromptKind.PROMPT, PromptKind.PILL]
    assert [snooze.delay_seconds for snooze in one.snoozes] == [300.0]
    assert [hold.reasons for hold in one.hold_backs] == [("camera",)]
    assert one.hold_backs[0].ended_at == at(60).wall


def test_held_seconds_are_kept_as_they_pass_and_exactly_at_the_end(
    recorder: Recorder, file: Path
) -> None:
    steps = plan_steps(ROUTINE, EXERCISES, {}, 5.0)
    recorder.carry_out(DUE, at(0))
    recorder.begin_steps("r", kept(steps), at(0))
    session = start_session(steps, at(0))
    for tick in range(1, 90):
        session = advance(session, at(tick / 10))
    recorder.keep_held(0, float(int(session.held_seconds[0])))
    assert only_break(file).steps[0].held_seconds == int(session.held_seconds[0])

    result = result_of(end(session, at(9)))
    held_seconds = tuple(step.held_seconds for step in result.steps)
    recorder.keep_all_held(held_seconds)
    one = only_break(file)
    assert one.routine_id == "r"
    assert [step.held_seconds for step in one.steps] == [*map(pytest.approx, held_seconds)]
    assert {step.areas for step in one.steps} != {()}


def test_a_break_comes_to_what_was_kept_of_it_so_far(recorder: Recorder) -> None:
    recorder.carry_out(DUE, at(0))
    assert recorder.outcome_so_far() is Outcome.SKIPPED
    steps = plan_steps(ROUTINE, EXERCISES, {}, 5.0)
    recorder.begin_steps("r", kept(steps), at(0))
    assert recorder.outcome_so_far() is Outcome.SKIPPED
    for position, outcome in ((0, Outcome.PARTLY), *((n, None) for n in range(1, len(steps)))):
        recorder.keep_held(position, 5.0)
        assert outcome in (None, recorder.outcome_so_far())
    assert recorder.outcome_so_far() is Outcome.TAKEN
    recorder.carry_out(CloseBreak(Outcome.TAKEN), at(60))
    recorder.carry_out(DUE, at(2760))
    assert recorder.outcome_so_far() is Outcome.SKIPPED


def test_what_hurt_is_kept_with_its_step(recorder: Recorder, file: Path) -> None:
    recorder.carry_out(DUE, at(0))
    recorder.begin_steps("r", kept(plan_steps(ROUTINE, EXERCISES)), at(0))
    recorder.keep_hurt(1)
    assert [step.hurt for step in only_break(file).steps][:2] == [False, True]


def test_a_natural_break_is_kept_without_a_break(recorder: Recorder, file: Path) -> None:
    recorder.carry_out(KeepNaturalBreak(at(0), at(420), 1800.0), at(420))
    kept = read_days(file, DAY, DAY)
    assert kept.breaks == ()
    assert kept.natural_breaks[0].ended_at == at(420).wall


def test_after_a_break_is_closed_nothing_is_added_to_it(recorder: Recorder, file: Path) -> None:
    recorder.carry_out(DUE, at(0))
    recorder.carry_out(CloseBreak(Outcome.AWAY), at(1))
    before = only_break(file)
    recorder.carry_out(KeepPrompt(quiet=False), at(2))
    recorder.keep_held(0, 3.0)
    assert only_break(file) == before
