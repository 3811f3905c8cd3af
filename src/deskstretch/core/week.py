"""ISO weeks: Monday to Sunday, numbered within the year that holds their Thursday."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from deskstretch.core.language import _

# Within the calendar's ends, so that a week has weeks before and after it.
_WRITTEN = re.compile(r"([12]\d{3})-?W(\d{2})", re.ASCII)


class IsoWeek(msgspec.Struct, frozen=True, order=True):
    """One week of a year, as in 2026-W47."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"

    @property
    def first_day(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its Sunday."""
        return self.first_day + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.first_day + timedelta(days=number) for number in range(7))

    def plus(self, weeks: int) -> IsoWeek:
        """The week that many later; earlier if negative."""
        return week_of(self.first_day + timedelta(weeks=weeks))


def week_of(day: date) -> IsoWeek:
    """The week that `day` lies in."""
    year, number, _weekday = day.isocalendar()
    return IsoWeek(year, number)


def parse_week(text: str) -> IsoWeek:
    """The week written as "2026-W47". ValueError, with what is allowed, if there is none such."""
    found = _WRITTEN.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(
            _("{text} is not a week; allowed are weeks like 2026-W47").format(text=repr(text))
        )
    year, number = int(found[1]), int(found[2])
    # The 28th of December always lies in its year's last week.
    last = date(year, 12, 28).isocalendar().week
    if not 1 <= number <= last:
        raise ValueError(
            _("{text} is not a week; allowed are {first} to {last}").format(
                text=repr(text), first=IsoWeek(year, 1), last=IsoWeek(year, last)
            )
        )
    return IsoWeek(year, number)
