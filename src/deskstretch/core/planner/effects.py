"""What is to be done: the planner's orders to the shell, carried out in the order given.

At most one break is open at any time, between `OpenBreak` and `CloseBreak`; every other effect
about a break means that one. Open, Close and Keep are for the history, Announce, Show, Hide, Start
and End for what is on the screen.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.events import Length


class Origin(StrEnum):
    """Who wanted a break."""

    DUE = "due"
    """Sitting time reached the interval."""
    OWN = "own"
    """The person asked for it before it was due."""


class _Effect(msgspec.Struct, frozen=True, tag=True):
    """Tagged with its name, as events are."""


class OpenBreak(_Effect, frozen=True):
    """A break's story begins."""

    due_at: Moment
    sitting_seconds: float
    origin: Origin


class HoldBack(_Effect, frozen=True):
    """The open break is held back from now on, for these reasons; told again when they change."""

    reasons: tuple[str, ...]


class EndHoldBack(_Effect, frozen=True):
    """Nothing holds the open break back any more."""


class KeepPrompt(_Effect, frozen=True):
    """The person is asked: once for each time, not for folding and opening the same prompt."""

    quiet: bool
    """Only the pill is shown."""


class AnnouncePrompt(_Effect, frozen=True):
    """Tell the person that they will be asked, in so many seconds at the earliest."""

    seconds: float


class ShowPrompt(_Effect, frozen=True):
    """Show the prompt at full size; it offers to snooze only if `snoozes_left` is above 0."""

    snoozes_left: int


class ShowPill(_Effect, frozen=True):
    """Show the small pill: in place of the prompt, which folds, or from the start."""


class HidePrompt(_Effect, frozen=True):
    """Take prompt and pill off the screen."""


class KeepSnooze(_Effect, frozen=True):
    """The open break was snoozed and will be asked for again."""

    delay_seconds: float
    again_at: Moment


class StartGuide(_Effect, frozen=True):
    """Start the guided session; no length means the usual one."""

    length: Length | None


class EndGuide(_Effect, frozen=True):
    """The person left in mid-guide: end the session and tell `GuideFinished`."""


class CloseBreak(_Effect, frozen=True):
    """The open break's story ends."""

    outcome: Outcome


class KeepNaturalBreak(_Effect, frozen=True):
    """The person was away, long enough to rest, while nothing was due."""

    started_at: Moment
    ended_at: Moment
    sitting_seconds: float
    """Sitting time that it ended."""


Effect = (
    OpenBreak
    | HoldBack
    | EndHoldBack
    | KeepPrompt
    | AnnouncePrompt
    | ShowPrompt
    | ShowPill
    | HidePrompt
    | KeepSnooze
    | StartGuide
    | EndGuide
    | CloseBreak
    | KeepNaturalBreak
)
