"""The planner's status, as the lines that a person reads."""

from __future__ import annotations

from datetime import datetime

from deskstretch.core.dates import clock_words
from deskstretch.core.language import _
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.reasons import reason_words
from deskstretch.core.running_text import listed
from deskstretch.core.words import minute_words, until_words


def status_headline(status: Status, now: datetime) -> str:
    """What comes next, in one line: "Next stretch in 12 min"; `now` is the wall clock's."""
    match status.state:
        case StateName.GUIDED:
            return _("Stretching now")
        case StateName.ASKED:
            return _("A stretch is waiting")
        case StateName.PAUSED:
            until = status.paused_until
            if until is None:
                return _("Paused")
            return _("Paused until {time}").format(time=clock_words(until, now))
        case StateName.AWAY:
            return _("Away from the desk")
        case StateName.HELD_BACK:
            if not status.held_back_by:
                return _("Held back: for a moment")
            reasons = listed(map(reason_words, status.held_back_by))
            return _("Held back: {reasons}").format(reasons=reasons)
        case StateName.WAITING:
            return _("Asks at the next lull")
        case StateName.SNOOZED:
            # Translators: {when} is as in "in 12 min", "14:05", "when you are back".
            return _("Asks again {when}").format(when=_until_next(status, now))
        case StateName.WORKING:
            # Translators: {when} is as in "in 12 min", "14:05", "when you are back".
            return _("Next stretch {when}").format(when=_until_next(status, now))


def sitting_line(status: Status) -> str:
    """How long the person has been sitting: "Sitting for 33 min"."""
    return _("Sitting for {length}").format(length=minute_words(status.sitting_seconds))


def _until_next(status: Status, now: datetime) -> str:
    at = status.next_prompt_at
    if at is None:
        return _("when you are free") if status.held_back_by else _("when you are back")
    seconds = (at - now).total_seconds()
    # Further away it is not a wait that sitting shortens, but a time of day: working hours.
    return until_words(seconds) if seconds <= 3 * 3600 else clock_words(at, now)
