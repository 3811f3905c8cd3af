"""Where the window of past weeks has what it shows from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import msgspec

from deskstretch.core.period import Period
from deskstretch.core.review import Review
from deskstretch.core.suggestion import Suggestion


class UnreadableReviewError(Exception):
    """The history cannot be read; the text says why, for the person."""


class Contents(msgspec.Struct, frozen=True):
    """What the history has for one showing of the window."""

    review: Review
    first_day: date | None
    """The day of the first break ever; None without one."""
    suggestion: Suggestion | None
    """A change that the record speaks for now."""


class ReviewSource(Protocol):
    """Reviews of periods, read anew each time."""

    def today(self) -> date:
        """The local day that it is now."""

    def read(self, period: Period) -> Contents:
        """What is to be shown with that period. Raises UnreadableReviewError."""

    def stretch_names(self) -> Mapping[str, str]:
        """What each stretch is called, by id."""

    def goal_percent(self) -> int:
        """The share of breaks that the person would like to take; 0 for none."""

    def applied(self) -> str | None:
        """What a change did that can still be undone; None without one."""
