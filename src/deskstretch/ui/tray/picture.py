"""What the tray icon has to show, reduced to what can be told apart at 16 pixels."""

from __future__ import annotations

from enum import Enum

import msgspec

from deskstretch.core.planner.status import StateName, Status

RING_STEPS = 24
"""Steps in which the ring fills; at 16 pixels more cannot be seen, and each costs a repaint."""


class Shape(Enum):
    """The kinds of icon; each differs by shape, not by colour alone."""

    COUNTING = "counting"
    DUE = "due"
    GUIDED = "guided"
    PAUSED = "paused"
    HELD_BACK = "held back"


class TrayPicture(msgspec.Struct, frozen=True):
    """One tray icon; two equal pictures look alike, so nothing needs repainting.

    `ring_step` counts from 0, just begun, to RING_STEPS, due. `trouble` adds a small mark.
    """

    shape: Shape
    ring_step: int = 0
    trouble: bool = False
    high_contrast: bool = False


def picture_of(status: Status, trouble: bool = False, high_contrast: bool = False) -> TrayPicture:
    """The picture for this status."""
    match status.state:
        case StateName.GUIDED:
            shape = Shape.GUIDED
        case StateName.ASKED | StateName.WAITING:
            shape = Shape.DUE
        case StateName.PAUSED:
            shape = Shape.PAUSED
        case StateName.HELD_BACK:
            shape = Shape.HELD_BACK
        case StateName.WORKING | StateName.SNOOZED | StateName.AWAY:
            ring_step = int(status.ring * RING_STEPS)
            return TrayPicture(Shape.COUNTING, ring_step, trouble, high_contrast)
    return TrayPicture(shape, trouble=trouble, high_contrast=high_contrast)
