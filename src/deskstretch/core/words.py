"""Lengths of time and times of day, as the words a person reads."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

_MINUTE = 60


def exact_words(seconds: float) -> str:
    """A length to the second: "45 s", "1 min 10 s", "12 min". Negative counts as none."""
    whole = max(0, round(seconds))
    return _joined((whole // _MINUTE, "min"), (whole % _MINUTE, "s")) or "0 s"


def duration_words(seconds: float) -> str:
    """A length, to the second only below ten minutes: "1 min 10 s", "48 min", "1 h 5 min"."""
    return exact_words(seconds) if seconds < 10 * _MINUTE else minute_words(seconds)


def minute_words(seconds: float) -> str:
    """A length in whole minutes passed: "48 min", "1 h 5 min", "less than a minute"."""
    return _in_minutes(max(0, math.floor(seconds / _MINUTE)))


def until_words(seconds: float) -> str:
    """How long until something happens: "in 12 min", "now". A begun minute counts whole."""
    if seconds <= 0:
        return "now"
    if seconds < _MINUTE:
        return "in less than a minute"
    return f"in {_in_minutes(math.ceil(seconds / _MINUTE))}"


def clock_words(at: datetime, now: datetime) -> str:
    """A time of day, with the day where it is not today's: "14:05", "tomorrow 09:00"."""
    time_of_day = f"{at:%H:%M}"
    match at.date() - now.date():
        case timedelta(days=0):
            return time_of_day
        case timedelta(days=1):
            return f"tomorrow {time_of_day}"
        case _:
            return f"{at:%A} {time_of_day}"


def _in_minutes(minutes: int) -> str:
    return _joined((minutes // 60, "h"), (minutes % 60, "min")) or "less than a minute"


def _joined(*parts: tuple[int, str]) -> str:
    return " ".join(f"{number} {unit}" for number, unit in parts if number > 0)
