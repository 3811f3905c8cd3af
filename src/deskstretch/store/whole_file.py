"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

_OLD_SECONDS = 3600.0
"""Nobody writes a file for so long: whoever began it was killed."""


def write_whole(file: Path, lines: Iterable[bytes]) -> None:
    """Put `lines` in the file's place at once, for this person alone (0600). OSError.

    Nobody ever sees half of it; where writing fails, what was there before stays. What a killed
    writer has left of the same file goes.
    """
    unfinished = file.with_name(f".{file.name}.{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.writelines(lines)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _clear_away_what_is_left(file)


def _clear_away_what_is_left(file: Path) -> None:
    is_left = re.compile(rf"\.{re.escape(file.name)}\.[0-9a-f]{{8}}\.tmp").fullmatch
    with contextlib.suppress(OSError):
        for left in file.parent.iterdir():
            if is_left(left.name) and time.time() - left.lstat().st_mtime > _OLD_SECONDS:
                left.unlink()
