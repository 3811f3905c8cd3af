"""What the shell must watch, and when it must come back."""

from __future__ import annotations

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.state import State


class Wants(msgspec.Struct, frozen=True):
    """Ask again after every step."""

    lull: bool
    """Look for a lull and tell `LullReached`."""
    disturbance: bool
    """Tell `DisturbanceChanged`: at once if anything is found, then at every change."""
    wake_at: Moment | None
    """Come back then with `TimePassed`; also at every jump of the wall clock."""


def wants(state: State) -> Wants:
    """What the planner needs to be told next."""
    raise NotImplementedError
