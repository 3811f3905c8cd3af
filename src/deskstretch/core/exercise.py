"""A stretch as data: what it is, how long it is held, and the words that guide it.

Checks that compare two fields stand in `__post_init__`, so that the decoder names the path of
whatever breaks them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from deskstretch.core.area import Area
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.terms import LONGEST_HOLD_SECONDS as LONGEST_HOLD_SECONDS
from deskstretch.core.terms import PLAIN
from deskstretch.core.terms import Identifier as Identifier
from deskstretch.core.terms import Label as Label
from deskstretch.core.terms import Side as Side

Sentence = Annotated[
    str,
    Meta(min_length=1, max_length=240, pattern=PLAIN, description=N_("plain text on one line")),
]

_EITHER = re.compile(r"\{([^{}/]*)/([^{}/]*)\}")


class Setting(StrEnum):
    """Where a stretch is done."""

    CHAIR = "chair"
    STANDING = "standing"
    FLOOR = "floor"


class Position(StrEnum):
    """How the body is placed."""

    SEATED = "seated"
    STANDING = "standing"
    KNEELING = "kneeling"
    ALL_FOURS = "all-fours"
    FLOOR_SEATED = "floor-seated"
    SUPINE = "supine"
    PRONE = "prone"


class Sides(StrEnum):
    """Whether a stretch is done once for both sides or once for each."""

    BOTH = "both"
    EACH = "each"


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of the catalogue: an unknown key is a slip of the pen and refused."""


class HoldRange(_Part, frozen=True):
    """How long a hold lasts, in seconds."""

    default: Annotated[float, Meta(gt=0, le=LONGEST_HOLD_SECONDS)]
    min: Annotated[float, Meta(gt=0, le=LONGEST_HOLD_SECONDS)]
    max: Annotated[float, Meta(gt=0, le=LONGEST_HOLD_SECONDS)]

    def __post_init__(self) -> None:
        """Keep the three in order."""
        _check_order(self.min, self.default, self.max)

    def nearest(self, seconds: float) -> float:
        """The hold within the range that is nearest to `seconds`."""
        return min(max(seconds, self.min), self.max)


class RepetitionRange(_Part, frozen=True):
    """How often a stretch is done on each side."""

    default: Annotated[int, Meta(ge=1, le=50)]
    min: Annotated[int, Meta(ge=1, le=50)]
    max: Annotated[int, Meta(ge=1, le=50)]

    def __post_init__(self) -> None:
        """Keep the three in order."""
        _check_order(self.min, self.default, self.max)


class Phase(_Part, frozen=True):
    """One part of a movement that goes through several poses.

    The seconds include the way from the phase before. `pose` names a pose of the figure, `step`
    the step that is current meanwhile.
    """

    label: Label
    seconds: Annotated[float, Meta(gt=0, le=LONGEST_HOLD_SECONDS)]
    pose: Identifier
    step: Annotated[int, Meta(ge=0, description="The step, counted from 0")] | None = None


class Equipment(_Part, frozen=True):
    """A thing the stretch needs, or is easier with."""

    item: Label
    optional: bool = False


class Source(_Part, frozen=True):
    """A document that the stretch comes from, and what it says of the dose."""

    document: Label
    title: Sentence
    says: Sentence


class Exercise(_Part, frozen=True):
    """One stretch.

    With a `hold`, one hold makes a repetition, and `phases` pace it from within, like breathing in
    and out. Without a hold, every phase is held for its own seconds, one after the other.
    Where each side has its turn, "{side}", "{other_side}" and "{on the left/on the right}" in the
    words stand for the sides (see `with_side`), and
    `alternate` changes sides after every repetition rather than after all of them.
    """

    id: Identifier
    name: Label
    setting: Setting
    position: Position
    sides: Sides
    repetitions: RepetitionRange
    areas: Annotated[tuple[Area, ...], Meta(min_length=1, max_length=6)]
    steps: Annotated[tuple[Sentence, ...], Meta(min_length=3, max_length=6)]
    hold_step: Annotated[
        int, Meta(ge=0, description="The step, counted from 0, that is current while holding")
    ]
    feel: Sentence
    cautions: Annotated[tuple[Sentence, ...], Meta(min_length=1, max_length=8)]
    hold: HoldRange | None = None
    phases: Annotated[tuple[Phase, ...], Meta(max_length=8)] = ()
    rest_seconds: Annotated[float, Meta(ge=0, le=LONGEST_HOLD_SECONDS)] = 0
    alternate: bool = False
    limb: Annotated[
        Literal["leg", "arm", "side"],
        Meta(description='What "left" and "right" tell apart: the left leg, the left arm'),
    ] = "side"
    equipment: Annotated[tuple[Equipment, ...], Meta(max_length=8)] = ()
    strains: Annotated[
        tuple[Area, ...],
        Meta(
            max_length=6,
            description="Areas that must bear load or a deep bend, for people who spare them",
        ),
    ] = ()
    cues: Annotated[tuple[Sentence, ...], Meta(max_length=8)] = ()
    mistakes: Annotated[tuple[Sentence, ...], Meta(max_length=8)] = ()
    sources: Annotated[tuple[Source, ...], Meta(max_length=8)] = ()
    dose: Annotated[
        Literal["source", "ours"],
        Meta(description="Whether a source gives the numbers, or they are ours"),
    ] = "ours"
    off_until: Annotated[
        Literal["chosen", "chair stands still"] | None,
        Meta(description="What must be so before the stretch is ever offered"),
    ] = None
    figure: FigureSpec | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        """Hold together what a single field cannot say."""
        if self.hold is None and not self.phases:
            raise misfit(_("Neither a hold nor phases"), _("at least one of them"))
        for step in (self.hold_step, *(phase.step or 0 for phase in self.phases)):
            if step >= len(self.steps):
                raise misfit(
                    _("There is no step {number}").format(number=step),
                    _("{least} to {most}").format(least=0, most=len(self.steps) - 1),
                )
        if self.sides is Sides.BOTH and any(_names_a_side(text) for text in self.words):
            raise misfit(
                _('"{placeholder}" in the words of a stretch for both sides').format(
                    placeholder="{side}"
                ),
                _("none"),
            )

    @property
    def words(self) -> tuple[str, ...]:
        """All sentences that a person reads while stretching."""
        labels = tuple(phase.label for phase in self.phases)
        return (*self.steps, self.feel, *self.cues, *self.mistakes, *self.cautions, *labels)

    def step_during(self, phase: int | None) -> int:
        """The step that is current in that phase, or in the hold."""
        step = None if phase is None else self.phases[phase].step
        return self.hold_step if step is None else step

    @property
    def side_order(self) -> tuple[Side, ...]:
        """The sides that it is done on, the right one first."""
        return (Side.BOTH,) if self.sides is Sides.BOTH else (Side.RIGHT, Side.LEFT)

    @property
    def needed_equipment(self) -> tuple[str, ...]:
        """The things without which it cannot be done."""
        return tuple(thing.item for thing in self.equipment if not thing.optional)


def misfit(what: str, allowed: str) -> ValueError:
    """What does not go together, as `catalogue_fault` takes the decoder's messages apart."""
    return ValueError(f"{what}, expected {allowed}")


def with_side(text: str, side: Side) -> str:
    """`text` with its placeholders for sides filled in; anything else in braces stays.

    Besides the two names there is "{linke/rechte}": what stands there on the left, and on the
    right. So each language bends its words as it must.
    """
    text = _EITHER.sub(lambda found: found[2 if side is Side.RIGHT else 1], text)
    return text.replace("{side}", _side_name(side)).replace("{other_side}", _side_name(side.other))


def side_words(exercise: Exercise, side: Side) -> str:
    """What a hold's side is called: "Right leg", "Left arm", "Both sides"."""
    match side, exercise.limb:
        case Side.BOTH, _:
            return _("Both sides")
        case Side.LEFT, "leg":
            return _("Left leg")
        case Side.RIGHT, "leg":
            return _("Right leg")
        case Side.LEFT, "arm":
            return _("Left arm")
        case Side.RIGHT, "arm":
            return _("Right arm")
        case Side.LEFT, _:
            return _("Left side")
        case _:
            return _("Right side")


def _side_name(side: Side) -> str:
    match side:
        case Side.LEFT:
            return pgettext("{side} in the words of a stretch", "left")
        case Side.RIGHT:
            return pgettext("{side} in the words of a stretch", "right")
        case Side.BOTH:
            return pgettext("{side} in the words of a stretch", "both")


def _names_a_side(text: str) -> bool:
    return "{side}" in text or "{other_side}" in text or _EITHER.search(text) is not None


def _check_order(smallest: float, default: float, largest: float) -> None:
    if not smallest <= default <= largest:
        raise ValueError("Expected min <= default <= max")
