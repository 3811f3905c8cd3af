"""A working month at speed in the real app: what it holds at the end of each day."""

from __future__ import annotations

from pathlib import Path

import msgspec

from measuring.installed import Installed
from measuring.programs import desktop_for_measuring
from measuring.row import Row

PROGRAM = Path(__file__).with_name("soak_program.py")
WORKING_DAYS = 22
SETTINGS = """\
[history]
keep_for_months = 12

[trial]
hold_seconds = 4
"""
"""So that the history is looked after at once, each day, and a guide is soon over."""
CONSTANT = {
    "handles": "open file handles",
    "threads": "threads",
    "timers": "timers of Qt",
    "jobs": "jobs of the scheduler",
    "widgets": "widgets",
}


class Day(msgspec.Struct, frozen=True):
    """What the process held when its windows were closed again."""

    own_megabytes: float
    pss_megabytes: float
    handles: int
    threads: int
    timers: int
    jobs: int
    widgets: int
    objects: int
    zombies: int
    guides: int


def measure_soak(installed: Installed) -> list[Row]:
    """Growth from the end of the first day to whichever day held most."""
    with desktop_for_measuring(settings=SETTINGS) as desktop:
        program = desktop.start(installed.python, PROGRAM, str(WORKING_DAYS), log="soak")
        code = program.wait()
        said = desktop.log("soak").read_text()
    if code != 0:
        raise RuntimeError(f"the month ended with {code}: {said[-2000:]}")
    lines = [line for line in said.splitlines() if line.startswith("{")]
    days = [msgspec.json.decode(line, type=Day) for line in lines]
    return [
        _memory_row("memory", [day.pss_megabytes for day in days], days[-1].guides),
        _memory_row("memory of its own", [day.own_megabytes for day in days], days[-1].guides),
        *(_constant_row(name, what, days) for name, what in CONSTANT.items()),
        Row(
            group="soak",
            what="zombie processes",
            unit="",
            ours=[max(day.zombies for day in days)],
            reach=0.0,
        ),
    ]


def _memory_row(what: str, megabytes: list[float], guides: int) -> Row:
    first, *later = megabytes
    return Row(
        group="soak",
        what=f"{what} gained after the first of {WORKING_DAYS} days",
        unit="MB",
        ours=[max(later) - first],
        reach=2.0,
        peers={"at the end of a day": megabytes},
        note=f"{guides} guides, each other window once a day; the day that held most",
    )


def _constant_row(name: str, what: str, days: list[Day]) -> Row:
    held = [getattr(day, name) for day in days]
    return Row(
        group="soak",
        what=f"{what} gained after the first of {WORKING_DAYS} days",
        unit="",
        ours=[max(held) - held[0]],
        reach=0.0,
        peers={"at the end of a day": held},
    )
