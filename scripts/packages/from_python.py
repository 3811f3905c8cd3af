"""Wheel and sdist, by the tools of Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def build_by_hatch(kind: str, folder: Path, project: Path) -> Path:
    """Build the kind `wheel` or `sdist` from what is in `project`: a file in `folder`."""
    code = f"from hatchling import build; print(build.build_{kind}({str(folder)!r}))"
    env = os.environ | {"SOURCE_DATE_EPOCH": source_date(project)}
    command = (sys.executable, "-c", code)
    done = subprocess.run(
        command, cwd=project, env=env, stdout=subprocess.PIPE, text=True, check=True
    )
    return folder / done.stdout.splitlines()[-1]


def source_date(project: Path) -> str:
    """What every file in it is dated: as the environment says, or as the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    if (project / ".git").exists():
        command = ("git", "log", "-1", "--format=%ct")
        log = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
        return log.stdout.strip()
    return str(2**30)  # an unpacked sdist has no history: any date will do, if it stays the same
