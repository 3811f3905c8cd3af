"""The log of all our processes: one file, started anew at start-up when it has grown large."""

from __future__ import annotations

import logging
from pathlib import Path

from deskstretch.store.folders import make_private_file

_LARGEST_BYTES = 512 * 1024


def log_in(folder: Path) -> Path:
    """The file in `folder`."""
    return folder / "deskstretch.log"


def log_to(folder: Path) -> None:
    """Write the log to `deskstretch.log` in `folder`; nowhere if it cannot be made.

    The file before is kept as `deskstretch.log.1`.
    """
    file = log_in(folder)
    try:
        if file.exists() and file.stat().st_size > _LARGEST_BYTES:
            file.replace(file.with_suffix(".log.1"))
    except OSError:
        return
    add_to_log(folder)


def add_to_log(folder: Path) -> None:
    """Write at the end of the log, where another process of ours writes too."""
    file = log_in(folder)
    try:
        make_private_file(file)
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
