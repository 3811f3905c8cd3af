"""The app with a Python of its own: a folder, or a single file that unpacks itself.

PyInstaller makes them, from the wheel in an environment that holds nothing else. They run where the
C library is at least as new as here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from packages.from_python import build_by_hatch, source_date

SPEC = Path("packaging", "pyinstaller", "deskstretch.spec")


def build_folder(folder: Path, project: Path) -> Path:
    """The folder `deskstretch`, with the program of that name in it; on macOS DeskStretch.app."""
    return _freeze(folder, project, single=False)


def build_single(folder: Path, project: Path) -> Path:
    """One file, beside whatever else is in `folder`."""
    return _freeze(folder, project, single=True)


def _freeze(folder: Path, project: Path, single: bool) -> Path:
    work = project / "build" / "freeze"
    python = _environment(work, project)
    made = work / "made"
    shutil.rmtree(made, ignore_errors=True)
    env = os.environ | {"SOURCE_DATE_EPOCH": source_date(project), "PYTHONHASHSEED": "0"}
    if single:
        env["DESKSTRETCH_SINGLE"] = "yes"
    options = ("--noconfirm", "--log-level", "ERROR", "--distpath", made, "--workpath", work)
    command = (python, "-m", "PyInstaller", *options, project / SPEC)
    subprocess.run(command, env=env, check=True)
    name, name_here = names(single, sys.platform)
    target = folder / name_here
    folder.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    shutil.move(made / name, target)
    return target


def names(single: bool, platform: str) -> tuple[str, str]:
    """What PyInstaller calls it there, and what we do."""
    ending = ".exe" if platform == "win32" else ""
    match single, platform:
        case True, _:
            return f"deskstretch{ending}", f"deskstretch-single{ending}"
        case False, "darwin":
            return "DeskStretch.app", "DeskStretch.app"
        case _:
            return "deskstretch", "deskstretch"


def _environment(work: Path, project: Path) -> Path:
    """The Python of an environment with the wheel and PyInstaller, and nothing else."""
    environment = work / "environment"
    programs = "Scripts" if os.name == "nt" else "bin"
    python = environment / programs / ("python.exe" if os.name == "nt" else "python")
    wheel = build_by_hatch("wheel", work, project)
    if not python.exists():
        venv.create(environment, with_pip=True)
    _install(python, "--constraint", project / "constraints.txt", f"{wheel}[freeze]")
    _install(python, "--force-reinstall", "--no-deps", wheel)
    return python


def _install(python: Path, *what: str | Path) -> None:
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, *what), check=True)
