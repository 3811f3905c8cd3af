"""What is looked back on at once: a week, a month or a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from deskstretch.core import dates
from deskstretch.core.language import _
from deskstretch.core.week import IsoWeek, week_of

# As with weeks, within the calendar's ends.
_WRITTEN_MONTH = re.compile(r"([12]\d{3})-(\d{2})", re.ASCII)
_WRITTEN_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


class Kind(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Month(msgspec.Struct, frozen=True, order=True):
    """One month of the calendar, as in 2026-11."""

    year: int
    number: int
    """1 is January."""

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first_day(self) -> date:
        """Its first."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its 28th to 31st."""
        return self.plus(1).first_day - timedelta(days=1)

    @property
    def days(self) -> tuple[date, ...]:
        """All of them, in order."""
        return _days(self.first_day, self.last_day)

    def plus(self, months: int) -> Month:
        """The month that many later; earlier if negative."""
        years, number = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, number + 1)


class Year(msgspec.Struct, frozen=True, order=True):
    """One year of the calendar."""

    number: int

    def __str__(self) -> str:
        return f"{self.number:04}"

    @property
    def first_day(self) -> date:
        """New Year's Day."""
        return date(self.number, 1, 1)

    @property
    def last_day(self) -> date:
        """New Year's Eve."""
        return date(self.number, 12, 31)

    @property
    def days(self) -> tuple[date, ...]:
        """All of them, in order."""
        return _days(self.first_day, self.last_day)

    @property
    def months(self) -> tuple[Month, ...]:
        """January to December."""
        return tuple(Month(self.number, number) for number in range(1, 13))

    def plus(self, years: int) -> Year:
        """The year that many later; earlier if negative."""
        return Year(self.number + years)


Period = IsoWeek | Month | Year


def kind_of(period: Period) -> Kind:
    """Which of the three it is."""
    match period:
        case IsoWeek():
            return Kind.WEEK
        case Month():
            return Kind.MONTH
        case Year():
            return Kind.YEAR


def period_of(kind: Kind, day: date) -> Period:
    """The period of that kind that `day` lies in."""
    match kind:
        case Kind.WEEK:
            return week_of(day)
        case Kind.MONTH:
            return month_of(day)
        case Kind.YEAR:
            return Year(day.year)


def month_of(day: date) -> Month:
    """The month that `day` lies in."""
    return Month(day.year, day.month)


def parse_month(text: str) -> Month:
    """The month written as "2026-11". ValueError, with what is allowed, if there is none such."""
    found = _WRITTEN_MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        raise ValueError(
            _("{text} is not a month; allowed are months like 2026-11").format(text=repr(text))
        )
    return Month(int(found[1]), int(found[2]))


def parse_year(text: str) -> Year:
    """The year written as "2026". ValueError, with what is allowed, if it is not one."""
    if _WRITTEN_YEAR.fullmatch(text.strip()) is None:
        raise ValueError(
            _("{text} is not a year; allowed are years like 2026").format(text=repr(text))
        )
    return Year(int(text))


def weeks_within(period: Period) -> tuple[IsoWeek, ...]:
    """The weeks that lie wholly in it, in order."""
    monday = period.first_day + timedelta(days=-period.first_day.weekday() % 7)
    count = max(0, ((period.last_day - monday).days + 1) // 7)
    return tuple(week_of(monday + timedelta(weeks=number)) for number in range(count))


def period_words(period: Period) -> str:
    """As a person writes it: "16 - 22 November 2026", "November 2026", "2026"."""
    match period:
        case IsoWeek():
            return dates.range_words(period.first_day, period.last_day)
        case Month():
            return month_words(period)
        case Year():
            return dates.year_words(period.number)


def month_words(month: Month) -> str:
    """A month as a person writes it: "November 2026"."""
    return dates.month_words(month.year, month.number)


def bar_words(place: date | Month) -> str:
    """What one bar stands for: "Monday 16 November", "November 2026"."""
    return month_words(place) if isinstance(place, Month) else dates.day_words(place)


def short_bar_words(place: date | Month) -> str:
    """The same with less room: "Mon 16", "Nov"."""
    if isinstance(place, Month):
        return dates.short_month_name(place.number)
    return dates.short_day_words(place)


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
