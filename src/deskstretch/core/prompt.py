"""What the prompt says and offers, put together before any window is built."""

from __future__ import annotations

import msgspec

from deskstretch.core.figure.body import Side
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.language import N_, _
from deskstretch.core.planner.events import Length
from deskstretch.core.words import duration_words

PILL_WORDS = N_("Stretch waiting")
"""What a folded prompt says; translated where it is shown."""


class PromptContent(msgspec.Struct, frozen=True):
    """One prompt's words and choices.

    `length` is in words ("1 min"); `place` completes a sentence ("at your desk"). `reason` says
    why now, in whole sentences. `snooze_minutes` is the usual snooze, `snooze_choices` are all.
    """

    stretch_name: str
    place: str
    length: str
    reason: str
    short_seconds: float
    long_seconds: float
    default_length: Length = "short"
    snooze_minutes: int = 5
    snooze_choices: tuple[int, ...] = (2, 5, 10, 15)
    snoozes_left: int = 2
    headline: str = msgspec.field(default_factory=lambda: _("Time to stretch"))
    figure: FigureSpec | None = None
    """Shown in its hold, with `phase_poses` and `side` as the stretch names them."""
    phase_poses: tuple[str, ...] = ()
    side: Side | None = None
    fills_screen: bool = False
    """Asked on the whole screen."""
    skip_after_seconds: float = 0.0
    """How long Skip is not offered yet."""

    @property
    def as_opened(self) -> PromptContent:
        """The same for a person who opened it: small, and with every answer at once."""
        return msgspec.structs.replace(self, fills_screen=False, skip_after_seconds=0.0)

    @property
    def other_length(self) -> Length:
        """The length that the big button does not start."""
        return "long" if self.default_length == "short" else "short"

    def about_words(self, length: Length) -> str:
        """How long a break of that length takes, in words: "3 min", "50 s"."""
        return about_words(self.short_seconds if length == "short" else self.long_seconds)


def about_words(seconds: float) -> str:
    """Roughly how long: whole minutes from one minute on, else to the nearest ten seconds."""
    nearest = 60 if seconds >= 55 else 10
    return duration_words(max(nearest, nearest * round(seconds / nearest)))
