"""Who kneels on both knees keeps them where they are while the rest of the body moves."""

from __future__ import annotations

import pytest

from deskstretch.core.figure.pose import combined
from deskstretch.core.figure.skeleton import between, posture_of, skeleton_of
from deskstretch.core.figure.spec import Anchor, PoseSpec
from deskstretch.core.figure.vectors import mix

AT = (0.1, 0.047, 0.0)
ALL_FOURS = PoseSpec(
    anchor=Anchor(at=AT, joint="knees"),
    facing=(0, -1, 0),
    up=(1, 0.1, 0),
    bones={"thigh": (0, -1, 0.3), "shank": (-1, 0, 0)},
)
SAT_BACK = PoseSpec(up=(1, 0.4, 0), bones={"thigh": (0.9, -0.4, 0.3)})


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 1])
def test_the_middle_between_the_knees_stays_where_it_is_anchored(share: float) -> None:
    start, end = posture_of(combined(ALL_FOURS)), posture_of(combined(ALL_FOURS, SAT_BACK))
    joints = skeleton_of(between(start, end, share)).joints
    assert mix(joints["knee_right"], joints["knee_left"], 0.5) == pytest.approx(AT)


def test_the_pelvis_of_who_kneels_evenly_is_above_the_middle() -> None:
    joints = skeleton_of(posture_of(combined(ALL_FOURS))).joints
    assert joints["pelvis"][0] == pytest.approx(AT[0])
    assert joints["pelvis"][2] == pytest.approx(0)
