"""The guide walks every stretch to its end, and each side is held for just as long as planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.exercise import Exercise, Side, Sides
from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.routine import (
    PlannedStep,
    Routine,
    RoutineItem,
    length_seconds,
    plan_steps,
)
from deskstretch.core.session import SessionResult, SessionView
from deskstretch.core.timeline import SegmentKind
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.guide.last_card import LastCard
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.window import GuideWindow
from deskstretch.ui.theme import DARK, LIGHT
from tests.core.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
FRAME_SECONDS = 0.25
"""Adds up without a rounding error."""
UNEVEN_FRAMES = (0.017, 0.4, 0.033, 1.9, 0.25)
LONGEST_WALK_SECONDS = 3600

BEGINNINGS = [
    pytest.param(exercise, left_first, id=f"{exercise.id}-{'left' if left_first else 'right'}")
    for exercise in CATALOGUE.exercises.values()
    for left_first in ([False, True] if exercise.sides is Sides.EACH else [False])
]


class MadeUpClock:
    """Says what it was last set to."""

    def __init__(self) -> None:
        self.now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)
        self.begun = self.now

    def __call__(self) -> Moment:
        return self.now

    def go_on(self, seconds: float) -> None:
        self.now = self.now.later(seconds)

    @property
    def passed(self) -> float:
        return self.now.seconds_since(self.begun)


class Walk:
    """A guided break in its real window, on a clock of its own; notes what is told."""

    def __init__(self, steps: tuple[PlannedStep, ...], qtbot: QtBot, *, dark: bool = False) -> None:
        self.clock = MadeUpClock()
        self.runner = GuideRunner(steps, self.clock)
        exercises = list(CATALOGUE.exercises.values())
        self.window = GuideWindow(self.runner, exercises, DARK if dark else LIGHT)
        qtbot.addWidget(self.window)
        self.window.resize(700, 500)
        self.window.show()
        self.held: dict[int, float] = {}
        self.results: list[SessionResult] = []
        self.runner.hold_progressed.connect(self.held.__setitem__)
        self.runner.guide_finished.connect(self.results.append)
        self.runner.segment_begun.connect(self._look)
        self.pictures = 0

    def frames(self, seconds_of: Iterator[float]) -> Iterator[tuple[SessionView, float]]:
        """Each frame's view, with the seconds for which it stands; to the end."""
        self.runner.start()
        for seconds in seconds_of:
            view = self.runner.view
            self.clock.go_on(seconds)
            self.runner.advance()
            yield view, seconds
            if self.results:
                return
            assert self.clock.passed < LONGEST_WALK_SECONDS

    def _look(self, _kind: SegmentKind) -> None:
        """Have the window painted as each part begins."""
        figure = self.window.findChild(FigureView)
        assert figure is not None
        assert figure.isVisible()
        assert not self.window.grab().isNull()
        self.pictures += 1


def steps_of(exercise: Exercise, left_first: bool) -> tuple[PlannedStep, ...]:
    item = RoutineItem(exercise.id, left_first=left_first)
    return plan_steps(Routine("one", "One", (item,)), CATALOGUE.exercises)


def seconds_wanted(exercise: Exercise) -> dict[Side, float]:
    """What the stretch itself says, side by side."""
    once = exercise.hold.default if exercise.hold else sum(p.seconds for p in exercise.phases)
    sides = [Side.RIGHT, Side.LEFT] if exercise.sides is Sides.EACH else [Side.BOTH]
    return dict.fromkeys(sides, once * exercise.repetitions.default)


def always(*seconds: float) -> Iterator[float]:
    while True:
        yield from seconds


@pytest.mark.parametrize(("exercise", "left_first"), BEGINNINGS)
def test_each_side_is_held_to_the_second_and_the_end_comes_when_planned(
    exercise: Exercise, left_first: bool, qtbot: QtBot
) -> None:
    steps = steps_of(exercise, left_first)
    walk = Walk(steps, qtbot, dark=left_first)
    shown: Counter[Side] = Counter()
    sides: dict[Side, None] = {}
    for view, seconds in walk.frames(always(FRAME_SECONDS)):
        if view.kind is SegmentKind.HOLD:
            shown[view.step.side] += seconds  # type: ignore[assignment]
            sides[view.step.side] = None
    wanted = seconds_wanted(exercise)
    assert shown == wanted
    assert list(sides) == (list(wanted)[::-1] if left_first else list(wanted))
    assert walk.clock.passed == length_seconds(steps)
    assert [walk.held[index] for index in range(len(steps))] == [s.hold_seconds for s in steps]
    [result] = walk.results
    assert result.outcome is Outcome.TAKEN
    assert result.held_seconds == result.planned_seconds == sum(wanted.values())
    assert walk.pictures >= 3
    last = walk.window.findChild(LastCard)
    assert last is not None
    assert last.isVisible()


@pytest.mark.parametrize(("exercise", "left_first"), BEGINNINGS)
def test_frames_that_come_when_they_can_change_nothing(
    exercise: Exercise, left_first: bool, qtbot: QtBot
) -> None:
    steps = steps_of(exercise, left_first)
    walk = Walk(steps, qtbot)
    for _frame in walk.frames(always(*UNEVEN_FRAMES)):
        pass
    [result] = walk.results
    held: Counter[Side] = Counter()
    for step in result.steps:
        held[step.side] += step.held_seconds  # type: ignore[assignment]
    assert held == pytest.approx(seconds_wanted(exercise))
    late = walk.clock.passed - length_seconds(steps)
    assert 0 <= late <= max(UNEVEN_FRAMES)


@pytest.mark.parametrize("routine", CATALOGUE.routines.values(), ids=lambda routine: routine.id)
def test_every_routine_ends_to_the_second_when_it_said(routine: Routine, qtbot: QtBot) -> None:
    steps = plan_steps(routine, CATALOGUE.exercises)
    walk = Walk(steps, qtbot)
    for _frame in walk.frames(always(FRAME_SECONDS)):
        pass
    assert walk.clock.passed == length_seconds(steps)
    [result] = walk.results
    assert [step.held_seconds for step in result.steps] == [step.hold_seconds for step in steps]
