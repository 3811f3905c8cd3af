"""One step in the making."""

from __future__ import annotations

from typing import Any

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.planner.effects import Effect
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import State


class Turn:
    """The state as it changes during one step, and the effects so far. Never outlives the step."""

    __slots__ = ("effects", "rules", "state")

    def __init__(self, state: State, rules: Rules) -> None:
        self.state = state
        self.rules = rules
        self.effects: list[Effect] = []

    @property
    def now(self) -> Moment:
        """The moment that the step has reached."""
        return self.state.read_at

    @property
    def now_seconds(self) -> float:
        """`now` by the monotonic clock."""
        return self.state.read_at.monotonic_seconds

    def change(self, **fields: Any) -> None:
        """Replace fields of the state."""
        self.state = msgspec.structs.replace(self.state, **fields)

    def order(self, *effects: Effect) -> None:
        """Add to what is to be done."""
        self.effects += effects
