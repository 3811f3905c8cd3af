"""What is heard during a guided break, for a person who cannot look: chimes and a few words."""

from __future__ import annotations

import math
from typing import Literal

from deskstretch.core.exercise import Exercise, Side, side_words, with_side
from deskstretch.core.language import _, ngettext, pgettext
from deskstretch.core.outcome import Outcome
from deskstretch.core.session import SessionResult, SessionView
from deskstretch.core.timeline import SegmentKind

Chime = Literal["ready", "switch", "done"]

_HOLD_LONG_ENOUGH = 2
"""A countdown is said only in a hold of at least so many times the seconds that are left."""
_COUNTDOWN = (60, 30, 10)


def chime_of(kind: SegmentKind) -> Chime | None:
    """The chime with which a segment begins, if any; "done" is the end of a hold."""
    match kind:
        case SegmentKind.GET_READY:
            return "ready"
        case SegmentKind.SWITCH:
            return "switch"
        case SegmentKind.MOVE_OUT:
            return "done"
        case _:
            return None


def begun_words(view: SessionView, exercise: Exercise) -> str:
    """What is said as a segment begins; how to do it only the first time on a side."""
    step = view.step
    side = "" if step.side is Side.BOTH else side_words(exercise, step.side)
    match view.kind:
        case SegmentKind.GET_READY:
            return _sentences(exercise.name, side)
        case SegmentKind.MOVE_IN if step.repetition > 1:
            return _sentences(side)
        case SegmentKind.MOVE_IN:
            return with_side(exercise.steps[exercise.step_during(step.phase)], step.side)
        case SegmentKind.HOLD:
            return _("Hold.") if step.phase is None else _sentences(_phase_label(view, exercise))
        case SegmentKind.MOVE_OUT:
            return _("Ease out.")
        case SegmentKind.SWITCH:
            return _sentences(pgettext("said to the person", "Switch sides"), side)
        case SegmentKind.REST:
            seconds = math.ceil(view.segment_seconds)
            words = ngettext("Rest, {count} second.", "Rest, {count} seconds.", seconds)
            return words.format(count=seconds)


def countdown_words(before: SessionView, after: SessionView) -> str:
    """What is said of the seconds left as the time between two views passes; mostly nothing."""
    is_same_hold = (
        before.kind is after.kind is SegmentKind.HOLD
        and before.step_index == after.step_index
        and not after.finished
    )
    if is_same_hold:
        for mark in _COUNTDOWN:
            is_long = after.segment_seconds >= _HOLD_LONG_ENOUGH * mark
            if is_long and after.seconds_left <= mark < before.seconds_left:
                words = ngettext("{count} second left.", "{count} seconds left.", mark)
                return words.format(count=mark)
    return ""


def finished_words(result: SessionResult) -> str:
    """What is said at the end of a break."""
    match result.outcome:
        case Outcome.TAKEN:
            return _("Done, well held.")
        case Outcome.PARTLY:
            return _("Done.")
        case _:
            return ""


def _phase_label(view: SessionView, exercise: Exercise) -> str:
    assert view.step.phase is not None
    return with_side(exercise.phases[view.step.phase].label, view.step.side)


def _sentences(*words: str) -> str:
    # Translators: a few words as a sentence, which a voice says.
    return " ".join(_("{words}.").format(words=each) for each in words if each)
