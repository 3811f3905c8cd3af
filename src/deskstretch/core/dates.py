"""Days, months and times of day as a person writes them, in the language spoken.

Not strftime's names: those follow the desktop's locale, the rest of the words do not.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from deskstretch.core.language import _, pgettext


def day_name(weekday: int) -> str:
    """ "Monday"; 0 is Monday."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[weekday]


def short_day_name(weekday: int) -> str:
    """ "Mon"; 0 is Monday."""
    return (
        pgettext("short weekday", "Mon"),
        pgettext("short weekday", "Tue"),
        pgettext("short weekday", "Wed"),
        pgettext("short weekday", "Thu"),
        pgettext("short weekday", "Fri"),
        pgettext("short weekday", "Sat"),
        pgettext("short weekday", "Sun"),
    )[weekday]


def tiny_day_name(weekday: int) -> str:
    """ "Mo"; 0 is Monday."""
    return (
        pgettext("weekday in two letters", "Mo"),
        pgettext("weekday in two letters", "Tu"),
        pgettext("weekday in two letters", "We"),
        pgettext("weekday in two letters", "Th"),
        pgettext("weekday in two letters", "Fr"),
        pgettext("weekday in two letters", "Sa"),
        pgettext("weekday in two letters", "Su"),
    )[weekday]


def day_letter(weekday: int) -> str:
    """ "M", for the narrowest places; 0 is Monday."""
    return (
        pgettext("one letter for Monday", "M"),
        pgettext("one letter for Tuesday", "T"),
        pgettext("one letter for Wednesday", "W"),
        pgettext("one letter for Thursday", "T"),
        pgettext("one letter for Friday", "F"),
        pgettext("one letter for Saturday", "S"),
        pgettext("one letter for Sunday", "S"),
    )[weekday]


def month_name(number: int) -> str:
    """ "January"; 1 is January."""
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )[number - 1]


def short_month_name(number: int) -> str:
    """ "Jan"; 1 is January."""
    return (
        pgettext("short month", "Jan"),
        pgettext("short month", "Feb"),
        pgettext("short month", "Mar"),
        pgettext("short month", "Apr"),
        pgettext("short month", "May"),
        pgettext("short month", "Jun"),
        pgettext("short month", "Jul"),
        pgettext("short month", "Aug"),
        pgettext("short month", "Sep"),
        pgettext("short month", "Oct"),
        pgettext("short month", "Nov"),
        pgettext("short month", "Dec"),
    )[number - 1]


def day_words(day: date) -> str:
    """A day of a year that is known: "Monday 16 November"."""
    # Translators: a date, as in "Monday 16 November".
    return _("{weekday} {day} {month}").format(
        weekday=day_name(day.weekday()), day=day.day, month=month_name(day.month)
    )


def full_day_words(day: date) -> str:
    """A day of any year: "Monday 16 November 2026"."""
    # Translators: a date, as in "Monday 16 November 2026".
    return _("{weekday} {day} {month} {year}").format(
        weekday=day_name(day.weekday()), day=day.day, month=month_name(day.month), year=day.year
    )


def short_day_words(day: date) -> str:
    """A day with little room: "Mon 16"."""
    # Translators: a day of the month, as in "Mon 16".
    return _("{weekday} {day}").format(weekday=short_day_name(day.weekday()), day=f"{day.day:2}")


def month_words(year: int, month: int) -> str:
    """ "November 2026"."""
    # Translators: as in "November 2026".
    return _("{month} {year}").format(month=month_name(month), year=year)


def year_words(year: int) -> str:
    """ "2026"."""
    return pgettext("a year, as in 2026", "{year}").format(year=f"{year:04}")


def range_words(first: date, last: date) -> str:
    """Some days: "16 - 22 November 2026"; months and years where needed."""
    if first.year != last.year:
        pattern = _(
            "{first_day} {first_month} {first_year} \N{EN DASH} {last_day} {last_month} {last_year}"
        )
    elif first.month != last.month:
        pattern = _("{first_day} {first_month} \N{EN DASH} {last_day} {last_month} {last_year}")
    else:
        pattern = _("{first_day} \N{EN DASH} {last_day} {last_month} {last_year}")
    return pattern.format(
        first_day=first.day,
        first_month=month_name(first.month),
        first_year=first.year,
        last_day=last.day,
        last_month=month_name(last.month),
        last_year=last.year,
    )


def clock_words(at: datetime, now: datetime) -> str:
    """A time of day, with the day where it is not today's: "14:05", "tomorrow 09:00"."""
    time = f"{at:%H:%M}"
    match at.date() - now.date():
        case timedelta(days=0):
            return time
        case timedelta(days=1):
            return _("tomorrow {time}").format(time=time)
        case _:
            # Translators: a day of the week and the time, as in "Monday 09:00".
            return _("{weekday} {time}").format(weekday=day_name(at.weekday()), time=time)
