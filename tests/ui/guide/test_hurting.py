"""What hurts ends at once; pressing twice in a row does not take the next stretch away too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.moment import Moment
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.ui.guide.runner import GuideRunner
from tests.core.shipped import shipped_catalogue

IDS = ("chair-hamstring", "seated-figure-four", "deep-breathing")


class Break:
    """Three stretches on a clock that is set by hand."""

    def __init__(self) -> None:
        self._now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)
        routine = Routine("three", "Three", tuple(map(RoutineItem, IDS)))
        steps = plan_steps(routine, shipped_catalogue().exercises)
        self.runner = GuideRunner(steps, lambda: self._now)
        self.hurt: list[str] = []
        self.hurt_steps: list[int] = []
        self.runner.step_hurt.connect(self.hurt_steps.append)
        self.runner.step_hurt.connect(
            lambda position: self.hurt.append(self.runner.steps[position].exercise_id)
        )
        self.runner.start()

    def go_on(self, seconds: float) -> None:
        self._now = self._now.later(seconds)
        self.runner.advance()

    @property
    def stretch(self) -> str:
        return self.runner.view.step.exercise_id


@pytest.fixture
def guided(qtbot: QtBot) -> Break:
    return Break()


def test_what_hurts_is_told_and_gives_way_to_the_next(guided: Break) -> None:
    guided.go_on(8)
    guided.runner.hurt()
    assert (guided.hurt, guided.stretch) == ([IDS[0]], IDS[1])


def test_only_the_side_that_hurt_is_told_to_have_hurt(guided: Break) -> None:
    left, right = (step.side for step in guided.runner.steps[:2])
    assert left is not right
    guided.runner.go_next()
    guided.runner.hurt()
    assert guided.hurt_steps == [1]
    assert guided.stretch == IDS[1]  # but the other side does not come again either


@pytest.mark.parametrize("pause_seconds", [0.0, 0.15, 1.0])
def test_pressing_twice_in_a_row_means_the_same_stretch(
    guided: Break, pause_seconds: float
) -> None:
    guided.go_on(8)
    guided.runner.hurt()
    guided.go_on(pause_seconds)
    guided.runner.hurt()
    assert (guided.hurt, guided.stretch) == ([IDS[0]], IDS[1])


def test_the_next_stretch_may_hurt_too(guided: Break) -> None:
    guided.go_on(8)
    guided.runner.hurt()
    guided.go_on(2)
    guided.runner.hurt()
    assert (guided.hurt, guided.stretch) == ([IDS[0], IDS[1]], IDS[2])


def test_hurting_in_the_last_one_ends_the_break(guided: Break) -> None:
    for _ in IDS:
        guided.go_on(8)
        guided.runner.hurt()
    assert guided.hurt == list(IDS)
    assert guided.runner.view.finished
