"""What the tray and the status window show of the app at one moment."""

from __future__ import annotations

from datetime import datetime

import msgspec

from deskstretch.core.planner.events import Length
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.status_words import status_headline

_COUNTING_DOWN = frozenset({StateName.WORKING, StateName.SNOOZED})


class Reading(msgspec.Struct, frozen=True):
    """One status, with the wall-clock time it was read at and what Start and Snooze would do.

    `trouble` is one plain line about what does not work ("History cannot be written: disk full").
    """

    status: Status
    now: datetime
    usual_length: Length = "short"
    snooze_minutes: int = 5
    trouble: str | None = None

    @property
    def headline(self) -> str:
        """What comes next, in one line."""
        return status_headline(self.status, self.now)

    @property
    def seconds_until_words_change(self) -> float | None:
        """After how many seconds the headline's minutes are out of date; None if never."""
        at = self.status.next_prompt_at
        if at is None or self.status.state not in _COUNTING_DOWN:
            return None
        left = (at - self.now).total_seconds()
        # Just past the full minute, where "in 12 min" turns into "in 11 min"; hours change slowly.
        return left % 60 + 1 if left > 0 else None
