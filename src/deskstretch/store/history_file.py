"""Files that carry a history elsewhere: written whole or not at all, read whole or refused."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from deskstretch.core.history_lines import (
    LONGEST_LINE_BYTES,
    HistoryLines,
    LineError,
    read_lines,
)


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
        raise HistoryFileError(f"{file}: cannot be read ({error.strerror})") from None


def write_whole(file: Path, lines: Iterable[bytes]) -> None:
    """Put `lines` in the file's place at once, for this person alone (0600). OSError.

    Nobody ever sees half of it; where writing fails, what was there before stays.
    """
    unfinished = file.with_name(f".{file.name}.{secrets.token_hex(4)}.tmp")
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


def _lines(opened: BinaryIO) -> Iterator[bytes]:
    # A file that was put there by mistake may have one line of any length.
    return iter(lambda: opened.readline(LONGEST_LINE_BYTES + 1), b"")
