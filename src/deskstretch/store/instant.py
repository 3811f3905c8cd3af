"""A moment in two columns: UTC for order, the local offset for the day as it was lived."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

Instant = tuple[int, int]
"""Whole milliseconds UTC since 1970, and the local offset in seconds east of it."""

Columns = tuple[int, int] | tuple[None, None]


def instant_of(at: datetime) -> Instant:
    """The columns of an aware time. ValueError if it is naive."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a time without its offset from UTC cannot be kept")
    return (at - _EPOCH) // _MILLISECOND, round(offset.total_seconds())


def instant_or_none(at: datetime | None) -> Columns:
    """The columns of a time that may be unknown."""
    return (None, None) if at is None else instant_of(at)


def time_of(milliseconds: int, offset: int) -> datetime:
    """The aware time that these columns hold."""
    return (_EPOCH + milliseconds * _MILLISECOND).astimezone(_zone(offset))


@cache
def _zone(offset: int) -> timezone:
    """One object for each of the few offsets that a history has, however many its times."""
    return timezone(timedelta(seconds=offset))


def time_or_none(milliseconds: int | None, offset: int | None) -> datetime | None:
    """The aware time of columns that may be empty."""
    if milliseconds is None or offset is None:
        return None
    return time_of(milliseconds, offset)
