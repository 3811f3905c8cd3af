"""Which of two accounts of the same break is kept, wherever and in whatever order they meet."""

from __future__ import annotations

import math
from typing import TypeVar

import msgspec

from deskstretch.core.record import BreakRecord, NaturalBreakRecord

Record = TypeVar("Record", BreakRecord, NaturalBreakRecord)


def same(one: Record, other: Record) -> bool:
    """Whether they say the same, offsets of their times included."""
    return _as_text(one) == _as_text(other)


def more_complete(one: Record, other: Record) -> Record:
    """The account that tells more; they have the same id.

    A break that is over comes before one that is open, an end that was seen before one that was
    not, then more seconds held, then more that was noted. Where all that is equal the text of the
    record decides: two machines must never prefer different ones.
    """
    return max(one, other, key=_completeness)


def _completeness(each: BreakRecord | NaturalBreakRecord) -> tuple[object, ...]:
    match each:
        case BreakRecord():
            noted = len(each.prompts) + len(each.snoozes) + len(each.hold_backs) + len(each.steps)
            return (
                each.outcome is not None,
                each.closed_at is not None,
                math.fsum(step.held_seconds for step in each.steps),
                noted,
                _as_text(each),
            )
        case NaturalBreakRecord():
            return each.ended_at is not None, each.sitting_seconds is not None, _as_text(each)


def _as_text(each: BreakRecord | NaturalBreakRecord) -> bytes:
    return msgspec.json.encode(each)
