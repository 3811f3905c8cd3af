"""Time as a value: the rules are told what the time is, they never ask."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Moment(msgspec.Struct, frozen=True):
    """One reading of both clocks, taken together.

    `wall` is the aware local time, for days, working hours and what is shown; it may jump.
    `monotonic_seconds` counts from an arbitrary start, goes on during suspend and is never set
    by anyone: every length of time is measured with it.
    """

    wall: datetime
    monotonic_seconds: float

    def seconds_since(self, earlier: Moment) -> float:
        """Seconds from `earlier` to this moment; never negative, whatever the clocks did."""
        return max(0.0, self.monotonic_seconds - earlier.monotonic_seconds)
