"""What the guide says, and the face of its ring, for one moment of a session."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from deskstretch.core.exercise import Exercise, Side, side_words
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.outcome import Outcome
from deskstretch.core.running_text import in_running_text
from deskstretch.core.session import SessionResult, SessionView
from deskstretch.core.timeline import SegmentKind
from deskstretch.core.words import duration_words
from deskstretch.ui.widgets.ring import RingTone


class RingFace(msgspec.Struct, frozen=True):
    """What the ring shows: `number` seconds of `whole` (None: a tick), an arc, a word."""

    number: int | None
    whole: int
    share: float
    tone: RingTone
    word: str


def ring_face(view: SessionView, exercise: Exercise) -> RingFace:
    """The ring at this moment: it fills while moving in, and empties in the hold."""
    left, whole = math.ceil(view.seconds_left), math.ceil(view.segment_seconds)
    share = 1 - view.progress
    match view.kind:
        case SegmentKind.GET_READY:
            face = RingFace(left, whole, share, RingTone.CALM, pgettext("ring", "get ready"))
        case SegmentKind.SWITCH:
            face = RingFace(left, whole, share, RingTone.CALM, pgettext("ring", "switch side"))
        case SegmentKind.REST:
            face = RingFace(left, whole, share, RingTone.CALM, pgettext("ring", "rest"))
        case SegmentKind.MOVE_IN:
            hold = math.ceil(view.step.hold_seconds)
            face = RingFace(hold, hold, view.progress, RingTone.NOW, pgettext("ring", "move in"))
        case SegmentKind.HOLD:
            face = RingFace(left, whole, share, RingTone.NOW, _hold_word(view, exercise))
        case SegmentKind.MOVE_OUT:
            face = RingFace(None, whole, 1.0, RingTone.CALM, pgettext("ring", "done"))
    if view.paused:
        return msgspec.structs.replace(face, tone=RingTone.STOPPED, word=pgettext("ring", "paused"))
    return face


def current_step(view: SessionView, exercise: Exercise) -> int:
    """The index of the written step that belongs to this moment.

    From the hold's step on, the steps of a stretch with phases follow its phases.
    """
    last = len(exercise.steps) - 1
    match view.kind:
        case SegmentKind.GET_READY | SegmentKind.REST | SegmentKind.SWITCH:
            return 0
        case SegmentKind.MOVE_IN:
            return min(exercise.hold_step, int(view.progress * (exercise.hold_step + 1)))
        case SegmentKind.HOLD:
            return min(last, exercise.hold_step + _phase_index(view, exercise))
        case SegmentKind.MOVE_OUT:
            return min(last, exercise.hold_step + max(1, len(exercise.phases)))


def place_words(view: SessionView, rounds: int) -> str:
    """Where in the break this is: "Stretch 2 of 3", and the round if there are several."""
    number, count = view.stretch_index + 1, view.stretch_count
    if rounds == 1:
        return _("Stretch {number} of {count}").format(number=number, count=count)
    return _("Stretch {number} of {count} · round {round} of {rounds}").format(
        number=number, count=count, round=view.step.repetition, rounds=rounds
    )


def left_words(view: SessionView) -> str:
    """The remaining time of the whole break."""
    if view.interrupted:
        return _("Stopped while you were away")
    length = duration_words(math.ceil(view.break_seconds_left))
    if view.paused:
        return _("Paused, {length} left").format(length=length)
    # Translators: the time that is left of the whole break.
    return _("{length} left").format(length=length)


def said_words(view: SessionView, exercise: Exercise) -> str:
    """What a screen reader says as a segment begins."""
    is_both = view.step.side is Side.BOTH
    side = in_running_text(side_words(exercise, view.step.side))
    match view.kind:
        case SegmentKind.GET_READY:
            words = _("Get ready: {stretch}") if is_both else _("Get ready: {stretch}, {side}")
            return words.format(stretch=exercise.name, side=side)
        case SegmentKind.MOVE_IN:
            return _("Move in")
        case SegmentKind.HOLD:
            length = duration_words(view.step.hold_seconds)
            if not exercise.phases:
                return _("Hold, {length}").format(length=length)
            phase = exercise.phases[_phase_index(view, exercise)].label
            return _("{phase}, {length}").format(phase=phase, length=length)
        case SegmentKind.MOVE_OUT:
            return _("Done, ease out")
        case SegmentKind.SWITCH:
            words = _("Switch side") if is_both else _("Switch side, {side}")
            return words.format(side=side)
        case SegmentKind.REST:
            return _("Rest, {length}").format(length=duration_words(view.segment_seconds))


def done_words(result: SessionResult) -> str:
    """What was held in all: "Done: 1 min 30 s held"."""
    if result.held_seconds < 0.5:
        return _("Nothing held this time")
    return _("Done: {length} held").format(length=duration_words(result.held_seconds))


def done_sentence(result: SessionResult) -> str:
    """The same as a sentence of its own."""
    return _("{words}.").format(words=done_words(result))


class HeldLine(msgspec.Struct, frozen=True):
    """One stretch on the last screen: its name, and what was held on which side."""

    name: str
    held: str


def held_lines(result: SessionResult, exercises: Mapping[str, Exercise]) -> list[HeldLine]:
    """What was held of each stretch, in the order they came."""
    by_stretch: dict[str, dict[Side, float]] = {}
    hurt = {step.exercise_id for step in result.steps if step.hurt}
    for step in result.steps:
        sides = by_stretch.setdefault(step.exercise_id, {})
        sides[step.side] = sides.get(step.side, 0.0) + step.held_seconds
    lines = []
    for exercise_id, sides in by_stretch.items():
        held = " · ".join(
            _on_side(side).format(length=duration_words(seconds)) for side, seconds in sides.items()
        )
        if exercise_id in hurt:
            held = _("{held}, hurt: left out from now on").format(held=held)
        lines.append(HeldLine(exercises[exercise_id].name, held))
    return lines


_OUTCOME_WORDS = {
    Outcome.TAKEN: N_("taken"),
    Outcome.PARTLY: N_("partly taken"),
    Outcome.SKIPPED: N_("skipped"),
}


def kept_words(outcome: Outcome, saved: bool | None) -> str:
    """What became of it in the history; None while that is not known."""
    word = _(_OUTCOME_WORDS.get(outcome, outcome.value))
    match saved:
        case True:
            return _("Saved as {outcome}.").format(outcome=word)
        case False:
            return _("It counts as {outcome}, but could not be saved.").format(outcome=word)
        case None:
            return _("It counts as {outcome}.").format(outcome=word)


def _hold_word(view: SessionView, exercise: Exercise) -> str:
    if not exercise.phases:
        return pgettext("ring", "hold")
    return in_running_text(exercise.phases[_phase_index(view, exercise)].label)


def _on_side(side: Side) -> str:
    match side:
        case Side.LEFT:
            return _("left {length}")
        case Side.RIGHT:
            return _("right {length}")
        case Side.BOTH:
            return "{length}"


def _phase_index(view: SessionView, exercise: Exercise) -> int:
    """The phase of this moment; within one long hold they follow each other by their seconds."""
    if view.step.phase is not None or not exercise.phases:
        return view.step.phase or 0
    within = (view.segment_seconds - view.seconds_left) % sum(p.seconds for p in exercise.phases)
    for index, phase in enumerate(exercise.phases):
        if within < phase.seconds:
            return index
        within -= phase.seconds
    return len(exercise.phases) - 1
