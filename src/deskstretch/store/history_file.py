"""Files that carry a history from elsewhere: read whole or refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from deskstretch.core.history_lines import (
    LONGEST_LINE_BYTES,
    HistoryLines,
    LineError,
    read_lines,
)
from deskstretch.core.language import _


class HistoryFileError(Exception):
    """The file cannot be used; the text names it, the line if there is one, and why."""


def read_history_file(file: Path) -> HistoryLines:
    """All that the file holds. HistoryFileError if it cannot be read or any line of it is wrong."""
    try:
        with file.open("rb") as opened:
            return read_lines(_lines(opened))
    except LineError as error:
        raise HistoryFileError(f"{file}, {error}") from None
    except OSError as error:
        raise HistoryFileError(
            _("{file}: cannot be read ({why})").format(file=file, why=error.strerror)
        ) from None


def _lines(opened: BinaryIO) -> Iterator[bytes]:
    # A file that was put there by mistake may have one line of any length.
    return iter(lambda: opened.readline(LONGEST_LINE_BYTES + 1), b"")
