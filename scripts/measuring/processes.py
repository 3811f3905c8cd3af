"""What a program and all its children cost, read from /proc."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Effort(NamedTuple):
    """What the processes have done since they began."""

    wake_ups: int
    cpu_nanoseconds: int


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


def effort(pid: int) -> Effort:
    """How often any thread was put on a core, and for how long in all."""
    wake_ups = cpu_nanoseconds = 0
    for one in family(pid):
        for task in (PROC / str(one) / "task").iterdir():
            with contextlib.suppress(OSError):
                on_core, _waited, _slices = (task / "schedstat").read_text().split()
                cpu_nanoseconds += int(on_core)
                wake_ups += _switches(task / "status")
    return Effort(wake_ups, cpu_nanoseconds)


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
