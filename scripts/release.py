"""`./dev release --check [--quick]`: everything that a release must pass, a line for each.

--quick leaves out the tests and the tries of packages on a clean Debian, which take long.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from packages.release_checks import LONG, QUICK, Check

PROJECT = Path(__file__).parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="./dev release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", required=True, help="look, change nothing")
    parser.add_argument("--quick", action="store_true", help="only what takes seconds")
    options = parser.parse_args()
    return run_checks(QUICK if options.quick else {**QUICK, **LONG}, PROJECT)


def run_checks(checks: Mapping[str, Check], project: Path) -> int:
    """0 if none found a fault; all of them run, so that one look shows everything."""
    failed = 0
    for name, check in checks.items():
        faults = check(project)
        failed += bool(faults)
        print(f"{'not ok' if faults else 'ok':6}  {name}", flush=True)
        for fault in faults:
            print(f"        {fault}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
