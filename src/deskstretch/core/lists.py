"""Several things in one text, in the language spoken."""

from __future__ import annotations

from collections.abc import Iterable

from deskstretch.core.language import _, pgettext


def listed(things: Iterable[str]) -> str:
    """ "neck, chest, wrists"; empty for none."""
    return pgettext("between the things of a list", ", ").join(things)


def all_of(things: Iterable[str]) -> str:
    """ "neck, chest and wrists"; empty for none."""
    return _with_last(_("{things} and {last_thing}"), things)


def one_of(things: Iterable[str]) -> str:
    """ "neck, chest or wrists"; empty for none."""
    return _with_last(_("{things} or {last_thing}"), things)


def _with_last(pattern: str, things: Iterable[str]) -> str:
    *first, last = list(things) or [""]
    return pattern.format(things=listed(first), last_thing=last) if first else last
