"""Every stretch that the source documents name is there, with exactly their numbers."""

from __future__ import annotations

import re

import pytest

from deskstretch.core.exercise import Exercise, Setting, Sides
from tests.core.shipped import shipped_catalogue

# id | setting | sides | hold default min max | phases | repetitions | rest | equipment (? optional)
# | areas | documents | dose. Times in seconds.
FACTS = """
seated-posture-check | chair | both | 10 5 30 | | 1 | 0 | chair | lower back, upper back, shoulders | 000 | ours
chair-hamstring | chair | each | 15 10 30 | | 1 | 0 | chair | hamstrings, lower back | 000 | source
seated-figure-four | chair | each | 15 10 30 | | 1 | 0 | chair | glutes, outer hips | 000 | source
deep-breathing | chair | both | 30 10 60 | 4 6 | 1 | 0 | chair | whole body, abdomen | 001 | ours
standing-hip-flexor | standing | each | 30 30 60 | | 1 | 0 | | hip flexors | 004 | source
standing-lat-stretch | standing | each | 20 20 30 | | 1 | 0 | ledge | lats, side of the trunk, shoulders | 002 | source
standing-hamstring | standing | each | 30 15 30 | | 1 | 0 | | hamstrings | 003 | source
standing-hamstring-chair | standing | each | 30 15 30 | | 1 | 0 | chair | hamstrings | 003 | source
kneeling-hip-flexor | floor | each | 30 20 60 | | 1 | 0 | mat, pillow | hip flexors | 001, 002, 004 | source
cat-camel | floor | both | | 5 5 | 3 | 0 | mat | lower back, upper back, abdomen | 000 | source
childs-pose | floor | both | 30 15 60 | | 1 | 10 | mat | lower back, lats | 001 | ours
childs-pose-wide | floor | both | 30 15 60 | | 1 | 10 | mat | lower back, inner thighs, outer hips | 001 | ours
low-lunge-lizard | floor | each | 20 15 30 | | 1 | 0 | mat | hip flexors, outer hips, glutes | 001 | ours
floor-seated-hamstring | floor | each | 30 15 30 | | 1 | 0 | mat | hamstrings | 003 | source
straddle-side-reach | floor | each | 20 15 30 | | 1 | 0 | mat | side of the trunk, lower back, hamstrings, inner thighs | 001 | source
lying-neutral-rest | floor | both | 30 15 60 | | 1 | 0 | mat | lower back | 000 | ours
rolling-like-a-ball | floor | both | | 1.5 1.5 | 8 | 0 | mat | lower back, upper back | 000 | source
lying-hamstring-hands | floor | each | 30 15 30 | | 1 | 0 | mat, rolled towel? | hamstrings | 003 | source
lying-hamstring-wall | floor | each | 30 15 60 | | 3 | 10 | mat, doorway or wall corner | hamstrings | 001 | source
lying-hamstring-towel | floor | each | 30 15 30 | | 1 | 0 | mat, towel | hamstrings, calves | 001 | ours
single-knee-to-chest | floor | each | 10 5 30 | | 2 | 0 | mat | lower back, glutes | 001 | ours
double-knees-to-chest | floor | both | 15 15 20 | | 3 | 30 | mat | lower back, glutes | 001 | source
pelvic-tilt | floor | both | | 5 3 | 5 | 0 | mat | lower back, abdomen | 001 | ours
knee-rolls | floor | each | 10 5 15 | | 2 | 0 | mat | lower back, side of the trunk | 001 | ours
supine-figure-four | floor | each | 30 15 30 | | 1 | 0 | mat | glutes, outer hips | 001 | source
knee-to-opposite-shoulder | floor | each | 30 15 30 | | 1 | 10 | mat | glutes, outer hips | 001 | source
happy-baby | floor | both | 20 15 30 | | 1 | 0 | mat, pillow? | lower back, inner thighs, glutes | 001 | source
supported-bridge | floor | both | 30 30 60 | | 1 | 30 | mat, foam roller or firm cushion | lower back, hip flexors | 001 | ours
belly-flop | floor | both | 30 30 60 | | 1 | 30 | mat, rolled towel or cushion | lower back | 001 | ours
"""  # noqa: E501

PROMISES = r"\b(cures?|heals?|treats?|treatment|prevent\w*|relie\w+|pain-?free|seeds?)\b"

ROWS = [[cell.strip() for cell in line.split("|")] for line in FACTS.strip().splitlines()]
EXERCISES = list(shipped_catalogue().exercises.values())


def listed(texts: object) -> str:
    return ", ".join(str(text) for text in texts)  # type: ignore[attr-defined]


def numbers(values: object) -> str:
    return " ".join(f"{value:g}" for value in values)  # type: ignore[attr-defined]


def row_of(exercise: Exercise) -> list[str]:
    hold = exercise.hold
    equipment = (f"{thing.item}{'?' * thing.optional}" for thing in exercise.equipment)
    return [
        exercise.id,
        exercise.setting.value,
        exercise.sides.value,
        "" if hold is None else numbers((hold.default, hold.min, hold.max)),
        numbers(phase.seconds for phase in exercise.phases),
        str(exercise.repetitions.default),
        f"{exercise.rest_seconds:g}",
        listed(equipment),
        listed(exercise.areas),
        listed(source.document for source in exercise.sources),
        exercise.dose,
    ]


def test_there_are_29_stretches_in_the_documents_order() -> None:
    assert len(ROWS) == 29
    assert [exercise.id for exercise in EXERCISES] == [row[0] for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_stretch_has_exactly_the_numbers_of_its_documents(row: list[str]) -> None:
    assert row_of(shipped_catalogue().exercises[row[0]]) == row


def test_what_the_documents_only_name_is_off_until_chosen() -> None:
    off = {exercise.id: exercise.off_until for exercise in EXERCISES if exercise.off_until}
    assert off == {
        "supported-bridge": "chosen",
        "belly-flop": "chosen",
        "standing-hamstring-chair": "chair stands still",
    }


def test_the_twist_says_that_it_is_one() -> None:
    assert "twist" in shipped_catalogue().exercises["knee-rolls"].cautions[0]


def test_knee_rolls_go_from_side_to_side() -> None:
    assert shipped_catalogue().exercises["knee-rolls"].alternate


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_words_are_short_plain_and_free_of_promises(exercise: Exercise) -> None:
    sentences = [
        *exercise.words,
        exercise.name,
        *(source.says for source in exercise.sources),
        *(source.title for source in exercise.sources),
    ]
    for text in sentences:
        assert len(text) <= 100, text
        assert text[0].isupper() or text[0].isdigit(), text
        assert not re.search(PROMISES, text, re.IGNORECASE)
        assert not re.search(r"\d{3}", text.replace("{", "")), text
        assert not re.search(r"[^\x20-\x7e]", text), text
    for step in exercise.steps:
        assert step.endswith("."), step


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_words_name_a_side_where_each_side_has_its_turn(exercise: Exercise) -> None:
    named = any("{side}" in step for step in exercise.steps)
    assert named == (exercise.sides is Sides.EACH)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_nobody_is_told_left_or_right_by_the_file_itself(exercise: Exercise) -> None:
    assert not any(re.search(r"\b(left|right)\b", text) for text in exercise.steps)


def test_floor_stretches_need_a_mat_and_the_others_none() -> None:
    for exercise in EXERCISES:
        needs_mat = "mat" in exercise.needed_equipment
        assert needs_mat == (exercise.setting is Setting.FLOOR)
