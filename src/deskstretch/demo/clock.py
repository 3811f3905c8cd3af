"""A clock that runs faster than the world's."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from deskstretch.core.moment import Moment


class FastClock:
    """Tells made-up moments, from `begins_at` (aware) on, `speed` times as fast as real time."""

    def __init__(self, begins_at: datetime, speed: float) -> None:
        self._begins_at = begins_at
        self._speed = speed
        self._passed_seconds = 0.0
        self._read_at = time.monotonic()

    def __call__(self) -> Moment:
        """The moment it is in there."""
        passed = self._passed_now()
        return Moment(wall=self._begins_at + timedelta(seconds=passed), monotonic_seconds=passed)

    def run_at(self, speed: float) -> None:
        """Go on at another speed."""
        self._passed_seconds = self._passed_now()
        self._read_at = time.monotonic()
        self._speed = speed

    def _passed_now(self) -> float:
        return self._passed_seconds + (time.monotonic() - self._read_at) * self._speed
