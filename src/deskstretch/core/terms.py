"""What routines and records say of a stretch without knowing its words and its figure."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from deskstretch.core.language import N_

# The look-ahead keeps out a line break at the end, which `$` alone lets pass.
Identifier = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)",
        max_length=60,
        description=N_("small letters, digits and single hyphens"),
    ),
]
# No line breaks, control characters or marks that turn the direction of reading.
PLAIN = r"^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$(?!\n)"
Label = Annotated[
    str,
    Meta(min_length=1, max_length=60, pattern=PLAIN, description=N_("plain text on one line")),
]

LONGEST_HOLD_SECONDS = 600


class Side(StrEnum):
    """The side that one hold stretches."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite side; both has none and stays."""
        match self:
            case Side.LEFT:
                return Side.RIGHT
            case Side.RIGHT:
                return Side.LEFT
            case Side.BOTH:
                return Side.BOTH
