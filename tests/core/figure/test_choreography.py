"""The breath: in a hold a quiet one, and a deep one where the stretch is breathing."""

from __future__ import annotations

import pytest

from deskstretch.core.figure.choreography import (
    BREATH_IN_SECONDS,
    BREATH_OUT_SECONDS,
    Motion,
    MotionKind,
    skeleton_at,
)
from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.skeleton import Skeleton, posture_of, skeleton_of
from deskstretch.core.figure.vectors import distance
from tests.core.figure.filmed import figure_of, phase_poses, stretches_with_a_figure

BY_ID = {stretch.id: stretch for stretch in stretches_with_a_figure()}


def held(exercise_id: str, seconds: float, of: float, reduced: bool = False) -> Skeleton:
    exercise = BY_ID[exercise_id]
    motion = Motion(MotionKind.HOLD, seconds / of, seconds=seconds)
    return skeleton_at(figure_of(exercise), phase_poses(exercise), motion, reduced_motion=reduced)


def test_a_hold_breathes_in_and_out() -> None:
    assert held("chair-hamstring", 0, of=30).breath == 0
    assert held("chair-hamstring", BREATH_IN_SECONDS, of=30).breath > 0.2
    assert held("chair-hamstring", BREATH_IN_SECONDS + BREATH_OUT_SECONDS, of=30).breath == 0


def test_a_hold_ends_where_the_way_out_begins() -> None:
    exercise = BY_ID["chair-hamstring"]
    end = held(exercise.id, 14, of=14)
    out = skeleton_at(figure_of(exercise), (), Motion(MotionKind.MOVE_OUT))
    assert end.joints == out.joints


def test_a_breathing_stretch_breathes_as_deep_as_can_be_in_its_hold() -> None:
    assert held("deep-breathing", BREATH_IN_SECONDS, of=30).breath == pytest.approx(1)
    assert held("deep-breathing", BREATH_IN_SECONDS + BREATH_OUT_SECONDS, of=30).breath == 0


def test_the_breathing_stretch_is_named_at_the_pace_it_is_shown_at() -> None:
    seconds = [phase.seconds for phase in BY_ID["deep-breathing"].phases]
    assert seconds == [BREATH_IN_SECONDS, BREATH_OUT_SECONDS]


def test_breathing_in_pushes_the_hands_out() -> None:
    out, full = held("deep-breathing", 0, of=30), held("deep-breathing", BREATH_IN_SECONDS, of=30)
    for side in ("right", "left"):
        ahead = full.joints[f"wrist_{side}"][0] - full.joints["waist"][0]
        before = out.joints[f"wrist_{side}"][0] - out.joints["waist"][0]
        assert ahead - before > 0.01


def test_with_reduced_motion_a_hold_is_still() -> None:
    first, later = (held("chair-hamstring", at, of=30, reduced=True) for at in (0, 4))
    assert all(distance(first.joints[name], later.joints[name]) == 0 for name in first.joints)
    assert later.breath == 0


def test_the_way_in_passes_through_every_key_pose() -> None:
    figure = figure_of(BY_ID["standing-lat-stretch"])
    frames = [
        skeleton_at(figure, (), Motion(MotionKind.MOVE_IN, frame / 100)) for frame in range(101)
    ]
    for name in figure.sequence:
        key_pose = skeleton_of(posture_of(whole_pose(figure, name)))
        nearest = min(
            max(distance(at, frame.joints[joint]) for joint, at in key_pose.joints.items())
            for frame in frames
        )
        assert nearest < 0.001
