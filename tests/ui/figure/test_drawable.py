"""What the catalogue accepts can be drawn: every part of the motion, on both sides."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping

import msgspec
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue import read_catalogue
from deskstretch.core.exercise import Exercise
from deskstretch.core.figure.choreography import Motion, MotionKind, skeleton_at
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.figure.stage import stage_of
from deskstretch.core.rehearsal import rehearsal_of
from deskstretch.ui.figure.appearance import FigureAppearance, figure_palette
from deskstretch.ui.figure.painter import paint_figure
from tests.core.shipped import shipped_bytes, shipped_catalogue
from tests.core.spoilt import spoilt_figure, spoilt_file

PALETTE = figure_palette(FigureAppearance(), dark=False)
FARTHEST = 20.0
"""Body heights; a joint beyond that has been thrown out of the room."""


def motions(exercise: Exercise) -> Iterator[Motion]:
    """Moments out of every part of the stretch."""
    yield Motion(MotionKind.START)
    yield from (Motion(MotionKind.MOVE_IN, progress) for progress in (0.0, 0.4, 1.0))
    if exercise.hold is not None:
        lasts = exercise.hold.default
        yield from (Motion(MotionKind.HOLD, share, 0, share * lasts) for share in (0.3, 1.0))
    else:
        for index in range(len(exercise.phases)):
            yield from (Motion(MotionKind.PHASE, share, index) for share in (0.3, 1.0))
    yield Motion(MotionKind.MOVE_OUT, 0.5)


def draw(exercise: Exercise) -> None:
    """Draw the stretch as the guide and the preview do; fails if anything cannot be drawn."""
    assert rehearsal_of(exercise).seconds > 0
    figure = exercise.figure
    if not isinstance(figure, FigureSpec):
        return  # a person's own stretch may have none; then there is none to be seen
    poses = tuple(phase.pose for phase in exercise.phases)
    for mirrored in (False, True):
        stage = stage_of(figure, mirrored)
        assert 0 < stage.framing.width < FARTHEST
        assert 0 < stage.framing.height < FARTHEST
        for motion in motions(exercise):
            skeleton = skeleton_at(figure, poses, motion, mirrored)
            for joint, at in skeleton.joints.items():
                assert math.hypot(*at) < FARTHEST, joint
            image = QImage(72, 60, QImage.Format.Format_RGB32)
            image.fill(0)
            painter = QPainter(image)
            paint_figure(painter, QRectF(image.rect()), figure, skeleton, PALETTE, mirrored, stage)
            painter.end()
            assert image.pixel(36, 30) != 0 or any(
                image.pixel(x, y) for x in range(0, 72, 6) for y in range(0, 60, 6)
            )


def accepted(data: bytes) -> list[Exercise]:
    """The stretches that were taken, other than those that ship."""
    shipped = shipped_catalogue().exercises
    found = read_catalogue(data).catalogue.exercises.values()
    return [exercise for exercise in found if exercise != shipped.get(exercise.id)]


@pytest.mark.parametrize("hundred", range(10))
def test_each_stretch_that_a_spoilt_file_still_gives_can_be_drawn(
    hundred: int, qtbot: QtBot
) -> None:
    drawn: set[bytes] = set()
    for number in range(100 * hundred, 100 * hundred + 100):
        for exercise in accepted(spoilt_file(number)):
            as_text = msgspec.json.encode(exercise)
            if as_text not in drawn:
                drawn.add(as_text)
                draw(exercise)
    assert drawn


@pytest.mark.parametrize("hundred", range(10))
def test_a_spoilt_figure_is_refused_with_a_path_or_can_be_drawn(hundred: int, qtbot: QtBot) -> None:
    outcomes = set()
    for number in range(100 * hundred, 100 * hundred + 100):
        data = spoilt_figure(number)
        reading = read_catalogue(data)
        assert bool(reading.faults) != bool(reading.catalogue.exercises)
        for fault in reading.faults:
            assert fault.path.startswith("$.exercises[0]"), fault
        for exercise in accepted(data):
            draw(exercise)
        outcomes.add(bool(reading.faults))
    assert outcomes == {True, False}


def with_pose(exercise_id: str, pose: str, changes: Mapping[str, object]) -> bytes:
    exercises = json.loads(shipped_bytes())["exercises"]
    exercise = next(one for one in exercises if one["id"] == exercise_id)
    exercise["figure"]["poses"][pose] |= changes
    return json.dumps({"version": 1, "exercises": [exercise]}).encode()


@pytest.mark.parametrize(
    "touches",
    [
        {"hand_right": {"on": "hand_left"}, "hand_left": {"on": "hand_right"}},
        {"hand_right": {"on": "forearm_right"}},
        {"foot_right": {"on": "shank_left"}, "foot_left": {"on": "shank_right"}},
    ],
)
def test_limbs_that_rest_on_each_other_can_be_drawn(
    touches: dict[str, object], qtbot: QtBot
) -> None:
    figure = shipped_catalogue().exercises["deep-breathing"].figure
    assert isinstance(figure, FigureSpec)
    [exercise] = accepted(with_pose("deep-breathing", figure.sequence[-1], {"touches": touches}))
    draw(exercise)


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        ({"anchor": {"at": [0, 1e9, 0]}}, "anchor.at[1]", "<= 5"),
        ({"bones": {"lumbar": [0, 1e-9, 0]}}, "", "a direction cannot be [0, 0, 0]"),
        ({"bones": {"lumbar": [0, 1e300, 0]}}, "bones[...][1]", "<= 100"),
    ],
)
def test_what_could_not_be_drawn_is_refused_where_it_stands(
    changes: dict[str, object], place: str, said: str
) -> None:
    [fault] = read_catalogue(with_pose("kneeling-hip-flexor", "half-kneel", changes)).faults
    assert place in fault.path
    assert said in fault.text


def test_a_pose_that_hangs_on_a_knee_must_say_where_the_thigh_is() -> None:
    changes = {"anchor": {"at": [0, 0.1, 0], "joint": "knee_right"}, "bones": {}}
    [fault] = read_catalogue(with_pose("kneeling-hip-flexor", "half-kneel", changes)).faults
    assert fault.path == "$.exercises[0].figure"
    assert "anchored at knee_right: it must give thigh_right" in fault.what
