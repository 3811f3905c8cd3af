"""A year of office days from a seed: what somebody at a desk really does.

Typing in bursts with pauses to read, meetings, films, lunch, short absences, a laptop that sleeps
over night or in mid-day, weekends and holidays off, a trip to another time zone, and a night shift
over each change to and from summer time. The same seed gives the same year.

This is the truth, not what a program can know of it: see `office_shell` for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

import msgspec

MINUTE = 60.0
HOUR = 3600.0
HOME = ZoneInfo("Europe/Berlin")
TRIPS = (ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo"))
PUBLIC_HOLIDAYS = {(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)}
NIGHT_SHIFT_STARTS_AT_HOUR = 22

WORKING_HOURS = ("07:30-19:00",) * 5 + ("22:00-06:00", "off")
"""For the settings, Monday first; the night shifts begin on Saturday."""


class Doing(StrEnum):
    """What the person does, as far as it can matter to the machine."""

    TYPING = "typing"
    """Input all the time."""
    STILL = "still"
    """At the desk without input: reading, thinking, listening."""
    GONE = "gone"
    """Away from the desk, with the screen left open."""
    LOCKED = "locked"
    """Away from the desk, with the screen locked."""
    ASLEEP = "asleep"
    """The machine sleeps."""
    OFF = "off"
    """The machine is shut down."""


AT_DESK = frozenset({Doing.TYPING, Doing.STILL})


class Spell(msgspec.Struct, frozen=True):
    """One thing done for a while."""

    starts_at: datetime
    """In the zone of the place."""
    seconds: float
    doing: Doing
    in_meeting: bool = False
    """Or at a film: in any case not to be disturbed, as the machine can tell."""


Part = tuple[float, Doing, bool]
"""Seconds, doing and whether it is in a meeting: a spell that does not know yet when it begins."""


def office_year(seed: int, year: int = 2026) -> Iterator[Spell]:
    """All spells of a year, one after the other without a gap, from its first working day on."""
    chance = Random(seed)
    end = None
    for start in _working_days(chance, year):
        if end is not None:
            night = chance.choices([Doing.ASLEEP, Doing.LOCKED, Doing.OFF], [7, 2, 1])[0]
            yield Spell(end, start.timestamp() - end.timestamp(), night)
        end = start
        for seconds, doing, in_meeting in _day(chance):
            yield Spell(end, seconds, doing, in_meeting)
            end = _later(end, seconds)


def _working_days(chance: Random, year: int) -> Iterator[datetime]:
    """When the person arrives, on every day that they do."""
    first_day = date(year, 1, 1)
    days = [first_day + timedelta(days) for days in range((date(year + 1, 1, 1) - first_day).days)]
    away_weeks = set(chance.sample(range(2, 52), 5))
    trip_week = chance.choice([week for week in range(2, 52) if week not in away_weeks])
    trip_zone = chance.choice(TRIPS)
    shifts = {day for day in days if _offset(day) != _offset(day + timedelta(days=1))}
    for day in days:
        week = day.isocalendar().week
        if day + timedelta(days=1) in shifts:
            yield _at(day, NIGHT_SHIFT_STARTS_AT_HOUR, 0.0, HOME)
        elif day.weekday() < 5 and week not in away_weeks and _is_no_holiday(day):
            zone = trip_zone if week == trip_week else HOME
            yield _at(day, 8, chance.uniform(-0.5, 1.5) * HOUR, zone)
        elif day.weekday() == 5 and week not in away_weeks and chance.random() < 0.05:
            yield _at(day, 11, 0.0, HOME)  # something urgent, outside working hours


def _offset(day: date) -> timedelta | None:
    """The offset from UTC in the first minute of a day."""
    return _at(day, 0, 0.0, HOME).utcoffset()


def _is_no_holiday(day: date) -> bool:
    return (day.month, day.day) not in PUBLIC_HOLIDAYS


def _at(day: date, hour: int, seconds: float, zone: ZoneInfo) -> datetime:
    start = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
    return _later(start, round(seconds))


def _later(at: datetime, seconds: float) -> datetime:
    return (at.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(at.tzinfo)


def _day(chance: Random) -> Iterator[Part]:
    morning, afternoon = chance.uniform(3.0, 4.5) * HOUR, chance.uniform(3.0, 5.0) * HOUR
    yield from _half_day(chance, morning)
    if chance.random() < 0.9:
        lunch = chance.choices([Doing.LOCKED, Doing.GONE, Doing.ASLEEP], [7, 2, 1])[0]
        yield _seconds(chance, 25 * MINUTE, 60 * MINUTE), lunch, False
    yield from _half_day(chance, afternoon)


def _half_day(chance: Random, seconds: float) -> Iterator[Part]:
    while seconds > 0:
        parts = list(_work(chance, chance.uniform(15, 110) * MINUTE))
        parts += _interruption(chance)
        seconds -= sum(part[0] for part in parts)
        yield from parts


def _work(chance: Random, seconds: float) -> Iterator[Part]:
    """Bursts of typing, and pauses between them: most short, some long enough to be idle."""
    while seconds > 0:
        typing = _seconds(chance, 2, 30) if chance.random() < 0.5 else _seconds(chance, 30, 300)
        shortest, longest = chance.choices([(1, 6), (6, 40), (40, 70), (70, 280)], [50, 35, 10, 5])[
            0
        ]
        still = _seconds(chance, shortest, longest)
        yield typing, Doing.TYPING, False
        yield still, Doing.STILL, False
        seconds -= typing + still


def _interruption(chance: Random) -> Iterator[Part]:
    what = chance.choices(
        ["meeting", "film", "coffee", "errand", "carried away", "none"], [30, 5, 30, 15, 5, 15]
    )[0]
    match what:
        case "meeting":
            seconds = chance.choice([15, 25, 45, 60, 90]) * MINUTE
            while seconds > 0:
                listening = _seconds(chance, 10, 200)
                typing = _seconds(chance, 1, 30)
                yield listening, Doing.STILL, True
                yield typing, Doing.TYPING, True
                seconds -= listening + typing
        case "film":  # on the whole screen, stopped and looked up in now and then
            for _ in range(chance.randint(1, 6)):
                yield _seconds(chance, 2 * MINUTE, 9 * MINUTE), Doing.STILL, True
                yield _seconds(chance, 1, 10), Doing.TYPING, True
        case "coffee":
            yield _seconds(chance, 40, 7 * MINUTE), chance.choice([Doing.GONE, Doing.LOCKED]), False
        case "errand":
            yield _seconds(chance, 5 * MINUTE, 30 * MINUTE), Doing.LOCKED, False
        case "carried away":  # to another room, with the lid shut
            yield _seconds(chance, 30, 40 * MINUTE), Doing.ASLEEP, False
    yield _seconds(chance, 5, 60), Doing.TYPING, False


def _seconds(chance: Random, least: float, most: float) -> float:
    """Whole milliseconds, so that a year's sums stay what they are."""
    return round(chance.uniform(least, most), 3)
