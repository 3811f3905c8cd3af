"""One line of the result: our samples, those of what we compare with, and what is to be reached."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Samples of one thing, all from the same run.

    `reach` is for the ratio of the medians where there are `others` to compare with, else for our
    own median. Peers have samples of their own, by name.
    """

    group: str
    what: str
    unit: str
    ours: Sequence[float]
    others: Sequence[float] = ()
    other_name: str = ""
    reach: float | None = None
    bound: Literal["most", "least"] = "most"
    peers: Mapping[str, Sequence[float]] = {}
    note: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.ours)

    @property
    def other_median(self) -> float | None:
        return statistics.median(self.others) if self.others else None

    @property
    def ratio(self) -> float | None:
        """How many times the other one."""
        other = self.other_median
        return self.median / other if other else None

    @property
    def is_reached(self) -> bool | None:
        """None where nothing is to be reached."""
        if self.reach is None:
            return None
        value = self.median if self.ratio is None else self.ratio
        return value <= self.reach if self.bound == "most" else value >= self.reach
