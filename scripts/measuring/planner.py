"""An office year through the planner."""

from __future__ import annotations

import time

from deskstretch.core.planner.rules import rules_of
from deskstretch.core.settings import Settings
from measuring.row import Row
from office_shell import Habits, Shell
from office_year import office_year

SEED = 1


def measure_planner(samples: int) -> list[Row]:
    """All events of a year, with the shell that makes them up."""
    spells = list(office_year(SEED))
    seconds = []
    for _ in range(samples):
        shell = Shell(rules_of(Settings()), Habits(), SEED)
        begun = time.perf_counter()
        shell.live(spells)
        seconds.append(time.perf_counter() - begun)
    return [
        Row(
            group="planner",
            what="an office year through the planner",
            unit="s",
            ours=seconds,
            reach=2.0,
            note=f"{len(spells)} spells of typing, reading, meetings and absence",
        )
    ]
