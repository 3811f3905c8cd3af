"""Builds what is handed out, below dist/: `wheel` to install, `sdist` with all of the source.

The same source gives the same bytes, wherever and whenever it is built.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
KINDS = ("wheel", "sdist")


def build(kind: str, folder: Path, project: Path = PROJECT) -> Path:
    """Build one kind from the source in `project`; the answer is the file, in `folder`."""
    code = f"from hatchling import build; print(build.build_{kind}({str(folder)!r}))"
    env = os.environ | {"SOURCE_DATE_EPOCH": _source_date(project)}
    command = (sys.executable, "-c", code)
    done = subprocess.run(
        command, cwd=project, env=env, stdout=subprocess.PIPE, text=True, check=True
    )
    return folder / done.stdout.splitlines()[-1]


def _source_date(project: Path) -> str:
    """What every file in it is dated: as the environment says, or as the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    if (project / ".git").exists():
        command = ("git", "log", "-1", "--format=%ct")
        log = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
        return log.stdout.strip()
    return str(2**30)  # an unpacked sdist has no history: any date will do, if it stays the same


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev package", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(KINDS)}; or all")
    kinds = parser.parse_args().kinds
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"no kind {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    for kind in kinds or KINDS:
        print(build(kind, PROJECT / "dist"))


if __name__ == "__main__":
    main()
