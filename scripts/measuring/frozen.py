"""What the packages cost that bring a Python of their own, where `./dev package` has built them."""

from __future__ import annotations

import sys
from pathlib import Path

from measuring.installed import PROJECT, Installed
from measuring.programs import Measured, ours
from measuring.row import Row
from measuring.startup import milliseconds_to_icon

DIST = PROJECT / "dist"
PROGRAMS = {
    "frozen folder": DIST / "deskstretch" / "deskstretch",
    "single file": DIST / "deskstretch-single",
}


def measure_frozen(installed: Installed, samples: int) -> list[Row]:
    """The size of each, and its start beside that of the wheel; nothing of what was not built."""
    built = {name: program for name, program in PROGRAMS.items() if program.is_file()}
    for name in PROGRAMS.keys() - built.keys():
        print(f"{name}: not built; ./dev package frozen single builds both", file=sys.stderr)
    if not built:
        return []
    wheel = ours(installed)
    programs = [wheel, *(Measured(name, (program,)) for name, program in built.items())]
    milliseconds = milliseconds_to_icon(programs, samples)
    rows: list[Row] = []
    for name, program in built.items():
        rows += [
            Row(group="frozen", what=name, unit="MB", ours=[_megabytes(program)]),
            Row(
                group="frozen",
                what=f"exec to tray icon shown, {name}",
                unit="ms",
                ours=milliseconds[name],
                others=milliseconds[wheel.name],
                other_name="the wheel, installed",
            ),
        ]
    return rows


def _megabytes(program: Path) -> float:
    """Of the program, and of its folder if it has one of its own."""
    files = program.parent.rglob("*") if program.parent != DIST else [program]
    return sum(one.stat().st_size for one in files if one.is_file() and not one.is_symlink()) / 1e6
