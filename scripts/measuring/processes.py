"""What a program and all its children cost, read from /proc."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Effort(NamedTuple):
    """What a thread or more have done in some time."""

    wake_ups: int
    cpu_nanoseconds: int


Efforts = Mapping[Path, Effort]
"""What each thread has done since it began; a thread that ends takes its counts with it."""


def family(pid: int) -> list[int]:
    """A process, its children and theirs."""
    found = [pid]
    for one in found:
        for task in (PROC / str(one) / "task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += [int(child) for child in task.read_text().split()]
    return found


def pss_megabytes(pid: int) -> float:
    """Memory in proportional shares: what several processes share is divided among them."""
    return sum(_pss_kilobytes(one) for one in family(pid)) / 1024


def efforts(pid: int) -> Efforts:
    """How often each thread was woken, and for how long it was on a core in all."""
    found = {}
    for one in family(pid):
        for task in (PROC / str(one) / "task").iterdir():
            with contextlib.suppress(OSError):
                on_core, _waited, _slices = (task / "schedstat").read_text().split()
                found[task] = Effort(_switches(task / "status"), int(on_core))
    return found


def effort_between(before: Efforts, after: Efforts) -> Effort:
    """What was done in between by the threads that are still there."""
    nothing = Effort(0, 0)
    spent = [
        (now.wake_ups - then.wake_ups, now.cpu_nanoseconds - then.cpu_nanoseconds)
        for task, now in after.items()
        for then in (before.get(task, nothing),)
    ]
    return Effort(sum(wakes for wakes, _ in spent), sum(cpu for _, cpu in spent))


def _pss_kilobytes(pid: int) -> int:
    for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _switches(status: Path) -> int:
    """How often it has gone to sleep: each time something woke it before."""
    for line in status.read_text().splitlines():
        if line.startswith("voluntary_ctxt_switches:"):
            return int(line.split()[1])
    return 0
