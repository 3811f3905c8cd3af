"""The planner's status, as the lines that a person reads."""

from __future__ import annotations

from datetime import datetime

from deskstretch.core.dates import clock_words
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.reasons import reason_words
from deskstretch.core.words import minute_words, until_words


def status_headline(status: Status, now: datetime) -> str:
    """What comes next, in one line: "Next stretch in 12 min"; `now` is the wall clock's."""
    match status.state:
        case StateName.GUIDED:
            return "Stretching now"
        case StateName.ASKED:
            return "A stretch is waiting"
        case StateName.PAUSED:
            until = status.paused_until
            return f"Paused until {clock_words(until, now)}" if until else "Paused"
        case StateName.AWAY:
            return "Away from the desk"
        case StateName.HELD_BACK:
            reasons = ", ".join(map(reason_words, status.held_back_by))
            return f"Held back: {reasons or 'for a moment'}"
        case StateName.WAITING:
            return "Asks at the next lull"
        case StateName.SNOOZED:
            return f"Asks again {_until_next(status, now)}"
        case StateName.WORKING:
            return f"Next stretch {_until_next(status, now)}"


def sitting_line(status: Status) -> str:
    """How long the person has been sitting: "Sitting for 33 min"."""
    return f"Sitting for {minute_words(status.sitting_seconds)}"


def _until_next(status: Status, now: datetime) -> str:
    at = status.next_prompt_at
    if at is None:
        return "when you are free" if status.held_back_by else "when you are back"
    seconds = (at - now).total_seconds()
    # Further away it is not a wait that sitting shortens, but a time of day: working hours.
    return until_words(seconds) if seconds <= 3 * 3600 else clock_words(at, now)
