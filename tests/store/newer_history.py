"""A history as a version that is still to come may leave it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from deskstretch.store.schema import MIGRATIONS

TO_COME = """
ALTER TABLE break ADD COLUMN mood TEXT;
CREATE TABLE goal (day TEXT PRIMARY KEY) STRICT;
"""


def make_newer(file: Path, step: str = TO_COME) -> None:
    """Take a history one step further than this version can."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(f"{step}\nPRAGMA user_version = {len(MIGRATIONS) + 1};")
