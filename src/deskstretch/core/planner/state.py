"""All that the planner remembers between two events."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.effects import Origin


class _Part(msgspec.Struct, frozen=True, tag=True):
    """A variant of one part of the state; seconds are monotonic unless a name says otherwise."""


# Presence: is the person at the desk?


class Here(_Part, frozen=True):
    """At the desk, with input within the last `rules.idle_seconds`."""

    since: Moment
    """The last sign of life that an absence cannot have begun before."""


class Cause(StrEnum):
    """How it is known that the person is not at the desk."""

    IDLE = "idle"
    LOCKED = "locked"
    SUSPENDED = "suspended"


class Absent(_Part, frozen=True):
    """Not at the desk: no sitting time is counted."""

    since: Moment
    """The last input, or the lock or sleep that came sooner after it."""
    causes: frozenset[Cause]
    rested: bool = False
    """Long enough to be a natural break."""
    ended_sitting_seconds: float | None = None
    """Sitting time ended by a natural break that answered no open one: kept on return."""


Presence = Here | Absent


# Phase: where the open break's story stands.


class OpenedBreak(msgspec.Struct, frozen=True):
    """The one break whose story has begun and not ended."""

    due_at: Moment
    origin: Origin
    asked: bool = False
    """The person was asked at least once."""
    snoozes: int = 0
    visible_seconds: float = 0.0
    """Active use with the prompt or the pill visible, since the last answer."""


class Working(_Part, frozen=True):
    """No break is open; sitting time grows toward the next one."""


class Waiting(_Part, frozen=True):
    """Due, free to ask, waiting for a breakpoint."""

    open_break: OpenedBreak
    waited_seconds: float = 0.0
    """Active time spent waiting."""


class Asked(_Part, frozen=True):
    """The prompt or the pill is visible."""

    open_break: OpenedBreak
    shown_at_seconds: float
    folded: bool


class Snoozed(_Part, frozen=True):
    """Answered with "later"."""

    open_break: OpenedBreak
    until_seconds: float


class HeldBack(_Part, frozen=True):
    """Due, but the person must not be disturbed, or was not to be a moment ago."""

    open_break: OpenedBreak
    reasons: tuple[str, ...]
    """As told last; they stay for the minute of release after them."""


class Guided(_Part, frozen=True):
    """The guide is on the screen."""

    open_break: OpenedBreak
    ending: bool = False
    """The guide was told to end."""


Phase = Working | Waiting | Asked | Snoozed | HeldBack | Guided


# Pause: the person's own hold-back.


class PausedFor(_Part, frozen=True):
    """Paused for a length of time, whatever the wall clock does."""

    until_seconds: float


class PausedUntil(_Part, frozen=True):
    """Paused until a time of the wall clock."""

    until: datetime


Pause = PausedFor | PausedUntil


class Hold(msgspec.Struct, frozen=True):
    """What last spoke against asking, and when it was last known to."""

    reasons: tuple[str, ...]
    known_at_seconds: float


class State(msgspec.Struct, frozen=True):
    """The planner's whole memory; a value, replaced at every step."""

    read_at: Moment
    """When the planner was last told anything."""
    presence: Presence
    phase: Phase = Working()
    sitting_seconds: float = 0.0
    put_off_at_seconds: float = 0.0
    """Sitting time when the last break ended without a rest; the next is due an interval later."""
    announced: bool = False
    """The next prompt was."""
    disturbances: tuple[str, ...] = ()
    pause: Pause | None = None
    last_hold: Hold | None = None
    wake_at: Moment | None = None
    """When the shell was asked to come back with `TimePassed`."""


def open_break_of(state: State) -> OpenedBreak | None:
    """The break that is open, if any."""
    return None if isinstance(state.phase, Working) else state.phase.open_break
