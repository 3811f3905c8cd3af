"""What the app and the process of its breaks tell each other, a line of JSON each.

Down go the planner's orders as they are, and what is wanted of the prompt. Up come the answers, as
the planner's events, and what is to be kept.
"""

from __future__ import annotations

import msgspec

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    EndGuide,
    HidePrompt,
    HoldBack,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import (
    PromptOpened,
    PromptPutAside,
    SkipChosen,
    SnoozeChosen,
    StartChosen,
)
from deskstretch.core.record import StepRecord
from deskstretch.wiring.window_lines import ErrorHappened

OnScreen = (
    AnnouncePrompt
    | ShowPrompt
    | ShowPill
    | HidePrompt
    | StartGuide
    | EndGuide
    | HoldBack
    | CloseBreak
)
"""The effects that are for what is on the screen."""


class _Line(msgspec.Struct, frozen=True, tag=True):
    """Tagged with its name, as effects and events are."""


class CarryOut(_Line, frozen=True):
    """Do what the planner orders."""

    effect: OnScreen
    sitting_seconds: float = 0.0
    activation_token: str = ""


class Name(_Line, frozen=True):
    """Propose this for the break that is open, or opens next."""

    routine_id: str | None
    exercise_ids: tuple[str, ...]


class OpenForAnswer(_Line, frozen=True):
    """Open the prompt and give it the keyboard, as the person asked."""

    activation_token: str = ""


class Interrupt(_Line, frozen=True):
    """The screen was locked or the machine sleeps: the hold stops counting."""


class TellSaved(_Line, frozen=True):
    """Say whether what was held is kept."""

    saved: bool


Order = CarryOut | Name | OpenForAnswer | Interrupt | TellSaved


class StepsBegun(_Line, frozen=True):
    """The guide begins with these."""

    routine_id: str | None
    steps: tuple[StepRecord, ...]


class HoldProgressed(_Line, frozen=True):
    """So much of a step has been held by now."""

    position: int
    held_seconds: float


class StepHurt(_Line, frozen=True):
    """It was ended because it hurt."""

    position: int
    exercise_id: str


class GuideEnded(_Line, frozen=True):
    """The guide is over, with so much held of each step."""

    held_seconds: tuple[float, ...]
    outcome: Outcome


class ScreenFilled(_Line, frozen=True):
    """A firm prompt fills the screen, or does so no more."""

    fills: bool


class Troubled(_Line, frozen=True):
    """What is wrong with the stretches on offer, in plain words; nothing, if all is well."""

    words: tuple[str, ...]


class NothingAsked(_Line, frozen=True):
    """There was no prompt to open."""


class Emptied(_Line, frozen=True):
    """Nothing is on the screen any more."""


Answer = StartChosen | SnoozeChosen | SkipChosen | PromptOpened | PromptPutAside
"""The planner's events that a person brings about here."""

Event = (
    Answer
    | StepsBegun
    | HoldProgressed
    | StepHurt
    | GuideEnded
    | ScreenFilled
    | Troubled
    | NothingAsked
    | Emptied
    | ErrorHappened
)
