"""Lengths of time, as the words a person reads, in the language spoken."""

from __future__ import annotations

import math

from deskstretch.core.language import _

_MINUTE = 60


def exact_words(seconds: float) -> str:
    """A length to the second: "45 s", "1 min 10 s", "12 min". Negative counts as none."""
    minutes, left = divmod(max(0, round(seconds)), _MINUTE)
    if not minutes:
        return second_words(left)
    if not left:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=left)


def duration_words(seconds: float) -> str:
    """A length, to the second only below ten minutes: "1 min 10 s", "48 min", "1 h 5 min"."""
    return exact_words(seconds) if seconds < 10 * _MINUTE else minute_words(seconds)


def minute_words(seconds: float) -> str:
    """A length in whole minutes passed: "48 min", "1 h 5 min", "less than a minute"."""
    if seconds < _MINUTE:
        return _("less than a minute")
    return _in_minutes(math.floor(seconds / _MINUTE))


def until_words(seconds: float) -> str:
    """How long until something happens: "in 12 min", "now". A begun minute counts whole."""
    if seconds <= 0:
        return _("now")
    if seconds < _MINUTE:
        return _("in less than a minute")
    # Translators: how long until something happens, as in "in 12 min".
    return _("in {length}").format(length=_in_minutes(math.ceil(seconds / _MINUTE)))


def second_words(seconds: float | str) -> str:
    """Seconds and nothing else: "90 s"; a number with decimals as text."""
    return _("{seconds} s").format(seconds=seconds)


def _in_minutes(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=left)
    if not left:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=left)
