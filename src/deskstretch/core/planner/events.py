"""What can happen: everything the planner is ever told, apart from the time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from deskstretch.core.outcome import Outcome

Length = Literal["short", "long"]


class _Event(msgspec.Struct, frozen=True, tag=True):
    """Tagged with its name, so that a log of events can be read back and replayed."""


class TimePassed(_Event, frozen=True):
    """Nothing happened but time: a wake-up, a jump of the clock, changed settings."""


class InputStopped(_Event, frozen=True):
    """No input for `idle_seconds`; told once, when they reach `rules.idle_seconds`."""

    idle_seconds: float


class InputResumed(_Event, frozen=True):
    """The first input after `InputStopped`."""


class LullReached(_Event, frozen=True):
    """No input for `rules.lull_seconds`; only looked for while `wants(state).lull`."""


class Locked(_Event, frozen=True):
    """The screen was locked."""


class Unlocked(_Event, frozen=True):
    """The screen was unlocked, by a person who is therefore here."""


class Suspended(_Event, frozen=True):
    """The machine is about to sleep."""


class Resumed(_Event, frozen=True):
    """The machine woke up."""


class DisturbanceChanged(_Event, frozen=True):
    """Why the person must not be disturbed now; empty when nothing speaks against it.

    Only looked for while `wants(state).disturbance`. Each time that begins, nothing is known:
    whatever is found then is told anew.
    """

    reasons: tuple[str, ...]


class StartChosen(_Event, frozen=True):
    """The person starts the break that is due; no length means the usual one."""

    length: Length | None = None


class SnoozeChosen(_Event, frozen=True):
    """The person answers the prompt with "later"; no delay means the usual one."""

    delay_seconds: float | None = None


class SkipChosen(_Event, frozen=True):
    """The person skips the break that is due."""


class BreakRequested(_Event, frozen=True):
    """The person wants a break now, due or not."""

    length: Length | None = None


class PromptOpened(_Event, frozen=True):
    """The person opened the folded pill again."""


class PromptPutAside(_Event, frozen=True):
    """The person wants the prompt out of the way, without an answer."""


class GuideFinished(_Event, frozen=True):
    """The guided session is over, with the outcome of its holds."""

    outcome: Outcome


class PauseChosen(_Event, frozen=True):
    """The person does not want to be asked for so many seconds."""

    seconds: float


class PauseUntilChosen(_Event, frozen=True):
    """The person does not want to be asked until that time of the wall clock (aware)."""

    until: datetime


class ResumeChosen(_Event, frozen=True):
    """The person ends the pause."""


class QuitRequested(_Event, frozen=True):
    """The program ends: the person quits it, or the whole session ends.

    A guided session must be finished first, by `GuideFinished`.
    """

    session_ends: bool = False


Event = (
    TimePassed
    | InputStopped
    | InputResumed
    | LullReached
    | Locked
    | Unlocked
    | Suspended
    | Resumed
    | DisturbanceChanged
    | StartChosen
    | SnoozeChosen
    | SkipChosen
    | BreakRequested
    | PromptOpened
    | PromptPutAside
    | GuideFinished
    | PauseChosen
    | PauseUntilChosen
    | ResumeChosen
    | QuitRequested
)
