"""DeskStretch as a person has it: built as a wheel and installed into an environment of its own.

Not the one that it is developed in: an editable install, development tools and source that is
compiled anew at each start would be measured along. Nobody else maps these libraries either, so
that memory shared with other programs does not flatter the figures.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "build" / "bench"


class Installed(NamedTuple):
    """Where it is."""

    wheel: Path
    environment: Path

    @property
    def python(self) -> Path:
        return self.environment / "bin" / "python"

    @property
    def deskstretch(self) -> Path:
        return self.environment / "bin" / "deskstretch"


def install() -> Installed:
    """Build the wheel and install it; what it depends on is fetched the first time only."""
    for old in FOLDER.glob("*.whl"):
        old.unlink()
    _pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", FOLDER, PROJECT)
    installed = Installed(next(FOLDER.glob("*.whl")), FOLDER / "environment")
    constraints = ("--constraint", PROJECT / "constraints.txt")
    if not installed.python.exists():
        venv.create(installed.environment, with_pip=True)
        # Older ones write a start script that imports more than the program does.
        _pip(installed.python, "install", "--upgrade", "pip")
        _pip(installed.python, "install", *constraints, installed.wheel)
    _pip(installed.python, "install", "--force-reinstall", "--no-deps", installed.wheel)
    return installed


def _pip(python: str | Path, *arguments: str | Path) -> None:
    command = (python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)
    subprocess.run(command, check=True)
