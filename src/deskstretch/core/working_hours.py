"""Hours in which the person may be asked, by weekday.

A day is written as one or more spans, "09:00-12:30, 13:30-18:00", as "always" or as "off". A span
whose end is not after its start runs past midnight: "22:00-06:00" on Friday ends on Saturday.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from deskstretch.core.language import _

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_HOUR_MINUTES = 60
_DAY_MINUTES = 24 * 60
_WEEK_MINUTES = 7 * _DAY_MINUTES
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-\u2013]\s*(\d{1,2}):(\d{2})", re.ASCII)

Span = tuple[int, int]
"""Start and end in minutes; the end is not part of it."""


class HoursError(ValueError):
    """Hours that cannot be read: what is wrong with them, and then what is allowed."""

    def __init__(self, wrong: str, allowed: str = "") -> None:
        allowed = allowed or _(
            'allowed are spans like "09:00-12:30, 13:30-18:00", "always" and "off"'
        )
        super().__init__(_("{wrong}; {allowed}").format(wrong=wrong, allowed=allowed))
        self.wrong = wrong


class WeekHours(msgspec.Struct, frozen=True):
    """The open spans of a week, in minutes since Monday 00:00, none past the week's end."""

    spans: tuple[Span, ...]


ALWAYS = WeekHours(((0, _WEEK_MINUTES),))


def parse_day(text: str) -> tuple[Span, ...]:
    """The spans of one day, in minutes since its midnight; an end may lie in the next day.

    Raises HoursError with the faulty part and what is allowed.
    """
    match text.strip().lower():
        case "always":
            return ((0, _DAY_MINUTES),)
        case "off":
            return ()
        case spans:
            return tuple(_parse_span(part.strip()) for part in spans.split(","))


def week_hours(days: Iterable[str]) -> WeekHours:
    """The hours of a week from its seven days, Monday first. Raises ValueError, naming the day."""
    spans: list[Span] = []
    for number, (name, text) in enumerate(zip(WEEKDAYS, days, strict=True)):
        try:
            day = parse_day(text)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        for start, end in day:
            spans += _within_week(number * _DAY_MINUTES + start, number * _DAY_MINUTES + end)
    return WeekHours(tuple(sorted(spans)))


def without_hour(days: Sequence[str], weekdays: Collection[int], hour: int) -> tuple[str, ...]:
    """The seven days, Monday first, without the hour from `hour` on these weekdays (0 is Monday).

    What runs past midnight is cut where it is; what is left of it there is written at its own day.
    A day that loses nothing is given back as it was written. ValueError if one cannot be read.
    """
    spans = [list(parse_day(text)) for text in days]
    for weekday in weekdays:
        start = hour * _HOUR_MINUTES
        spans[weekday] = _cut(spans[weekday], start, start + _HOUR_MINUTES)
        evening = (weekday - 1) % len(days)
        after_midnight = _DAY_MINUTES + start
        left = _cut(spans[evening], after_midnight, after_midnight + _HOUR_MINUTES)
        spans[evening] = [span for span in left if span[0] < _DAY_MINUTES]
        spans[weekday] += [
            (first - _DAY_MINUTES, last - _DAY_MINUTES)
            for first, last in left
            if first >= _DAY_MINUTES
        ]
    return tuple(
        text if list(parse_day(text)) == left else day_text(left)
        for text, left in zip(days, spans, strict=True)
    )


def day_text(spans: Iterable[Span]) -> str:
    """Spans of one day as they are written; the other way round than `parse_day`."""
    parts = []
    for start, end in sorted(spans):
        if (start, end) == (0, _DAY_MINUTES):
            return "always"
        parts.append(
            f"{_clock(start)}-{_clock(end if end <= _DAY_MINUTES else end % _DAY_MINUTES)}"
        )
    return ", ".join(parts) or "off"


def _cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """What is left of the spans without the minutes from `start` to `end`."""
    return [
        (first, last)
        for span in spans
        for first, last in ((span[0], min(span[1], start)), (max(span[0], end), span[1]))
        if first < last
    ]


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR_MINUTES:02}:{minutes % _HOUR_MINUTES:02}"


def is_open(hours: WeekHours, at: datetime) -> bool:
    """Whether the person may be asked at this local time."""
    return _is_open_minute(hours, _minute_of_week(at))


def next_change(hours: WeekHours, at: datetime) -> datetime | None:
    """The first full minute after `at` at which the hours open or close; None if they never do.

    Reckoned by the wall clock as it runs at `at`: where an offset from UTC is fixed in `at` and
    summer time begins or ends before the change, it is an hour off.
    """
    minute = _minute_of_week(at)
    edges = {edge % _WEEK_MINUTES for span in hours.spans for edge in span}
    distances = [
        (edge - minute) % _WEEK_MINUTES or _WEEK_MINUTES
        for edge in edges
        if _is_open_minute(hours, edge) != _is_open_minute(hours, (edge - 1) % _WEEK_MINUTES)
    ]
    if not distances:
        return None
    change = at.replace(second=0, microsecond=0) + timedelta(minutes=min(distances))
    if change.timestamp() <= at.timestamp():  # meant is the hour's second coming
        change = change.replace(fold=1)
    return change


def _parse_span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise HoursError(_("{text} is not a span of time").format(text=repr(text)))
    start_hour, start_minute, end_hour, end_minute = map(int, found.groups())
    start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
    if max(start_minute, end_minute) >= 60 or start >= _DAY_MINUTES or end > _DAY_MINUTES:
        raise HoursError(_("{text} has a time that no clock shows").format(text=repr(text)))
    if start == end:
        raise HoursError(
            _("{text} is empty").format(text=repr(text)), _('for the whole day write "always"')
        )
    return start, end if end > start else end + _DAY_MINUTES


def _within_week(start: int, end: int) -> list[Span]:
    if end <= _WEEK_MINUTES:
        return [(start, end)]
    return [(start, _WEEK_MINUTES), (0, end - _WEEK_MINUTES)]


def _minute_of_week(at: datetime) -> int:
    return at.weekday() * _DAY_MINUTES + at.hour * 60 + at.minute


def _is_open_minute(hours: WeekHours, minute: int) -> bool:
    return any(start <= minute < end for start, end in hours.spans)
