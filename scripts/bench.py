"""`./dev bench`: measures what DeskStretch costs, beside a bare program on the same screen.

    ./dev bench [--samples N] [--idle-seconds S] [GROUP...]
    ./dev bench soak

Prints a table and leaves every sample in build/bench/result.json.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial

from measuring.breaks import measure_breaks
from measuring.frames import measure_frames
from measuring.frozen import measure_frozen
from measuring.history import measure_history
from measuring.idle import measure_idle
from measuring.installed import FOLDER, Installed, install
from measuring.memory import measure_memory, measure_use
from measuring.moments import measure_moments
from measuring.planner import measure_planner
from measuring.report import table, write_json
from measuring.row import Row
from measuring.size import measure_size
from measuring.soak import measure_soak
from measuring.startup import measure_startup, measure_status

RESULT = FOLDER / "result.json"
ONLY_WHEN_NAMED = ("soak",)
"""A working month takes as long as half of all the others."""


def main() -> int:
    """0 if all that was measured is as it should be."""
    options = _parser().parse_args()
    installed = install()
    groups = _groups(installed, options.samples, options.idle_seconds)
    rows: list[Row] = []
    for name in options.group or [name for name in groups if name not in ONLY_WHEN_NAMED]:
        print(f"-- {name}", file=sys.stderr, flush=True)
        rows += groups[name]()
    print(table(rows))
    write_json(RESULT, rows)
    print(f"every sample: {RESULT}", file=sys.stderr)
    return 1 if any(row.is_reached is False for row in rows) else 0


def _groups(
    installed: Installed, samples: int, idle_seconds: float
) -> dict[str, Callable[[], list[Row]]]:
    return {
        "memory": partial(measure_memory, installed, samples),
        "use": partial(measure_use, installed, samples),
        "startup": partial(measure_startup, installed, samples),
        "status": partial(measure_status, installed, samples),
        "idle": partial(measure_idle, installed, samples, idle_seconds),
        "breaks": partial(measure_breaks, installed, samples),
        "frames": partial(measure_frames, installed, samples),
        "history": partial(measure_history, installed, samples),
        "planner": partial(measure_planner, samples),
        "moments": measure_moments,
        "size": partial(measure_size, installed),
        "frozen": partial(measure_frozen, installed, samples),
        "soak": partial(measure_soak, installed),
    }


GROUPS = tuple(_groups(Installed(FOLDER, FOLDER), 0, 0.0))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure what it costs.")
    parser.add_argument("group", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    parser.add_argument("--samples", type=int, default=5, help="of each (default: 5)")
    parser.add_argument(
        "--idle-seconds", type=float, default=60.0, help="for each sample of idling (default: 60)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
