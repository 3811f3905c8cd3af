"""Time as a value: the rules are told what the time is, they never ask."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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

    def later(self, seconds: float) -> Moment:
        """The moment so many seconds after this one, or before it, if negative.

        Reckoned through UTC, so that an hour lost or won to summer time is not counted.
        """
        utc = self.wall.astimezone(UTC) + timedelta(seconds=seconds)
        return Moment(utc.astimezone(self.wall.tzinfo), self.monotonic_seconds + seconds)
