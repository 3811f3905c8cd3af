"""How a break ended: exactly one outcome each."""

from __future__ import annotations

from enum import StrEnum

TAKEN_SHARE = 0.8
"""Share of the planned hold seconds that makes a break `taken`."""

PARTLY_SECONDS = 20.0
"""Held seconds that make a break `partly`, if no hold was completed."""


class Outcome(StrEnum):
    """What became of a due break."""

    TAKEN = "taken"
    PARTLY = "partly"
    SKIPPED = "skipped"
    MISSED = "missed"
    AWAY = "away"
    HELD_BACK = "held_back"


def outcome_of_holds(planned_seconds: float, held_seconds: float, whole_holds: int) -> Outcome:
    """The outcome of a guided break, from what was held.

    `whole_holds` counts the steps held for all of their planned seconds. A break that planned
    nothing cannot be taken. Held seconds are compared with a millisecond's grace, so that sums of
    floats do not turn exactly 80 % into less.
    """
    grace = 0.001
    if planned_seconds > 0 and held_seconds + grace >= TAKEN_SHARE * planned_seconds:
        return Outcome.TAKEN
    if whole_holds > 0 or held_seconds + grace >= PARTLY_SECONDS:
        return Outcome.PARTLY
    return Outcome.SKIPPED
