"""`./dev fuzz`: looks for input that breaks what reads it, with new cases for as long as allowed.

    ./dev fuzz [--minutes M] [TARGET...]

The tests hold the same cases each time; this runs those that make up their cases, with other seeds
and more of them. A failure names its seed, and hypothesis keeps the case for the next run.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGETS = {
    "settings": (
        "tests/store/test_settings_file.py",
        "tests/store/test_settings_edit.py",
        "tests/core/test_settings.py",
        "tests/core/test_managed.py",
        "tests/store/test_settings_together.py",
        "tests/core/test_own_routines.py",
        "tests/faults/test_settings_torn.py",
    ),
    "exercises": ("tests/core/test_catalogue_fuzz.py",),
    "import": ("tests/core/test_history_lines.py", "tests/store/test_merging.py"),
    "control": ("tests/desktop/test_control.py", "tests/desktop/test_quick_json.py"),
    "planner": ("tests/core/planner/test_machine.py",),
}
_NOTHING_FAILED, _NO_TIME_LEFT = 0, None


def main() -> int:
    """0 if nothing was found in the time allowed."""
    options = _parser().parse_args()
    targets = options.target or [*TARGETS]
    seconds = 60 * options.minutes / len(targets)
    found = [target for target in targets if not _holds(target, seconds)]
    print(f"found something in: {', '.join(found)}" if found else "nothing found")
    return 1 if found else 0


def _holds(target: str, seconds: float) -> bool:
    """Whether nothing was found in this target before the time was over."""
    ends_at = time.monotonic() + seconds
    rounds = 0
    while (left := ends_at - time.monotonic()) > 0:
        seed = random.randrange(2**32)
        print(f"-- {target}: seed {seed}, {left:.0f} s left", flush=True)
        code = _round(target, seed, left)
        if code is _NO_TIME_LEFT:
            break
        if code != _NOTHING_FAILED:
            return False
        rounds += 1
    print(f"-- {target}: {rounds} whole rounds", flush=True)
    return True


def _round(target: str, seed: int, seconds: float) -> int | None:
    """What pytest ended with; None if the time was over before."""
    command = (
        *(
            sys.executable,
            "-m",
            "pytest",
            "--quiet",
            "--exitfirst",
        ),
        *("--hypothesis-profile=long", f"--hypothesis-seed={seed}"),
        *TARGETS[target],
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    try:
        return subprocess.run(
            command, cwd=ROOT, env=environment, timeout=seconds, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return _NO_TIME_LEFT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev fuzz", description="Look for what breaks it.")
    parser.add_argument(
        "target", nargs="*", type=_target, metavar="TARGET", help=f"of {', '.join(TARGETS)}"
    )
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="for all targets together (default: 10)"
    )
    return parser


def _target(name: str) -> str:
    if name not in TARGETS:
        raise argparse.ArgumentTypeError(f"{name!r}; allowed: {', '.join(TARGETS)}")
    return name


if __name__ == "__main__":
    sys.exit(main())
