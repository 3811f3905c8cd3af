"""One process at a time reads a file, changes it and writes it anew."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_LONGEST_WAIT_SECONDS = 3.0
_LOOK_AGAIN_SECONDS = 0.01


@contextlib.contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Wait until no other process of ours writes into `folder`, but not for one that hangs.

    A killed one lets go by itself. Where a folder cannot be locked, as on some shares, all go on.
    """
    give_up_at = time.monotonic() + _LONGEST_WAIT_SECONDS
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            handle = _opened(folder)
            held.callback(os.close, handle)  # which unlocks it
            while not _lock(handle) and time.monotonic() < give_up_at:
                time.sleep(_LOOK_AGAIN_SECONDS)
        yield


def _opened(folder: Path) -> int:
    if sys.platform == "win32":
        return os.open(folder / ".writing", os.O_RDWR | os.O_CREAT, 0o600)
    return os.open(folder, os.O_RDONLY)  # the folder itself: nothing is left behind


def _lock(handle: int) -> bool:
    """Whether it could be locked now. OSError if it never can."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
