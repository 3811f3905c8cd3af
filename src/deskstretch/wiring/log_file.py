"""The app's log: one file, started anew at start-up when it has grown large."""

from __future__ import annotations

import logging
from pathlib import Path

from deskstretch.store.folders import make_private_file

_LARGEST_BYTES = 512 * 1024


def log_to(folder: Path) -> Path:
    """Write the log to `deskstretch.log` in `folder`; nowhere if it cannot be made.

    The file before is kept as `deskstretch.log.1`. Gives the file.
    """
    file = folder / "deskstretch.log"
    try:
        if file.exists() and file.stat().st_size > _LARGEST_BYTES:
            file.replace(file.with_suffix(".log.1"))
        make_private_file(file)
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        return file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file
