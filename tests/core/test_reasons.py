"""Ids of what holds a prompt back, and their words."""

from __future__ import annotations

import msgspec
import pytest

from deskstretch.core.reasons import (
    CAMERA,
    DO_NOT_DISTURB,
    FULL_SCREEN,
    INHIBITED,
    MICROPHONE,
    PROGRAM,
    SCREEN_SHARING,
    in_order,
    is_heeded,
    program_reason,
    reason_words,
)
from deskstretch.core.settings import DisturbanceSettings

SWITCHES = {
    "camera": CAMERA,
    "microphone": MICROPHONE,
    "screen_sharing": SCREEN_SHARING,
    "full_screen": FULL_SCREEN,
    "do_not_disturb": DO_NOT_DISTURB,
    "inhibitors": INHIBITED,
}


def test_reasons_are_said_in_words() -> None:
    assert reason_words(CAMERA) == "camera in use"
    assert reason_words(FULL_SCREEN) == "full-screen window"
    assert reason_words(program_reason("zoom")) == "zoom is running"


@pytest.mark.parametrize("reason", [DO_NOT_DISTURB, INHIBITED, "paused", "kept by a later version"])
def test_what_has_no_other_words_is_said_as_it_is_kept(reason: str) -> None:
    assert reason_words(reason) == reason


def test_each_reason_is_told_once_and_what_tells_most_first() -> None:
    talker, archive = program_reason("talker"), program_reason("archive")
    told = in_order([talker, DO_NOT_DISTURB, MICROPHONE, archive, CAMERA, MICROPHONE])
    assert told == (CAMERA, MICROPHONE, DO_NOT_DISTURB, archive, talker)


@pytest.mark.parametrize(("switch", "reason"), SWITCHES.items())
def test_each_reason_has_its_own_switch(switch: str, reason: str) -> None:
    off = msgspec.structs.replace(DisturbanceSettings(), **{switch: False})
    assert is_heeded(reason, DisturbanceSettings())
    assert not is_heeded(reason, off)
    assert all(is_heeded(other, off) for other in SWITCHES.values() if other != reason)


def test_programs_count_once_some_are_named() -> None:
    assert not is_heeded(PROGRAM, DisturbanceSettings())
    named = DisturbanceSettings(programs=("zoom",))
    assert is_heeded(PROGRAM, named)
    assert is_heeded(program_reason("zoom"), named)
