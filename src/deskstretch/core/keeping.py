"""How far back the history is kept."""

from __future__ import annotations

from datetime import date

from deskstretch.core.period import month_of


def first_day_kept(today: date, months: int) -> date | None:
    """The first day that is kept when the last `months` are; None, for all of them, if 0."""
    if not months:
        return None
    month = month_of(today).plus(-months)
    return month.first_day.replace(day=min(today.day, month.last_day.day))
