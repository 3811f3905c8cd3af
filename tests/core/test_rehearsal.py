"""A round to look at: short, without a jump, and ending where it began."""

from __future__ import annotations

import pytest

from deskstretch.core.figure.choreography import Motion, MotionKind
from deskstretch.core.rehearsal import rehearsal_of
from tests.core.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_a_round_is_start_way_in_middle_and_way_out_without_a_gap(exercise_id: str) -> None:
    rehearsal = rehearsal_of(EXERCISES[exercise_id])
    kinds = [scene.kind for scene in rehearsal.scenes]
    assert kinds[:2] == [MotionKind.START, MotionKind.MOVE_IN]
    assert set(kinds[2:-1]) <= {MotionKind.HOLD, MotionKind.PHASE}
    assert kinds[-1] is MotionKind.MOVE_OUT
    for scene, following in zip(rehearsal.scenes, rehearsal.scenes[1:], strict=False):
        assert following.begins == scene.begins + scene.seconds
    assert rehearsal.seconds < 20


def test_the_moments_of_a_hold_follow_each_other() -> None:
    rehearsal = rehearsal_of(EXERCISES["chair-hamstring"])
    assert rehearsal.motion_at(0.5).kind is MotionKind.START
    assert rehearsal.motion_at(2) == Motion(MotionKind.MOVE_IN, 0.5, seconds=1)
    assert rehearsal.motion_at(5.5) == Motion(MotionKind.HOLD, 0.5, seconds=2.5)
    assert rehearsal.motion_at(9) == Motion(MotionKind.MOVE_OUT, 0.5, seconds=1)


def test_rounds_follow_each_other() -> None:
    rehearsal = rehearsal_of(EXERCISES["cat-camel"])
    assert rehearsal.motion_at(rehearsal.seconds + 4) == rehearsal.motion_at(4)
    assert rehearsal.motion_at(rehearsal.seconds).kind is MotionKind.START


def test_every_phase_is_shown_once_for_its_own_time() -> None:
    phases = [
        (scene.phase, scene.seconds)
        for scene in rehearsal_of(EXERCISES["rolling-like-a-ball"]).scenes
        if scene.kind is MotionKind.PHASE
    ]
    assert phases == [(0, 1.5), (1, 1.5)]


def test_a_paced_hold_lasts_one_round_of_its_phases() -> None:
    (hold,) = (
        scene
        for scene in rehearsal_of(EXERCISES["deep-breathing"]).scenes
        if scene.kind is MotionKind.HOLD
    )
    assert hold.seconds == 10


@pytest.mark.parametrize(
    ("exercise_id", "words"),
    [
        ("chair-hamstring", ["Start", "Hold"]),
        ("cat-camel", ["Belly down", "Back up"]),
        ("deep-breathing", ["Breathe in", "Breathe out"]),
    ],
)
def test_two_key_poses_stand_for_the_movement(exercise_id: str, words: list[str]) -> None:
    assert [said for said, _ in rehearsal_of(EXERCISES[exercise_id]).key_moments] == words


def test_the_key_poses_of_a_breath_are_its_two_ends() -> None:
    _, breathed_in = rehearsal_of(EXERCISES["deep-breathing"]).key_moments[0]
    _, breathed_out = rehearsal_of(EXERCISES["deep-breathing"]).key_moments[1]
    assert (breathed_in.seconds, breathed_out.seconds) == (4, 10)
