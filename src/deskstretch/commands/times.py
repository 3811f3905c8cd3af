"""Lengths of time and times of day, as they are typed in a command."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from deskstretch.core.answer_limits import LONGEST_PAUSE_DAYS
from deskstretch.core.language import _

_LENGTH = re.compile(r"(?:([0-9]{1,3})h)?(?:([0-9]{1,4})m(?:in)?)?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def length_seconds(text: str) -> int:
    """The seconds of "45m", "1h" or "1h30m". ValueError, with what is allowed, if it is none."""
    found = _LENGTH.fullmatch(text)
    hours, minutes = (int(part or 0) for part in found.groups()) if found else (0, 0)
    seconds = hours * 3600 + minutes * 60
    if not 0 < seconds <= LONGEST_PAUSE_DAYS * 24 * 3600:
        raise ValueError(
            _("{text} is no length of time; allowed: like 45m, 1h or 1h30m, up to {most}").format(
                text=repr(text), most=f"{LONGEST_PAUSE_DAYS * 24}h"
            )
        )
    return seconds


def time_of_day(text: str) -> time:
    """The time of "14:30". ValueError, with what is allowed, if it is none."""
    found = _TIME_OF_DAY.fullmatch(text)
    try:
        hour, minute = map(int, found.groups()) if found else (24, 0)
        return time(hour, minute)
    except ValueError:
        raise ValueError(
            _("{text} is no time of day; allowed: 00:00 to 23:59").format(text=repr(text))
        ) from None


def next_at(wanted: time, now: datetime) -> datetime:
    """When the local clock shows that time next, strictly after `now` (aware).

    Where the clock is set back it can show it twice; where it is set forward over that time, the
    moment is as long after midnight as on other days.
    """
    today = now.astimezone().date()
    for day in (today, today + timedelta(days=1)):
        for fold in (0, 1):
            local = datetime.combine(day, wanted.replace(fold=fold))
            # Through the timestamp: astimezone() of a time that is never shown is an hour off.
            at = datetime.fromtimestamp(local.timestamp(), UTC).astimezone()
            if at > now and (fold == 0 or at.time() == wanted):
                return at
    raise AssertionError("a day without end")
