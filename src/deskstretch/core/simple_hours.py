"""Working hours as most people have them: some days of the week, from one time to another."""

from __future__ import annotations

import re

import msgspec

from deskstretch.core.settings import WorkingHours
from deskstretch.core.working_hours import WEEKDAYS, parse_day

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?", re.ASCII)
_SPAN = re.compile(r"\s*([\d:]+)\s*[-\N{EN DASH}]\s*([\d:]+)\s*", re.ASCII)
_ALWAYS, _OFF = "always", "off"


class SimpleHours(msgspec.Struct, frozen=True):
    """The same span on each of these days, and nothing on the others."""

    days: frozenset[str] = frozenset(WEEKDAYS[:5])
    """Some of WEEKDAYS, at least one."""
    start: str = "09:00"
    end: str = "17:30"
    """Not the same as `start`; before it, the span runs past midnight."""

    def as_setting(self) -> WorkingHours:
        """What the settings then say. ValueError for times that make no span."""
        span = f"{self.start}-{self.end}"
        return WorkingHours(**{day: span if day in self.days else _OFF for day in WEEKDAYS})


def is_always(hours: WorkingHours) -> bool:
    """Whether the person may be asked at any time."""
    return all(text.strip().lower() == _ALWAYS for text in msgspec.structs.astuple(hours))


def simple_hours(hours: WorkingHours) -> SimpleHours | None:
    """These hours, if one span on some days says all of them; None for others."""
    by_day = dict(zip(WEEKDAYS, msgspec.structs.astuple(hours), strict=True))
    open_days = {day: text for day, text in by_day.items() if parse_day(text)}
    if len({parse_day(text) for text in open_days.values()}) != 1:
        return None
    found = _SPAN.fullmatch(next(iter(open_days.values())))
    times = [clock_time(text) for text in found.groups()] if found else []
    match times:
        case [str(start), str(end)]:
            return SimpleHours(frozenset(open_days), start, end)
        case _:
            return None


def clock_time(text: str) -> str | None:
    """A time as somebody types it, such as "9", "9.30" or "1730", as "09:30"; None for others."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour * 60 + minute <= 24 * 60 else None


def changed_days(before: WorkingHours, after: WorkingHours) -> dict[str, str]:
    """The keys of the settings that differ, with what they say after."""
    return {
        f"working_hours.{day}": getattr(after, day)
        for day in WEEKDAYS
        if getattr(after, day) != getattr(before, day)
    }
