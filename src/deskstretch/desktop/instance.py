"""One app for each person and home: the second to start finds the door locked."""

from __future__ import annotations

import os
import sys

from deskstretch.desktop import control_socket


class SingleInstance:
    """Holds a lock that the system lets go of by itself, however the app ends.

    The lock file stays: removing it would let two starts lock two files of the same name.
    """

    def __init__(self) -> None:
        self._lock: int | None = None
        self.folder: str | None = None
        """Where the lock was taken, and the control socket belongs; None where nothing can be
        written."""

    def acquire(self) -> bool:
        """Whether this is the only one. Where no folder can be written to, it is taken to be."""
        for folder in control_socket.runtime_folders():
            try:
                control_socket.prepare_folder(folder)
                lock = os.open(f"{folder}/lock", os.O_RDWR | os.O_CREAT, 0o600)
            except OSError:
                continue
            if not _locked(lock):
                os.close(lock)
                return False
            self._lock, self.folder = lock, folder
            return True
        return True

    def release(self) -> None:
        """Lets the next one in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _locked(lock: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
