"""Opening the history's file for those who write it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from deskstretch.store.folders import make_private_file
from deskstretch.store.schema import refuse_newer
from deskstretch.store.sqlite_uri import sqlite_uri


def open_to_write(path: Path, lock_wait_seconds: float) -> sqlite3.Connection:
    """A connection without transactions of its own; the file is made if it is missing.

    OSError, sqlite3.Error; NewerHistoryError before anything is written.
    """
    make_private_file(path)
    # Whoever may write empties the log beside the file into it on closing, even unasked.
    uri = sqlite_uri(path, "mode=ro")
    with closing(sqlite3.connect(uri, uri=True, timeout=lock_wait_seconds)) as connection:
        refuse_newer(connection)
    return sqlite3.connect(path, timeout=lock_wait_seconds, isolation_level=None)
